// What the page around does not allow, which nothing that fails by it would tell by itself.

/** @typedef {import("../../types.js").Failure} Failure */

/** @type {{blocked: string, directive: string}[]} in order */
const refused = [];

globalThis.document?.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective, disposition }) => {
  if (disposition === "enforce") refused.push({ blocked: blockedURI, directive: effectiveDirective });
});

/** Why the page's policy keeps something of a site out, if it does. @param {URL} site @returns {Failure | undefined} */
export function forbidden({ origin, href }) {
  const found = refused.findLast(({ blocked }) => blocked === origin || blocked.startsWith(href));
  return found && { key: "error_policy", details: { origin, directive: found.directive } };
}

/** Whether this page is in a frame that may have no origin, and so no worker. A file has none either, and may. */
export function isSandboxed() {
  return globalThis.origin === "null" && /^(https?|about|blob):$/.test(location.protocol);
}
