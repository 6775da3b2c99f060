// Waits until an element comes into view.

/**
 * @param {Element} element @param {() => void} then once
 * @param {{margin?: string, signal?: AbortSignal}} [options] margin: how near is near enough; signal: ends the waiting
 */
export function whenInView(element, then, { margin = "0px", signal } = {}) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      then();
    },
    { rootMargin: margin },
  );
  watch.observe(element);
  signal?.addEventListener("abort", () => watch.disconnect());
}
