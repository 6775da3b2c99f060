// Runs some lines of Python as the worker would ask for an answer. For plain.mjs and restore.mjs.

import { readFile } from "node:fs/promises";
import { install, unpack } from "../../../web/python/fast/bytecode/archives.js";

/** The `result` of the lines, or which part is missing. Before that, archives of the folder are put in place. */
export async function run(pyodide, folder, archives, lines) {
  for (const name of archives.split(",").filter(Boolean)) {
    await install(pyodide, [await unpack(new Response(await readFile(`${folder}/${name}`)))]);
  }
  const site = pyodide.pyimport("sitecustomize");
  const builtins = pyodide.pyimport("builtins");
  const names = builtins.dict();
  const answer = () => {
    builtins.exec(lines, names);
    return String(names.get("result"));
  };
  return site.ask(answer) ?? `missing: ${site.wanted}`;
}
