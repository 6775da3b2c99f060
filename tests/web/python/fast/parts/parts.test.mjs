import assert from "node:assert/strict";
import { test } from "node:test";
import { Parts } from "../../../../../web/python/fast/parts/parts.js";
import { settle } from "../../../helpers/fetched.mjs";

/** An archive without files (PKWARE's APPNOTE, 4.3.16). */
const EMPTY = new Uint8Array([0x50, 0x4b, 5, 6, ...Array(18)]);
const FROM_THE_BEGINNING = { isComplete: false };
const RESTORED = { isComplete: true };

/** Parts of a start, with a Python that lacks those that are named, one after the other. */
function parts({ lacks = [], wanted = [], exist = ["later", "rest", "es"], come = exist } = {}) {
  const seen = { fetched: [], imported: [], asked: 0, gc: false };
  const downloads = {
    most: Promise.resolve(),
    parts: exist.map((part) => `${part}.zip.gz`),
    async bring(file) {
      seen.fetched.push(file);
      if (!come.includes(file.split(".")[0])) throw new Error(`${file} did not come`);
      return new Response(EMPTY);
    },
  };
  const site = {
    wanted: "",
    ask(ask, ...question) {
      seen.asked += 1;
      site.wanted = lacks.shift() ?? "";
      return site.wanted ? undefined : ask(...question);
    },
  };
  const modules = {
    sitecustomize: site,
    gc: { enable: () => Object.assign(seen, { gc: true }) },
    importlib: { invalidate_caches: () => {} },
  };
  const pyodide = {
    FS: {},
    pyimport: (name) => {
      if (!modules[name]) seen.imported.push(name);
      return modules[name];
    },
  };
  const way = new Parts({ downloads, listed: Promise.resolve(), wanted });
  return { way, seen, pyodide };
}

/** How Python is asked once it is live. */
async function asking({ way, pyodide }, starter = RESTORED) {
  await way.join(pyodide, starter);
  return way.asking((request, pixels) => `${request} ${pixels}`);
}

test("it starts no Python; what is wanted from the first answer on comes along with others", async () => {
  const { way, seen } = parts({ wanted: ["es", "later", "none"] });
  assert.equal(await way.python(), undefined);
  await settle();
  assert.deepEqual(seen.fetched, ["es.zip.gz", "later.zip.gz"]);
});

test("without a part that was wanted and did not come Python starts all the same", async () => {
  const all = parts({ wanted: ["es"], come: [] });
  await all.way.python();
  await settle();
  await all.way.join(all.pyodide, RESTORED);
});

test("soon after a start what readers may ask for comes, unless a snapshot has it", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  for (const [starter, fetched] of [
    [FROM_THE_BEGINNING, ["later.zip.gz"]],
    [RESTORED, []],
  ]) {
    const all = parts();
    await all.way.join(all.pyodide, starter);
    assert.deepEqual(all.seen.fetched, []);
    t.mock.timers.tick(1000);
    assert.deepEqual(all.seen.fetched, fetched);
  }
});

test("an answer that lacks nothing is the answer", async () => {
  const all = parts();
  const ask = await asking(all);
  assert.equal(await ask("{}", 1), "{} 1");
  assert.deepEqual([all.seen.fetched, all.seen.asked, all.seen.gc], [[], 1, true]);
});

test("a part that is missing is fetched, and Python is asked again", async () => {
  const all = parts({ lacks: ["es", "later"] });
  const ask = await asking(all);
  assert.equal(await ask("{}"), "{} undefined");
  assert.deepEqual([all.seen.fetched, all.seen.asked], [["es.zip.gz", "later.zip.gz"], 3]);
});

test("a part that does not come is a failure, and fetched anew the next time", async () => {
  const come = ["rest"];
  const all = parts({ lacks: ["es", "es"], come });
  const ask = await asking(all);
  await assert.rejects(ask("{}"), /es\.zip\.gz did not come/);
  come.push("es");
  assert.equal(await ask("{}"), "{} undefined");
});

test("where something is missing in a part that is there, Python is not asked for ever", async () => {
  const all = parts({ lacks: ["es", "es"] });
  const ask = await asking(all);
  await assert.rejects(ask("{}"), /something is missing in es/);
});
