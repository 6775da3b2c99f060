// Demo 2: a trained network reads a test image of its data set. A lesson is one view, named by the sample and, where they are not the first ones, data set and network.

import { DemoFrame } from "./demo-frame.js";
import { showNumber } from "./input.js";
import { isOwn, Networks } from "./networks.js";
import { Samples } from "./samples.js";
import { openShell } from "./shell.js";

/** @typedef {import("../types.js").Subject} Subject */
/** @typedef {{focus: () => void, follow: () => void, close: () => void}} Panel follow: something else may be on screen */

const DEMO = { call: "forward_pass_mnist", unit: "sample" };
/** @type {Record<string, (demo: ForwardPassMnist) => Promise<Panel>>} */
const PANELS = {
  all_samples: async (demo) => (await import("./all-samples.js")).openAllSamples(demo),
  own_network: async (demo) => (await import("./own-network.js")).openOwnNetwork(demo),
};

/** @param {HTMLElement} element @param {import("./demo-frame.js").Surroundings} surroundings */
export async function openForwardPassMnist(element, surroundings) {
  return new ForwardPassMnist(element, surroundings, await openShell(element, surroundings.site, DEMO.call));
}

export class ForwardPassMnist extends DemoFrame {
  /** @type {Map<string, Promise<Panel>>} those that are open */
  #panels = new Map();
  /** The network that the reader has brought last, by name. */
  #own = "";

  /**
   * @param {HTMLElement} element @param {import("./demo-frame.js").Surroundings} surroundings
   * @param {import("./shell.js").Opened} opened
   */
  constructor(element, surroundings, opened) {
    super(element, surroundings, DEMO, opened);
    this.networks = new Networks(opened.data.sets ?? {});
    /** @type {Record<string, Samples>} */
    this.sets = {
      mnist: new Samples(new URL(PARTS.mnist, surroundings.site)),
      fashion: new Samples(new URL(PARTS.fashion, surroundings.site)),
    };
    Object.assign(this.actions, {
      sample: (/** @type {string} */ value) => this.choose("sample", value, (sample) => this.show(sample)),
      choose: (/** @type {string} */ sample) => this.#showChosen(Number(sample)),
      random: () => this.show(Math.floor(Math.random() * this.data.blank.count)),
      digit: (/** @type {string} */ label) => this.#search((sample) => this.samples.nextOfClass(sample, Number(label))),
      mistake: () => this.#search((sample) => this.#nextMistake(sample)),
      network: (/** @type {string} */ value) => this.#choose(value),
      panel: (/** @type {string} */ name) => this.#open(name),
      fold: (/** @type {string} */ name) => this.#fold(name),
    });
  }

  get sample() {
    return Number(this.subject.sample);
  }

  get dataSet() {
    return this.networks.dataSet(this.subject);
  }

  get network() {
    return this.networks.network(this.subject);
  }

  get samples() {
    return this.sets[this.dataSet];
  }

  /** Who reads what. */
  get reader() {
    return `${this.dataSet} ${this.network}`;
  }

  /** Goes to an image of the same data set, read by the same network. @param {number} sample */
  show(sample) {
    this.go({ sample, ...this.networks.named(this.network, this.dataSet) });
  }

  /** A network that the reader has brought reads the image on screen. @param {string} name */
  useOwn(name) {
    this.#own = name;
    this.go({ sample: this.sample, ...this.networks.named(name, this.dataSet) });
  }

  /** @override */
  next() {
    this.show(this.#after(1));
  }

  /** @override */
  back() {
    this.show(this.#after(-1));
  }

  /** @override */
  first() {
    this.show(0);
  }

  /** @override */
  last() {
    this.show(this.data.blank.count - 1);
  }

  /** @override computes both neighbours before anybody asks */
  ahead() {
    if (!this.live) return;
    const neighbours = [1, 2, -1].map((distance) => this.sample + distance);
    for (const sample of neighbours) {
      if (sample >= 0 && sample < this.data.blank.count) this.lessons.load({ ...this.subject, sample }).catch(() => {});
    }
  }

  /** @override @param {Subject} subject */
  async args(subject) {
    const [network, data] = [this.networks.network(subject), this.networks.dataSet(subject)];
    return { ...(await super.args(subject)), ...(await this.sets[data].get(Number(subject.sample))), network, data };
  }

  /** @override @param {Subject} values @returns {[Subject, number, import("./address.js").Wrong | undefined]} */
  place(values) {
    const { named, wrong } = this.networks.asked(values);
    return [{ sample: values.sample, ...named }, 0, wrong];
  }

  /** @override a network that a reader has brought is in no address @returns {Subject} */
  query() {
    const { network, ...others } = this.subject;
    return network === undefined || isOwn(String(network)) ? others : this.subject;
  }

  /** @override */
  controls() {
    showNumber(this.part("number"), this.sample, this.notice?.key === "wrong_sample");
    this.#showReader();
    for (const panel of this.#panels.values())
      panel.then(
        (opened) => opened.follow(),
        () => {},
      );
  }

  /** The menus say which network reads what. */
  #showReader() {
    const { classes, label, find } = this.data.sets[this.dataSet];
    const own = isOwn(this.network);
    for (const option of this.root.querySelectorAll(".network .own")) {
      Object.assign(option, { hidden: !this.#own, disabled: !this.#own });
    }
    this.part("network").value = `${this.dataSet}/${own ? "own" : this.network}`;
    this.part("class-label").firstChild.data = label;
    this.part("find-class").textContent = find;
    const options = this.part("class").options;
    for (const [place, name] of classes.entries()) if (options[place].text !== name) options[place].text = name;
  }

  /** @param {string} value of the menu: data set and network */
  #choose(value) {
    const [data, network] = value.split("/");
    this.go({ sample: this.sample, ...this.networks.named(network === "own" ? this.#own : network, data) });
  }

  /** A panel that is open already is only shown. @param {string} name */
  async #open(name) {
    const coming = this.#panels.get(name) ?? PANELS[name](this);
    this.#panels.set(name, coming);
    try {
      (await coming).focus();
    } catch (error) {
      this.#panels.delete(name);
      this.fail(/** @type {Error} */ (error));
    }
  }

  /** @param {string} name */
  async #fold(name) {
    const panel = await this.#panels.get(name);
    this.#panels.delete(name);
    panel?.close();
    /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-action=panel][value=${name}]`))?.focus();
  }

  /** An image that was chosen from many, and the place where it is shown. @param {number} sample */
  #showChosen(sample) {
    this.show(sample);
    this.part("frame").focus();
    this.element.scrollIntoView({ block: "start" });
  }

  /** @param {number} sample */
  async #nextMistake(sample) {
    const { network, samples } = this;
    if (!isOwn(network)) return samples.nextMistake(sample, network);
    const { toBase64 } = await import("./base64.js");
    return samples.findMistake(sample, async (images) => {
      const answer = await this.python.call("classify", { pixels: toBase64(images), network });
      return answer.predicted;
    });
  }

  /** The first follows the last. @param {number} distance */
  #after(distance) {
    const { count } = this.data.blank;
    return (this.sample + distance + count) % count;
  }

  /** @param {(sample: number) => Promise<number>} search */
  async #search(search) {
    const { subject } = this;
    try {
      const sample = await search(this.sample);
      if (this.subject === subject) this.show(sample);
    } catch (error) {
      this.fail(/** @type {Error} */ (error));
    }
  }
}
