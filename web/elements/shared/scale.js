// Pages may show a demo scaled or zoomed, as slides do: what is measured on the screen is more or less then than what a style sheet says.

/** How many pixels of the screen one of the element's own takes. @param {HTMLElement} element */
export function scaleOf(element) {
  const { width } = element.getBoundingClientRect();
  return width / element.offsetWidth || 1;
}

/** Scrolls what lies inside a demo sideways until the element can be seen. The page around stays where it is. @param {Element} element */
export function reveal(element) {
  const { left, right } = element.getBoundingClientRect();
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (box.scrollWidth <= box.clientWidth || !/auto|scroll/.test(getComputedStyle(box).overflowX)) continue;
    const sides = box.getBoundingClientRect();
    const beyond = Math.max(0, right - sides.right) || Math.min(0, left - sides.left);
    box.scrollLeft += beyond / scaleOf(/** @type {HTMLElement} */ (box));
  }
}
