// The snapshot of Python's memory between visits: fetched when the first one is idle, because it is more bytes than a start without it needs.

const FILE = "snapshot.bin";
const IDLE = 4000; // ms after Python is live

/** @param {string} base the folder of the runtime @returns {Promise<ArrayBuffer | undefined>} nothing where none is kept, or none may be */
export async function keptSnapshot(base) {
  try {
    return await (await (await caches.open(name(base))).match(base + FILE))?.arrayBuffer();
  } catch {
    return undefined;
  }
}

/** When there is time to fetch for later; never where bytes are dear. @returns {Promise<void>} */
export function atRest() {
  const connection = /** @type {{saveData?: boolean} | undefined} */ (Reflect.get(navigator, "connection"));
  return new Promise((resolve) => {
    if (!connection?.saveData) setTimeout(resolve, IDLE);
  });
}

/** Keeps the snapshot for the next visit, in place of those of other versions. @param {string} base */
export async function keepSnapshot(base) {
  try {
    const cache = await caches.open(name(base));
    const response = await fetch(base + FILE, { priority: "low" });
    if (!response.ok) return;
    for (const other of await cache.keys()) await cache.delete(other);
    await cache.put(base + FILE, response);
  } catch {
    // No room, no storage, no network: the next visit starts as this one did.
  }
}

/** Forgets a snapshot that does no good. @param {string} base */
export async function forgetSnapshot(base) {
  await caches.delete(name(base)).catch(() => false);
}

/** One cache for each site on an origin. @param {string} base */
function name(base) {
  return `forward-pass snapshot ${new URL("..", base).pathname}`;
}
