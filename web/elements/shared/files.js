// Files of the site, fetched, or an error that names the one that did not come.

/** A file of the site could not be fetched. */
export class FileError extends Error {
  /** @param {URL} url @param {number} status 0 where nothing answered */
  constructor(url, status) {
    super(`${url} did not come (${status || "no answer"})`);
    this.failure = { key: "error_data", details: { file: url.pathname.split("/").pop() ?? "", status } };
  }
}

/** @param {URL} url @param {AbortSignal} [signal] */
export async function fetchFile(url, signal) {
  const response = await fetch(url, { signal }).catch(() => Response.error());
  if (!response.ok) throw new FileError(url, response.status);
  return response;
}
