// Run in Node: starts Python from the bytecode that was made, as readers will, and prints which modules that and the exercise have loaded, as JSON.
// node measure.mjs <folder of pyodide> <folder of the made runtime> <folder of the builder> <wheels …>

import { readFile } from "node:fs/promises";
import { install, unpack } from "../../web/python/install.js";
import { exercise, start } from "./start.mjs";

const [folder, made, builder, ...wheels] = process.argv.slice(2);
const pyodide = await start(folder, { stdLibURL: `${made}/python_stdlib.zip`, env: { PYTHONHASHSEED: "0" } });
const files = wheels.map(async (wheel) => unpack(new Response(await readFile(`${made}/${wheel}`))));
await install(pyodide, await Promise.all(files));
console.log(JSON.stringify(await exercise(pyodide, builder)));
