// Files that were packed by gzip when the site was built, so that what a start takes does not depend on what a host packs.

const MAGIC = [0x1f, 0x8b]; // RFC 1952

/**
 * Unpacked while it comes. Some hosts say of such a file that it is packed for the way only: then the browser has unpacked it already.
 * Rejects where it is cut off or damaged. @param {Response} response @returns {Promise<Response>}
 */
export async function unzipped(response) {
  const [first, body] = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body).tee();
  const isPacked = startsWith(MAGIC, await firstBytes(first));
  const content = isPacked ? body.pipeThrough(new DecompressionStream("gzip")) : body;
  return new Response(await new Response(content).arrayBuffer());
}

/** @param {ReadableStream<Uint8Array>} stream */
async function firstBytes(stream) {
  const reader = stream.getReader();
  const { value } = await reader.read();
  reader.cancel();
  return value;
}

/** @param {number[]} bytes @param {Uint8Array | undefined} content */
function startsWith(bytes, content) {
  return bytes.every((byte, at) => content?.[at] === byte);
}
