// Demo 2: the trained network reads a test image of MNIST. A lesson is one view, numbered by the sample.

import { DemoFrame } from "./demo-frame.js";
import { showNumber } from "./input.js";
import { FileError } from "./lessons.js";
import { Samples } from "./samples.js";
import { openShell } from "./shell.js";

/** @typedef {import("../types.js").Subject} Subject */

const LONGEST_SHOWN = 40; // characters of a wrong link
const USES = ["click", "focusin", "pointerover"];
const DEMO = { call: "forward_pass_mnist", unit: "sample" };

/** @param {HTMLElement} element @param {import("./demo-frame.js").Surroundings} surroundings */
export async function openForwardPassMnist(element, surroundings) {
  return new ForwardPassMnist(element, surroundings, await openShell(element, surroundings.site, DEMO.call));
}

export class ForwardPassMnist extends DemoFrame {
  #sample = 0;
  /** @type {import("./drawing-pad.js").DrawingPad | undefined} once somebody has drawn */
  #pad;
  /** @type {import("./look-inside.js").LookInside | undefined} once somebody has used the drawing of the network */
  #inside;
  /** @type {(() => void) | undefined} does it again */
  #click;

  /**
   * @param {HTMLElement} element @param {import("./demo-frame.js").Surroundings} surroundings
   * @param {import("./shell.js").Opened} opened
   */
  constructor(element, surroundings, opened) {
    super(element, surroundings, DEMO, opened);
    this.samples = new Samples(new URL(PARTS.mnist, surroundings.site));
    Object.assign(this.actions, {
      sample: (/** @type {string} */ value) => this.choose("sample", value, (sample) => this.go({ sample })),
      random: () => this.go({ sample: Math.floor(Math.random() * this.data.blank.count) }),
      digit: (/** @type {string} */ digit) => this.#search((sample) => this.samples.nextOfClass(sample, Number(digit))),
      draw: () => this.#draw(),
      mistake: () => this.#search((sample) => this.samples.nextMistake(sample)),
    });
  }

  /** @override */
  connect() {
    super.connect();
    if (!this.#inside) for (const type of USES) this.root.addEventListener(type, this.#lookInside);
    this.part("picture").tabIndex = 0;
  }

  /** @override */
  refilled() {
    this.part("picture").tabIndex = 0;
    this.#inside?.open();
    if (this.#pad?.isOpen) this.#pad.open();
  }

  async #draw() {
    const { DrawingPad } = await import("./drawing-pad.js");
    this.#pad ??= new DrawingPad(this);
    if (this.#pad.isOpen) this.#pad.show();
    else await this.#pad.open();
  }

  /** The script for selecting in the drawing comes when the drawing is first used; a click meanwhile counts. @param {Event} event */
  #lookInside = async (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!target.closest(".picture")) return;
    if (event.type === "click") this.#click = () => target.dispatchEvent(new MouseEvent("click", event));
    if (this.#inside) return;
    const { LookInside } = await import("./look-inside.js");
    if (this.#inside) return;
    this.#inside = new LookInside(this);
    await this.#inside.open().catch((error) => this.fail(error));
    for (const type of USES) this.root.removeEventListener(type, this.#lookInside);
    this.#click?.();
  };

  /** What Python is asked with besides the image. */
  get setting() {
    return { lang: this.lang };
  }

  /** The subject of an image, {sample} or {drawing}. @param {Subject} image @returns {Subject} */
  subjectOf(image) {
    return image;
  }

  /** @override remembers the sample that a drawing takes the place of @param {Subject} subject @param {number} [index] */
  go(subject, index) {
    if ("sample" in subject) this.#sample = Number(subject.sample);
    super.go(subject, index);
  }

  /** @override a drawing goes before a sample @param {Subject} values @returns {[Subject, number]} */
  place({ sample, drawing }) {
    return [drawing ? { drawing } : { sample }, 0];
  }

  /** @override what Python cannot unpack came by a damaged link @param {Error} error */
  fail(error) {
    const { drawing } = this.subject;
    if (drawing === undefined || error instanceof FileError || !error.message.startsWith("ValueError"))
      return super.fail(error);
    this.go(this.subjectOf({ sample: this.data.parameters.sample.otherwise }));
    this.notice = { key: "wrong_drawing", details: { value: String(drawing).slice(0, LONGEST_SHOWN) } };
    this.update();
  }

  /** @override */
  next() {
    this.go({ sample: this.#after(1) });
  }

  /** @override */
  back() {
    this.go({ sample: this.#after(-1) });
  }

  /** @override */
  first() {
    this.go({ sample: 0 });
  }

  /** @override */
  last() {
    this.go({ sample: this.data.blank.count - 1 });
  }

  /** @override computes both neighbours before anybody asks */
  ahead() {
    if (!this.live) return;
    const neighbours = [1, 2, -1].map((distance) => this.#sample + distance);
    for (const sample of neighbours) {
      if (sample >= 0 && sample < this.data.blank.count) this.lessons.load({ sample }).catch(() => {});
    }
  }

  /** @override @param {Subject} subject */
  async args(subject) {
    const image = "sample" in subject ? await this.samples.get(Number(subject.sample)) : {};
    return { ...this.setting, ...subject, ...image };
  }

  /** @override */
  controls() {
    this.#inside?.follow();
    showNumber(this.part("number"), this.#sample, this.notice?.key === "wrong_sample");
  }

  /** The first follows the last. @param {number} distance */
  #after(distance) {
    const { count } = this.data.blank;
    return (this.#sample + distance + count) % count;
  }

  /** @param {(sample: number) => Promise<number>} search */
  async #search(search) {
    const from = this.#sample;
    try {
      const sample = await search(from);
      if (this.#sample === from) this.go({ sample });
    } catch (error) {
      this.fail(/** @type {Error} */ (error));
    }
  }
}
