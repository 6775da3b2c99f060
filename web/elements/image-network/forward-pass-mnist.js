// Demo 2: a trained network reads a test image of its data set, or a drawing. A lesson is one view, named by the image and, where they are not the first ones, data set and network.

import { codeOf } from "../../python/page/python-error.js";
import { DemoFrame } from "../demo/demo-frame.js";
import { bringStage } from "../demo/in-view.js";
import { showNumber } from "../demo/input.js";
import { registerDemo } from "../demo/registry.js";
import { choose } from "../demo/requests.js";
import { openShell } from "../demo/shell.js";
import { Inside } from "./inside.js";
import { isOwn, Networks, supplyNetwork } from "./networks.js";
import { Panels } from "./panels.js";
import { Samples } from "./samples.js";
import { Search } from "./search.js";

/** @typedef {import("../../types.js").Subject} Subject */

const LONGEST_SHOWN = 40; // characters of a wrong link
const DEMO = registerDemo({
  call: "forward_pass_mnist",
  unit: "sample",
  element: "forward-pass-mnist",
  attributes: ["sample", "drawing", "network", "data", "step"],
  controls: ["sample", "random", "digit", "mistake", "follow", "draw", "ask", "network", "all", "own"],
  staged: ["sample", "choose", "random", "digit", "mistake", "network"],
  open: openForwardPassMnist,
  supplies: { missing_network: supplyNetwork },
});
/** Where the images of each data set are. @type {Record<string, string>} */
const IMAGES = { mnist: PARTS.mnist, fashion: PARTS.fashion };
/** @param {HTMLElement} element @param {import("../demo/demo-frame.js").Surroundings} surroundings */
async function openForwardPassMnist(element, surroundings) {
  return new ForwardPassMnist(element, surroundings, await openShell(element, surroundings.site, DEMO.call));
}

export class ForwardPassMnist extends DemoFrame {
  #sample = 0;
  /** @type {import("./pad/drawing-pad.js").DrawingPad | undefined} once somebody has drawn */
  #pad;
  #inside = new Inside(this);
  #panels = new Panels(this);
  search = new Search(this);
  /** @type {import("./follow.js").Follow | undefined} once somebody has asked how it got there */
  #follow;
  /** @type {Promise<void> | undefined} the pad, which is wanted and waits for the drawing of a link, or comes */
  #coming;
  #wantsPad = false;

  /**
   * @param {HTMLElement} element @param {import("../demo/demo-frame.js").Surroundings} surroundings
   * @param {import("../demo/shell.js").Opened} opened
   */
  constructor(element, surroundings, opened) {
    super(element, surroundings, DEMO, opened);
    this.networks = new Networks(opened.data.sets ?? {});
    /** @type {Record<string, Samples>} */
    this.sets = {};
    for (const [name, folder] of Object.entries(IMAGES))
      this.sets[name] = new Samples(new URL(folder, surroundings.site));
    Object.assign(this.actions, {
      sample: (/** @type {string} */ value) => choose(this, "sample", value, (sample) => this.show(sample)),
      choose: (/** @type {string} */ sample) => this.#showChosen(Number(sample)),
      random: () => this.search.random(),
      digit: (/** @type {string} */ label) => this.search.digit(Number(label)),
      mistake: () => this.search.mistake(),
      follow: () => this.#seeHow(),
      network: (/** @type {string} */ value) => this.go({ ...this.image, ...this.networks.chosen(value) }),
      panel: (/** @type {string} */ name) => this.#panels.open(name, true),
      fold: (/** @type {string} */ name) => this.#panels.fold(name, true),
      widths: () => {
        const isOn = this.part("picture").toggleAttribute("data-weights");
        this.part("widths").setAttribute("aria-pressed", String(isOn));
      },
    });
  }

  /** @override @param {AbortSignal} signal */
  connected(signal) {
    this.part("picture").tabIndex = 0;
    this.#inside.listen(signal);
  }

  /** @override */
  refilled() {
    this.part("picture").tabIndex = 0;
    this.#follow?.refilled().catch((error) => this.fail(error));
    this.#inside.refilled();
    if (this.#pad?.isOpen) this.#pad.open().catch((error) => this.fail(error));
    this.#panels.refilled();
  }

  /** @override what a mode needs comes, and no mode shows what belongs to another: test images are of the first, drawings of the second @param {string} mode */
  switched(mode) {
    const { drawing } = this.subject;
    if (mode !== "code") this.#follow?.close();
    if (mode !== "inside") this.#inside.unpin();
    this.#panels.fold("own-network", false);
    if (mode === "all") this.#panels.open("all-samples", false);
    this.#wantsPad = mode === "draw";
    if (mode !== "draw") this.#pad?.close();
    if (mode === "draw" && drawing === undefined) super.go(this.subjectOf({ drawing: this.#pad?.drawing ?? "" }));
    else if (mode !== "draw" && drawing !== undefined && (!drawing || mode === this.modes.first))
      this.show(this.#sample);
    else this.update();
    if (mode === "inside") this.#inside.begin();
  }

  /** An image or a drawing has come by another way than the tab. */
  #matchMode() {
    const { drawing } = this.subject;
    if (drawing === undefined && this.modes.now === "draw") this.modes.open(this.modes.first);
    else if (drawing && this.modes.now === this.modes.first) this.modes.open("draw");
  }

  /** @override a picture opens the pad @param {DataTransfer} data */
  async dropped(data) {
    const [file] = data.files;
    if (this.#pad?.isOpen) return this.#pad.drop(data);
    if (!file?.type.startsWith("image/")) return;
    this.modes.open("draw");
    await this.#coming;
    this.#pad?.take(file);
  }

  /** Follows the image through the network. @param {string} [step] of the lesson; without one, somebody has pressed the button */
  async #seeHow(step) {
    if (this.#isEmpty) return;
    try {
      const { Follow } = await import("./follow.js");
      this.#follow ??= new Follow(this);
      await this.#follow.open(step ?? "");
      if (step === undefined) this.#bringIntoView();
    } catch (error) {
      this.fail(/** @type {Error} */ (error));
    }
  }

  /** Whether the steps of a lesson are on screen. */
  get isFollowing() {
    return Boolean(this.#follow?.isOpen);
  }

  /** The lesson, while its steps are on screen. */
  get #lessonOfImage() {
    return this.#follow?.isOpen ? this.#follow : undefined;
  }

  /** Whether it is to be drawn yet. */
  get #isEmpty() {
    return this.subject.drawing === "";
  }

  async #draw() {
    try {
      const { DrawingPad } = await import("./pad/drawing-pad.js");
      this.#pad ??= new DrawingPad(this);
      if (this.modes.now === "draw" && !this.#pad.isOpen) await this.#pad.open();
    } catch (error) {
      this.fail(/** @type {Error} */ (error));
    }
  }

  /** The drawing of a link lies on the pad: it has to be there. */
  #followPad() {
    if (!this.#wantsPad || (this.subject.drawing && this.waiting && !this.#pad?.drawing)) return;
    this.#wantsPad = false;
    this.#coming = this.#draw();
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

  /** The sample on screen, or the one that a drawing takes the place of. */
  get sample() {
    return this.#sample;
  }

  /** The numbers on screen; none where there is no image. */
  get numbers() {
    const numbers = this.view?.numbers;
    return numbers && "pixels" in numbers ? numbers : undefined;
  }

  /** What is on screen, {sample} or {drawing}. @returns {Subject} */
  get image() {
    const { drawing } = this.subject;
    return drawing === undefined ? { sample: this.#sample } : { drawing };
  }

  /** @override */
  get blankDrawing() {
    if (this.network === this.data.parameters.network.otherwise) return super.blankDrawing;
    return isOwn(this.network) ? "" : `${PARTS.networks}${this.lang}/${this.network}.svg`;
  }

  /** What Python is asked with besides the image. */
  get setting() {
    return { lang: this.lang, network: this.network, data: this.dataSet };
  }

  /** The subject of an image, {sample} or {drawing}, of the same data set and read by the same network. @param {Subject} image @returns {Subject} */
  subjectOf(image) {
    return { ...image, ...this.networks.named(this.network, this.dataSet) };
  }

  /** @param {number} sample */
  show(sample) {
    this.go(this.subjectOf({ sample }));
  }

  /** A network that the reader has brought reads the image on screen. @param {string} name */
  useOwn(name) {
    this.networks.own = name;
    this.go({ ...this.image, ...this.networks.named(name, this.dataSet) });
  }

  /** @override remembers the sample that a drawing takes the place of @param {Subject} subject @param {import("../lessons/steps.js").Asked} [step] */
  go(subject, step) {
    if ("sample" in subject) this.#sample = Number(subject.sample);
    super.go(subject);
    this.#matchMode();
    if (step) this.#seeHow(String(step));
  }

  /** @override a drawing goes before a sample @param {import("../../types.js").Values} values @returns {[Subject, import("../lessons/steps.js").Asked, import("../demo/address.js").Wrong?]} */
  place({ sample, drawing, step = "", ...values }) {
    const { named, wrong } = this.networks.asked(values);
    return [{ ...(drawing ? { drawing: String(drawing) } : { sample: Number(sample) }), ...named }, step, wrong];
  }

  /** @override a network that a reader has brought is in no address @returns {import("../../types.js").Values} */
  query() {
    const { network, ...others } = this.subject;
    const step = this.#lessonOfImage?.key;
    const named = network === undefined || isOwn(String(network)) ? others : { ...this.subject };
    return step ? { ...named, step } : named;
  }

  /** @override what Python cannot unpack came by a damaged link: then it is the first image @param {Error} error */
  refused(error) {
    const { drawing } = this.subject;
    if (codeOf(error) !== "wrong_drawing") return super.refused(error);
    this.go(this.subjectOf({ sample: Number(this.data.parameters.sample.otherwise) }));
    this.notice = { key: "wrong_drawing", details: { value: String(drawing).slice(0, LONGEST_SHOWN) } };
    this.update();
  }

  /** @override */
  next() {
    if (this.#lessonOfImage) this.#lessonOfImage.next();
    else if (this.modes.now === "draw" && !this.#isEmpty) this.#seeHow();
    else this.show(this.search.neighbour(1));
  }

  /** @override */
  back() {
    if (this.#lessonOfImage) this.#lessonOfImage.back();
    else if (this.modes.now !== "draw") this.show(this.search.neighbour(-1));
  }

  /** @override */
  get played() {
    return this.#lessonOfImage?.view;
  }

  /** @override */
  first() {
    if (this.#lessonOfImage) this.#lessonOfImage.first();
    else if (this.modes.now !== "draw") this.show(0);
  }

  /** @override */
  last() {
    if (this.#lessonOfImage) this.#lessonOfImage.last();
    else if (this.modes.now !== "draw") this.show(this.data.blank.count - 1);
  }

  /** @override a step of the lesson takes the place of the view @param {import("../../types.js").Shown} view @returns {import("../../types.js").Shown} */
  dressed(view) {
    this.view = this.#follow?.dress(view) ?? view;
    return this.view;
  }

  /** @override */
  get waiting() {
    return super.waiting || Boolean(this.#follow?.isWaiting);
  }

  /** @override has the neighbours ready before anybody asks */
  ahead() {
    for (const sample of [1, 2, -1].map((distance) => this.#sample + distance)) {
      const subject = this.subjectOf({ sample });
      const isThere = sample >= 0 && sample < this.data.blank.count;
      if (isThere && (this.live || this.lessons.isRecorded(subject))) this.lessons.load(subject).catch(() => {});
    }
  }

  /** @override the weights of its network are in the one that comes later */
  get parts() {
    return [this.lang, "later"];
  }

  /** @override @param {Subject} subject */
  async args(subject) {
    const [network, data] = [this.networks.network(subject), this.networks.dataSet(subject)];
    const image = subject.sample === undefined ? {} : await this.sets[data].get(subject.sample);
    return { ...subject, ...image, network, data, lang: this.lang };
  }

  /** @override all networks but the first one */
  async files() {
    const [network, data] = [this.networks.network(this.subject), this.networks.dataSet(this.subject)];
    if (!Object.keys(this.networks.named(network, data)).length) return {};
    const { name, content } = await this.python.call("save_network", { kind: "npz", network });
    return { [isOwn(network) ? name : `data/${network}.npz`]: content };
  }

  /** @override */
  async script() {
    return (await this.python.call("image_script", await this.args(this.subject))).code;
  }

  /** @override */
  controls() {
    this.#follow?.follow();
    this.#inside.follow();
    this.#pad?.follow();
    this.#followPad();
    this.#enable();
    showNumber(this.part("number", HTMLInputElement), this.#sample, this.notice?.key === "wrong_sample");
    this.networks.show(this.root, this.subject);
    this.#panels.follow();
  }

  /** In Draw there is nothing before the drawing. */
  #enable() {
    this.part("see-how").setAttribute("aria-disabled", String(this.#isEmpty));
    if (!this.isFollowing) this.part("back").setAttribute("aria-disabled", String(this.modes.now === "draw"));
  }

  /** An image that was chosen from many, and the place where it is shown. @param {number} sample */
  #showChosen(sample) {
    this.show(sample);
    this.#bringIntoView();
  }

  #bringIntoView() {
    this.part("frame").focus({ preventScroll: true });
    bringStage(this.root);
  }
}
