// A second wall behind that of the cell: what could lead out of the worker is gone before a reader's code runs, from the objects that have it, too. By itself it would not
// be enough, since import() is no object; the policy of the cell forbids that.

const DOORS = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "EventSource",
  "WebTransport",
  "RTCPeerConnection",
  "importScripts",
  "caches",
  "indexedDB",
  "cookieStore",
  "BroadcastChannel",
  "SharedWorker",
  "Worker",
  "postMessage",
  "close",
  "FileSystemHandle",
];
const DOORS_OF_NAVIGATOR = [
  "locks",
  "storage",
  "storageBuckets",
  "serviceWorker",
  "sendBeacon",
  "gpu",
  "usb",
  "serial",
  "hid",
];
const MOST_PAGES = 12_288; // of 64 KiB, in all 768 MB: what wants more gets a MemoryError, and the page goes on

export function closeDoors() {
  for (const name of DOORS) close(globalThis, name);
  for (const name of DOORS_OF_NAVIGATOR) close(navigator, name);
}

/** Python's memory grows no further than this. To be called before it starts. */
export function limitMemory() {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength / 65_536 + pages > MOST_PAGES) throw new RangeError("no more memory");
    return grow.call(this, pages);
  };
}

/** @param {object} object @param {string} name */
function close(object, name) {
  for (let holder = object; holder; holder = Object.getPrototypeOf(holder)) Reflect.deleteProperty(holder, name);
  Object.defineProperty(object, name, { value: undefined });
}
