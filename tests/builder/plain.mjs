// Starts Python from the made files, as a first visit does, and prints the `result` of some lines of it; says which part is missing where one is.
// node plain.mjs <folder of the runtime> <archives to put in place, with commas between> <lines>

import { start } from "../../py/builder/start.mjs";
import { run } from "./run.mjs";

const [folder, archives, lines] = process.argv.slice(2);
const pyodide = await start(folder, { indexURL: `${folder}/`, stdLibURL: `${folder}/python_stdlib.zip` });
console.log(await run(pyodide, folder, archives, lines));
