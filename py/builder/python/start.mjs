// Starts Pyodide in Node and lets it do what the demos ask for, for the other scripts here.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

// Node itself would quote the whole minified line in which an error arose.
process.on("uncaughtException", (error) => {
  console.error(error?.stack ?? String(error));
  process.exitCode = 1;
});

export async function start(folder, options) {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
  return loadPyodide(options);
}

export function mount(pyodide, folders) {
  for (const [name, folder] of Object.entries(folders)) {
    pyodide.FS.mkdir(`/${name}`);
    pyodide.mountNodeFS(`/${name}`, folder);
  }
}

/** Runs exercise.py without runPython(), which takes modules that readers do not need. @returns the names of modules: {first, all} */
export async function exercise(pyodide, builder, before = "") {
  const builtins = pyodide.pyimport("builtins");
  const names = builtins.dict();
  builtins.exec(before, names);
  builtins.exec(await readFile(`${builder}/exercise.py`, "utf8"), names);
  return JSON.parse(names.get("modules"));
}
