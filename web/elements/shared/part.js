// The parts of a page, of the kind that is expected.

/**
 * The first one that a selector finds. Throws where there is none, or one of another kind: then markup and script do not fit together.
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {ParentNode} root @param {string} selector @param {new () => Kind} [kind] @returns {Kind}
 */
export function find(root, selector, kind) {
  const found = findIfAny(root, selector, kind);
  if (!found) throw new TypeError(`nothing here is ${selector}, of ${(kind ?? HTMLElement).name}`);
  return found;
}

/**
 * The same where it may not be there.
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {ParentNode} root @param {string} selector @param {new () => Kind} [kind] @returns {Kind | undefined}
 */
function findIfAny(root, selector, kind) {
  const found = root.querySelector(selector);
  return found instanceof (kind ?? HTMLElement) ? /** @type {Kind} */ (found) : undefined;
}

/**
 * By its class.
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {ParentNode} root @param {string} name @param {new () => Kind} [kind]
 */
export function part(root, name, kind) {
  return find(root, `.${name}`, kind);
}

/**
 * By its class, where it may not be there.
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {ParentNode} root @param {string} name @param {new () => Kind} [kind]
 */
export function partIfAny(root, name, kind) {
  return findIfAny(root, `.${name}`, kind);
}
