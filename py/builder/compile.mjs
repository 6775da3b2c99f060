// Run in Node: starts Pyodide as a reader's browser does, makes it do what the demos ask for, and lets it compile what that took to bytecode.
// node compile.mjs <folder of pyodide> <folder of wheels and lock file> <folder of the builder> <folder to write to> <orders for bytecode.py, JSON>

import { readFile } from "node:fs/promises";
import { exercise, mount, start } from "./start.mjs";

const [folder, wheels, builder, made, orders] = process.argv.slice(2);
const pyodide = await start(folder, {
  packageCacheDir: wheels,
  lockFileContents: await readFile(`${wheels}/pyodide-lock.json`, "utf8"),
  packages: ["forwardpass"],
  env: { PYTHONHASHSEED: "0" }, // the order of sets is part of the bytecode
});
const { all } = await exercise(pyodide, builder);
mount(pyodide, { pyodide: folder, wheels, builder, made });
pyodide.FS.writeFile("/modules.json", JSON.stringify(all));
pyodide.FS.writeFile("/orders.json", orders);
pyodide.runPython(await readFile(`${builder}/bytecode.py`, "utf8"), {
  globals: pyodide.toPy({ __name__: "__main__" }),
});
