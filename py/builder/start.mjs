// Starts Pyodide in Node, for freeze.mjs and compile.mjs.

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
