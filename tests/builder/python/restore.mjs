// Restores the snapshot in Node and prints the `result` of some lines of Python there.
// node restore.mjs <folder of pyodide> <folder of the archives, unpacked> <archives to put in place, with commas between> <lines>

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { restore } from "../../../web/python/fast/snapshot/restore.js";
import { run } from "./run.mjs";

const [folder, made, archives, lines] = process.argv.slice(2);
const imported = (file) => import(pathToFileURL(`${folder}/${file}`));
const [{ loadPyodide }, { default: create }] = await Promise.all(["pyodide.mjs", "pyodide.asm.mjs"].map(imported));
const load = (options) => loadPyodide({ stdLibURL: `${made}/library.zip`, ...options });
const pyodide = await restore(load, create, (await readFile(`${made}/snapshot.bin`)).buffer);
console.log(await run(pyodide, made, archives, lines));
