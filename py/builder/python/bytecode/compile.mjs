// Run in Node: lets Pyodide's Python compile archives to bytecode. Where only the modules in use are wanted, it starts as a reader's browser does, and first does what the demos ask for.
// node compile.mjs <folder of pyodide> <folder of wheels, lock file and archives> <folder of the builder> <orders for bytecode.py, JSON>

import { readFile } from "node:fs/promises";
import { exercise, mount, start } from "../start.mjs";

const [folder, made, builder, orders] = process.argv.slice(2);
const env = { PYTHONHASHSEED: "0" }; // the order of sets is part of the bytecode
const isWhole = JSON.parse(orders).every(({ whole }) => whole);
const pyodide = isWhole ? await start(folder, { env }) : await startWithPackages();
const { all } = isWhole ? { all: [] } : await exercise(pyodide, builder);
mount(pyodide, { pyodide: folder, builder, made });
pyodide.FS.writeFile("/modules.json", JSON.stringify(all));
pyodide.FS.writeFile("/orders.json", orders);
pyodide.runPython(await readFile(`${builder}/bytecode/bytecode.py`, "utf8"), {
  globals: pyodide.toPy({ __name__: "__main__" }),
});

async function startWithPackages() {
  const lockFileContents = await readFile(`${made}/pyodide-lock.json`, "utf8");
  return start(folder, { packageCacheDir: made, lockFileContents, packages: ["forwardpass"], env });
}
