// Events inside an element or a shadow root: their targets are elements.

/**
 * @template {keyof HTMLElementEventMap} Type
 * @param {EventTarget} root @param {Type} type
 * @param {(event: HTMLElementEventMap[Type] & {target: HTMLElement}) => void} react @param {AddEventListenerOptions} [options]
 */
export function on(root, type, react, options) {
  root.addEventListener(type, /** @type {EventListener} */ (react), options);
}
