// The panel of all test images: pages of them to choose from, and what the network on screen says to all of them, counted by Python.

import { markup } from "../../trusted.js";
import { bringIntoView } from "../demo/in-view.js";
import { toBase64 } from "../shared/base64.js";
import { newest } from "../shared/newest.js";
import { fetchPanel } from "../shared/panel.js";
import { part } from "../shared/part.js";
import { say } from "../shared/words.js";
import { isOwn } from "./networks.js";
import { PER_FILE } from "./samples.js";

/** @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} Demo */
/** @typedef {import("../../messages.js").Counted} Counted */
/** @typedef {{predicted?: number[], probabilities?: number[]}} Said what a network says to images */
/** @typedef {{numbers: number[], said: Said, isAdded: boolean}} Wanted images; said: what was answered to them; isAdded: to those that are there */

const AT_ONCE = 4; // files that are fetched and asked about side by side

/** @param {Demo} demo */
export async function openAllSamples(demo) {
  const { nodes } = await fetchPanel(demo, "all_samples");
  const section = /** @type {HTMLElement} */ (nodes.firstElementChild);
  demo.part("panels").append(section);
  return new AllSamples(demo, section);
}

class AllSamples {
  #page = Number.NaN;
  #of = "";
  /** @type {number[]} what the network says to each image */
  #predicted = [];
  /** @type {number[]} */
  #probabilities = [];
  /** @type {Counted | undefined} */
  #counted;
  #counting = new AbortController();
  #showing = 0;
  /** @type {number[]} images of a cell that are not shown yet */
  #more = [];

  /** @param {Demo} demo @param {HTMLElement} section */
  constructor(demo, section) {
    this.demo = demo;
    this.section = section;
    Object.assign(demo.actions, {
      earlier: () => this.#turn(-1),
      later: () => this.#turn(1),
      count: () => this.#count(),
      stop: () => this.#counting.abort(),
      cell: (/** @type {string} */ place) => this.#open(place),
      more: () => this.#showing || this.#show(this.#more),
    });
    this.follow();
  }

  /** Another network or data set is on screen: what was counted is not about it. */
  follow() {
    const of = `${this.demo.dataSet} ${this.demo.network}`;
    if (of === this.#of) return;
    this.#of = of;
    this.#page = Number.NaN;
    this.#counting.abort();
    this.#counted = undefined;
    this.#predicted = this.#probabilities = [];
    for (const draw of Object.values(this.#draws)) draw.drop();
    for (const name of ["results", "cell-images", "mistakes"]) this.part(name).replaceChildren();
    this.part("afterwards").hidden = true;
    this.#know().catch((error) => this.demo.fail(error));
    this.#turn(0);
  }

  /** What networks of the site say is known before anybody lets them read: it is what the panel begins with. */
  async #know() {
    const { network, samples } = this.demo;
    const of = this.#of;
    if (isOwn(network)) return;
    const predicted = [...(await samples.predictions(network))];
    if (of !== this.#of || this.#predicted.length) return;
    this.#predicted = predicted;
    await this.#showResults();
  }

  focus() {
    this.section.focus({ preventScroll: true });
    bringIntoView(this.section);
  }

  close() {
    this.section.remove();
  }

  /** @template {HTMLElement} [Kind=HTMLElement] @param {string} name @param {new () => Kind} [kind] */
  part(name, kind) {
    return part(this.section, name, kind);
  }

  /** @param {number} distance in pages */
  async #turn(distance) {
    const count = this.demo.data.blank.count / PER_FILE;
    const here = Number.isNaN(this.#page) ? Math.floor(this.demo.sample / PER_FILE) : this.#page;
    this.#page = (here + distance + count) % count;
    const first = this.#page * PER_FILE;
    const numbers = Array.from({ length: PER_FILE }, (_, place) => first + place);
    const range = this.part("range");
    range.textContent = say(range.dataset.words ?? "", { first, last: first + PER_FILE - 1 });
    await this.#draw("grid", numbers, {});
  }

  /** Pictures of images, by Python. @param {string} part @param {number[]} numbers @param {Said} said */
  #draw(part, numbers, said, isAdded = false) {
    return this.#draws[part]({ numbers, said, isAdded }).catch((error) => this.demo.fail(error));
  }

  /** Each part that holds pictures shows those it was asked for last. */
  #draws = Object.fromEntries(
    ["grid", "cell-images", "mistakes"].map((part) => [
      part,
      newest(
        (/** @type {Wanted} */ wanted, signal) => this.#thumbnails(wanted, signal),
        ({ html }, { isAdded }) => {
          if (!isAdded) this.part(part).replaceChildren();
          this.part(part).append(markup(html));
        },
      ),
    ]),
  );

  /** @param {Wanted} wanted @param {AbortSignal} signal */
  async #thumbnails({ numbers, said }, signal) {
    const { dataSet: data, lang, samples: all } = this.demo;
    const samples = await Promise.all(numbers.map((number) => all.get(number)));
    const pixels = toBase64(Uint8Array.from(samples.flatMap((sample) => sample.pixels)));
    const labels = samples.map(({ label }) => label);
    return this.demo.python.call("thumbnails", { numbers, pixels, labels, data, lang, ...said }, { signal });
  }

  async #count() {
    this.#counting = new AbortController();
    const { signal } = this.#counting;
    this.#progress(0);
    try {
      if (await this.#askAll(signal)) await this.#showResults();
    } catch (error) {
      if (!signal.aborted) this.demo.fail(/** @type {Error} */ (error));
    }
    this.#progress(undefined);
  }

  /** Asks about one file after the other, a few side by side; false where somebody stopped it. @param {AbortSignal} signal */
  async #askAll(signal) {
    const files = this.demo.data.blank.count / PER_FILE;
    let next = 0;
    let done = 0;
    const { network, samples } = this.demo;
    const work = async () => {
      while (next < files && !signal.aborted) {
        const file = next++;
        const pixels = await samples.images(file);
        const answer = await this.demo.python.call("classify", { pixels, network }, { signal });
        this.#predicted.splice(file * PER_FILE, PER_FILE, ...answer.predicted);
        this.#probabilities.splice(file * PER_FILE, PER_FILE, ...answer.probabilities);
        if (!signal.aborted) this.#progress(++done / files);
      }
    };
    const size = files * PER_FILE;
    this.#predicted = Array(size).fill(0);
    this.#probabilities = Array(size).fill(0);
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return !signal.aborted;
  }

  /** @param {number | undefined} share of the work that is done; undefined when nothing is going on */
  #progress(share) {
    const isGoing = share !== undefined;
    const hadFocus = this.demo.root.activeElement === this.part(isGoing ? "count" : "stop");
    this.part("count").hidden = isGoing;
    this.part("stop").hidden = this.part("counting").hidden = !isGoing;
    if (isGoing) this.part("done", HTMLProgressElement).value = share;
    if (hadFocus) this.part(isGoing ? "stop" : "count").focus({ preventScroll: true });
  }

  async #showResults() {
    const { dataSet: data, lang, network, samples } = this.demo;
    const of = this.#of;
    const said = { predicted: this.#predicted, ...(this.#hasRead && { probabilities: this.#probabilities }) };
    const labels = toBase64(await samples.labels());
    const counted = await this.demo.python.call("count_answers", { labels, data, lang, network, ...said });
    if (of !== this.#of) return;
    this.#counted = counted;
    this.part("results").replaceChildren(markup(counted.html));
    this.part("afterwards").hidden = false;
    this.part("surest").hidden = !this.#hasRead;
    await Promise.all([
      this.#showCell(this.part("cell-title").dataset.wrong ?? "", counted.wrong),
      this.#draw("mistakes", counted.mistakes, this.#saidTo(counted.mistakes)),
    ]);
  }

  /** Whether Python has read the images, and knows how probable its answers are. */
  get #hasRead() {
    return this.#probabilities.length > 0;
  }

  /** What was answered to some images. @param {number[]} numbers */
  #saidTo(numbers) {
    return {
      predicted: numbers.map((number) => this.#predicted[number]),
      probabilities: numbers.map((number) => this.#probabilities[number]),
    };
  }

  /** The images behind a number of the table. @param {string} place */
  async #open(place) {
    const button = this.section.querySelector(`[data-action=cell][value="${place}"]`);
    for (const pressed of this.section.querySelectorAll("[aria-pressed=true]"))
      pressed.setAttribute("aria-pressed", "false");
    button?.setAttribute("aria-pressed", "true");
    await this.#showCell(button?.getAttribute("aria-label") ?? "", this.#counted?.cells[place] ?? []);
    this.part("cell").focus({ preventScroll: true });
    bringIntoView(this.part("cell"));
  }

  /** @param {string} title @param {number[]} numbers */
  async #showCell(title, numbers) {
    this.part("cell-images").replaceChildren();
    this.part("cell-title").textContent = title;
    await this.#show(numbers);
  }

  /** The next ones of a list; the rest behind a button. @param {number[]} numbers */
  async #show(numbers) {
    const now = numbers.slice(0, PER_FILE);
    this.#more = numbers.slice(PER_FILE);
    this.part("more").hidden = !this.#more.length;
    this.#showing += 1;
    await this.#draw("cell-images", now, { predicted: this.#saidTo(now).predicted }, true);
    this.#showing -= 1;
  }
}
