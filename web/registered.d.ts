/** A script that imports the scripts of all demos. The build makes it of the list that Python has. */
declare module "registered-demos";
