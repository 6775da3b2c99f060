// The service worker of the site: a second visit asks the network for nothing, and needs none. Each version of the site has a cache of its own, filled as a whole.
// A page comes from the cache of this version only, and gets there only with the content that the build has written down; a part, whose folder is named by its
// content, may come from that of any version. So a page always gets the parts that it was made for. What is not of this site is left alone.

export {};

/** @typedef {{path: string, langs: string[], integrity?: string}} SiteFile integrity: of what keeps its address when its content changes */

/** @type {{version: string, files: SiteFile[], elsewhere: string[]}} py/builder/offline.py writes it in front of this script; elsewhere: names of files that pages keep by themselves */
const { version, files, elsewhere } = Reflect.get(globalThis, "SITE");
const worker = /** @type {any} */ (globalThis); // the types at hand are those of pages
const scope = /** @type {string} */ (worker.registration.scope);
const OURS = `forward-pass site ${new URL(scope).pathname} `;
const CACHE = OURS + version;
const PART = /^[a-z]+\/[0-9a-f]{12}\//;
const pages = new Map(files.filter(({ integrity }) => integrity).map(({ path, integrity }) => [path, integrity]));
const parts = new Set(files.map(({ path }) => folderOf(path)).filter(Boolean));

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const answer = answerTo(event.request);
  if (answer) event.respondWith(answer);
});
worker.addEventListener("message", (/** @type {any} */ event) => {
  const { atRest, takeOver } = event.data;
  if (atRest) event.waitUntil(tidy(atRest));
  if (takeOver) event.waitUntil(succeed());
});

/** All or nothing: where a file does not come, or is of another version, the former version stays. */
async function install() {
  await keep(await languages());
}

/** A page is at rest. This version, which has waited, answers from now on, unless there are other pages, which may be in the middle of something. */
async function succeed() {
  if ((await openPages()).length <= 1) await worker.skipWaiting();
}

/** A page is at rest: what its reader may need is kept. Former versions go where it is of this one, and no other page is open. @param {{lang: string, script: string}} page */
async function tidy({ lang, script }) {
  await keep([lang]).catch(() => {}); // no network, no room: another time
  if (!parts.has(folderOf(pathOf(script) ?? "")) || (await openPages()).length > 1) return;
  const names = await ourCaches(); // behind ours may be that of a version that waits
  const former = names.slice(0, names.indexOf(CACHE));
  await Promise.all(former.map((name) => caches.delete(name)));
}

/** Puts all files of some languages into the cache. @param {string[]} langs */
async function keep(langs) {
  const wanted = files.filter((file) => file.langs.some((lang) => langs.includes(lang)));
  await Promise.all(wanted.map(async ({ path }) => (await cached(path)) ?? fetchAndKeep(path, "low")));
}

/** Those of the open pages, and of the pages that were kept before. */
async function languages() {
  const kept = (await ourCaches()).map(async (name) => (await caches.open(name)).keys());
  const addresses = [...(await openPages()), ...(await Promise.all(kept)).flat()];
  const paths = addresses.map(({ url }) => pathOf(url));
  const own = files.filter(({ path, langs }) => langs.length === 1 && paths.includes(path));
  return [...new Set(own.flatMap(({ langs }) => langs))];
}

/** Nothing where the browser is to go on as if we were not there. @param {Request} request @returns {Promise<Response> | undefined} */
function answerTo(request) {
  const path = pathOf(request.url);
  if (request.method !== "GET" || path === undefined) return undefined;
  const isOurs = pages.has(path) || (PART.test(path) && !elsewhere.some((name) => path.endsWith(`/${name}`)));
  return isOurs ? answer(path) : undefined;
}

/** What cannot be kept, as it is not of this version, is what the network has. @param {string} path */
async function answer(path) {
  const isOfThisVersion = pages.has(path) || parts.has(folderOf(path));
  const response =
    (await cached(path).catch(() => undefined)) ??
    (isOfThisVersion && (await fetchAndKeep(path).catch(() => undefined)));
  return response || fetch(addressOf(path));
}

/** A part that another version has is as good, and comes to ours. @param {string} path @returns {Promise<Response | undefined>} */
async function cached(path) {
  const cache = await caches.open(CACHE);
  const own = await cache.match(addressOf(path), { ignoreVary: true });
  if (own || pages.has(path)) return own;
  for (const name of await ourCaches()) {
    const found = await (await caches.open(name)).match(addressOf(path), { ignoreVary: true });
    if (found && parts.has(folderOf(path))) await cache.put(addressOf(path), found.clone()).catch(() => {}); // no room
    if (found) return found;
  }
}

/** Rejects where the file does not come, or is not what this version has under its address. @param {string} path @param {RequestPriority} [priority] */
async function fetchAndKeep(path, priority = "auto") {
  const integrity = pages.get(path);
  const response = await fetch(addressOf(path), integrity ? { priority, integrity, cache: "no-cache" } : { priority });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const cache = await caches.open(CACHE);
  await cache.put(addressOf(path), response.clone());
  return response;
}

/** @returns {Promise<string[]>} oldest first; other caches of the origin are not ours */
async function ourCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

/** @returns {Promise<{url: string}[]>} tabs and frames with pages of ours */
async function openPages() {
  const all = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter((/** @type {{url: string}} */ { url }) => url.startsWith(scope));
}

/** From the root of the site, without the question; nothing for what is elsewhere. @param {string} url */
function pathOf(url) {
  return url.startsWith(scope) ? url.slice(scope.length).split(/[?#]/)[0] : undefined;
}

/** @param {string} path */
function addressOf(path) {
  return scope + path;
}

/** Of a part, such as python/3f2a90c1b7de/. @param {string} path */
function folderOf(path) {
  return path.match(PART)?.[0];
}
