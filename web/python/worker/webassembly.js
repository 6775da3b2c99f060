// What the two ways to Python share about WebAssembly.

const TYPE = "application/wasm"; // without it browsers refuse to compile a stream
const [AT_START, MOST] = [640, 32_768]; // pages of 64 KiB: 40 MB, and what Pyodide asks a browser to set aside
const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** False where WebAssembly is switched off, by the browser or by the page's security policy. */
export function hasWebAssembly() {
  try {
    return new WebAssembly.Module(EMPTY_MODULE) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** False where the browser has no room for as much as Python starts with. */
export function hasMemory() {
  try {
    return new WebAssembly.Memory({ initial: AT_START, maximum: MOST }) instanceof WebAssembly.Memory;
  } catch {
    return false;
  }
}

/** While it streams; where the host does not say that it is WebAssembly, when it is there. @param {Response | PromiseLike<Response>} coming */
export async function compiled(coming) {
  const response = await coming;
  if (response.headers.get("content-type") === TYPE) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
