// Run in Node: installs our wheel into Pyodide with micropip and writes the lock file that micropip freezes, for readers who then need no micropip.
// node freeze.mjs <folder of pyodide> <folder of wheels> <our wheel> <lock file to write>

import { writeFile } from "node:fs/promises";
import { mount, start } from "./start.mjs";

const [folder, wheels, wheel, target] = process.argv.slice(2);
const pyodide = await start(folder, { packageCacheDir: wheels, packages: ["numpy", "micropip"] });
mount(pyodide, { wheels });
const micropip = pyodide.pyimport("micropip");
await micropip.install(`emfs:/wheels/${wheel}`);
await writeFile(target, micropip.freeze());
