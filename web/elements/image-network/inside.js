// Looking inside the network: its script comes when the drawing is first used; a click meanwhile counts.

/** @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} ForwardPassMnist */

const USES = ["click", "focusin", "pointerover"];

export class Inside {
  /** @type {import("./look-inside.js").LookInside | undefined} once somebody has used the drawing */
  #inside;
  /** @type {(() => void) | undefined} does it again */
  #click;

  /** @param {ForwardPassMnist} demo */
  constructor(demo) {
    this.demo = demo;
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    if (this.#inside) return;
    for (const type of USES) this.demo.root.addEventListener(type, this.#use, { signal });
  }

  /** The mode of looking inside begins. */
  async begin() {
    await this.#bring().catch((error) => this.demo.fail(error));
    this.#inside?.begin();
  }

  unpin() {
    this.#inside?.unpin();
  }

  follow() {
    this.#inside?.follow();
  }

  refilled() {
    this.#inside?.open();
  }

  /** @param {Event} event */
  #use = async (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!target.closest(".picture") || this.demo.isFollowing) return;
    if (event.type === "click") this.#click = () => target.dispatchEvent(new MouseEvent("click", event));
    await this.#bring();
  };

  async #bring() {
    if (this.#inside) return;
    const { LookInside } = await import("./look-inside.js");
    if (this.#inside) return;
    this.#inside = new LookInside(this.demo);
    await this.#inside.open().catch((error) => this.demo.fail(error));
    for (const type of USES) this.demo.root.removeEventListener(type, this.#use);
    this.#click?.();
  }
}
