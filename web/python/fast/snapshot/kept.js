// The snapshot of Python's memory between visits: fetched when the first one is idle, because it is more bytes than a start without it needs.

const [FILE, PACKED] = ["snapshot.bin", "snapshot.bin.gz"];

/** @typedef {import("../../worker/downloads.js").Downloads} Downloads */

/** @param {string} base the folder of the runtime @returns {Promise<ArrayBuffer | undefined>} nothing where none is kept, or none may be */
export async function keptSnapshot(base) {
  try {
    const file = await (await kept(base))?.arrayBuffer();
    return file?.byteLength ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the snapshot for the next visit, unpacked, in place of those of other versions. @param {Pick<Downloads, "base" | "bring">} downloads */
export async function keepSnapshot(downloads) {
  try {
    if (await kept(downloads.base)) return;
    await keep(downloads.base, await downloads.bring(PACKED, { priority: "low" }));
  } catch {
    // No room, no storage, no network: the next visit starts as this one did.
  }
}

/** One that does no good is not fetched again: an empty one takes its place. @param {string} base */
export async function giveUpSnapshot(base) {
  await keep(base, new Response()).catch(() => {});
}

/** @param {string} base @param {Response} snapshot */
async function keep(base, snapshot) {
  const cache = await caches.open(name(base));
  for (const other of await cache.keys()) await cache.delete(other);
  await cache.put(base + FILE, snapshot);
}

/** @param {string} base */
async function kept(base) {
  return (await caches.open(name(base))).match(base + FILE);
}

/** One cache for each site on an origin. @param {string} base */
function name(base) {
  return `forward-pass snapshot ${new URL("..", base).pathname}`;
}
