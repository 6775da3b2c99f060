// Starts Python from the archives of the fast way, and prints the `result` of some lines of it; says which part is missing where one is.
// node plain.mjs <folder of pyodide> <folder of the archives, unpacked> <archives to put in place, with commas between> <lines>

import { start } from "../../../py/builder/python/start.mjs";
import { run } from "./run.mjs";

const [folder, made, archives, lines] = process.argv.slice(2);
const pyodide = await start(folder, { stdLibURL: `${made}/library.zip` });
console.log(await run(pyodide, made, archives, lines));
