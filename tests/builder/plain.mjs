// Starts Python from the made files, as a first visit does, and prints what a line of it says: node plain.mjs <folder of the runtime> <standard library> <line>

import { start } from "../../py/builder/start.mjs";

const [folder, library, line] = process.argv.slice(2);
const pyodide = await start(folder, { indexURL: `${folder}/`, stdLibURL: library });
console.log(String(pyodide.runPython(line)));
