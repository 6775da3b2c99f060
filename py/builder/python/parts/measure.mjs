// Run in Node: starts Python from the bytecode that was made, as readers will, and prints which modules that and the exercise have loaded, as JSON.
// node measure.mjs <folder of pyodide> <folder of the made runtime> <folder of the builder>

import { readFile } from "node:fs/promises";
import { install, unpack } from "../../../../web/python/fast/bytecode/archives.js";
import { exercise, start } from "../start.mjs";

const [folder, made, builder] = process.argv.slice(2);
const pyodide = await start(folder, { stdLibURL: `${made}/library.zip`, env: { PYTHONHASHSEED: "0" } });
const packages = ["forwardpass.zip", "numpy.zip"].map(async (name) =>
  unpack(new Response(await readFile(`${made}/${name}`))),
);
await install(pyodide, await Promise.all(packages));
console.log(JSON.stringify(await exercise(pyodide, builder)));
