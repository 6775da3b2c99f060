// Restores the snapshot in Node and prints the `result` of some lines of Python there. node restore.mjs <folder of the runtime> <archives to put in place> <lines>

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { restore } from "../../web/python/snapshot.js";
import { run } from "./run.mjs";

const [folder, archives, lines] = process.argv.slice(2);
const imported = (file) => import(pathToFileURL(`${folder}/${file}`));
const [{ loadPyodide }, { default: create }] = await Promise.all(["pyodide.mjs", "pyodide.asm.mjs"].map(imported));
const load = (options) => loadPyodide({ stdLibURL: `${folder}/python_stdlib.zip`, ...options });
const file = (await readFile(`${folder}/snapshot.bin`)).buffer;
const pyodide = await restore(load, create, file, async (wheel) => new Response(await readFile(`${folder}/${wheel}`)));
console.log(await run(pyodide, folder, archives, lines));
