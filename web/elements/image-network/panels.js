// The panels with all the images and with a network of one's own: their scripts come when they are first opened, and those that are open follow the demo.

/**
 * @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} ForwardPassMnist
 * @typedef {{focus: () => void, follow: () => void, close: () => void}} Panel follow: something else may be on screen
 */

/** @type {Record<string, (demo: ForwardPassMnist) => Promise<Panel>>} */
const PANELS = {
  "all-samples": async (demo) => (await import("./all-samples.js")).openAllSamples(demo),
  "own-network": async (demo) => (await import("./own-network.js")).openOwnNetwork(demo),
};

export class Panels {
  /** @type {Map<string, Promise<Panel>>} those that are open */
  #open = new Map();

  /** @param {ForwardPassMnist} demo */
  constructor(demo) {
    this.demo = demo;
  }

  /** One that is open already is only shown. @param {string} name @param {boolean} isAsked whether somebody has pressed its button */
  async open(name, isAsked) {
    const coming = this.#open.get(name) ?? PANELS[name](this.demo);
    this.#open.set(name, coming);
    try {
      const panel = await coming;
      this.demo.modes.show();
      if (isAsked) panel.focus();
    } catch (error) {
      this.#open.delete(name);
      this.demo.fail(/** @type {Error} */ (error));
    }
  }

  /** @param {string} name @param {boolean} isAsked */
  async fold(name, isAsked) {
    const panel = await this.#open.get(name);
    this.#open.delete(name);
    panel?.close();
    if (isAsked) this.demo.part("extras-button").focus({ preventScroll: true });
  }

  /** The shell has been written anew: those that were open come again. */
  refilled() {
    const open = [...this.#open.keys()];
    this.#open.clear();
    for (const name of open) this.open(name, false);
  }

  follow() {
    for (const panel of this.#open.values()) panel.then((opened) => opened.follow()).catch(() => {});
  }
}
