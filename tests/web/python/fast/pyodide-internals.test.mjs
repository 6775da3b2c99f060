import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { machineOf, NAMES } from "../../../../web/python/fast/pyodide-internals.js";

const ROOT = new URL("../../../../", import.meta.url);
const FILE = "web/python/fast/pyodide-internals.js";
const FOLDERS = ["web/python/", "py/builder/python/", "tests/builder/python/"];
const WORDS = /[\w$]+/g;

const text = (path) => readFileSync(new URL(path, ROOT), "utf8");
const words = (path) => new Set(text(path).match(WORDS));

let pyodide;
before(async () => {
  const { loadPyodide } = await import(new URL("node_modules/pyodide/pyodide.mjs", ROOT));
  pyodide = await loadPyodide();
});

/** Which of some names something does not have. */
function gone(names, has) {
  return names.filter((name) => !has(name));
}

test("Pyodide has all that is used of it beyond what its documentation promises", () => {
  const module = pyodide._module;
  const scripts = ["pyodide.mjs", "pyodide.asm.mjs"].map((name) => words(`node_modules/pyodide/${name}`));
  assert.deepEqual(
    {
      options: gone(NAMES.options, (name) => scripts.some((script) => script.has(name))),
      pyodide: gone(NAMES.pyodide, (name) => name in pyodide),
      module: gone(NAMES.module, (name) => module?.[name] !== undefined),
      libraries: gone(NAMES.libraries, (name) => module?.LDSO?.[name] !== undefined),
    },
    { options: [], pyodide: [], module: [], libraries: [] },
  );
});

test("what is read through them is what it is taken for", () => {
  const machine = machineOf(pyodide);
  assert.equal(machine.bytes.buffer, machine.words.buffer);
  assert.ok(machine.functions instanceof WebAssembly.Table);
  assert.ok(machine.trampoline > 0 && machine.trampoline < machine.words.length);
  const block = machine.allocate(100);
  assert.ok(block > 0 && block + 100 < machine.bytes.length);
  machine.free(block);
  assert.deepEqual(machine.handles, [[0, "__main__"]]);
});

test("they stand in that file alone", () => {
  const names = Object.values(NAMES).flat();
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true }).map((name) => folder + name),
  );
  const scripts = files.filter((file) => /\.m?js$/.test(file) && file !== FILE);
  assert.ok(scripts.length > 20);
  for (const file of scripts)
    assert.deepEqual(
      names.filter((name) => words(file).has(name)),
      [],
      file,
    );
});

test("that file names them all", () => {
  const used = [...text(FILE).matchAll(/(?:#module|pyodide|LDSO|loadedLibs\w+)\.(\w+)/g)].map(([, name]) => name);
  const taken = [...text(FILE).matchAll(/const \{([^}]*)\} = this\.#module/g)].flatMap(([, list]) => list.match(WORDS));
  assert.ok(used.length > 10 && taken.length > 3);
  assert.deepEqual(
    [...used, ...taken].filter((name) => !Object.values(NAMES).flat().includes(name)),
    [],
  );
});
