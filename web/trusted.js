// The one door through which text becomes markup or a worker. A page that requires Trusted Types opens it for our policy, by its name.

const POLICY = "forward-pass";

const policy = vouch();

/** Ours is for what our own site made. Nothing where the page names other policies only, or the browser knows none. */
function vouch() {
  const unchanged = {
    createHTML: (/** @type {string} */ text) => text,
    createScriptURL: (/** @type {string} */ url) => url,
  };
  try {
    return globalThis.trustedTypes?.createPolicy(POLICY, unchanged);
  } catch {
    return undefined;
  }
}

/** Markup as nodes. @param {string} text */
export function markup(text) {
  const template = document.createElement("template");
  template.innerHTML = policy?.createHTML(text) ?? text;
  return template.content;
}

/** An address that a worker may be made of. @param {URL} url */
export function scriptAddress({ href }) {
  return policy?.createScriptURL(href) ?? href;
}
