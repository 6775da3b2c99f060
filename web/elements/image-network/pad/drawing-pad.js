// The drawing pad: what the reader draws is handed to Python while the pen moves, the newest state at a time, and becomes the subject of the demo when it rests.

import { newest } from "../../shared/newest.js";
import { fetchPanel } from "../../shared/panel.js";
import { part } from "../../shared/part.js";
import { showSvg } from "../../shared/show.js";
import { say } from "../../shared/words.js";
import { Pen } from "./pen.js";
import { Pictures } from "./pictures.js";
import { pictureOf, Sheet } from "./sheet.js";

/** @typedef {import("../forward-pass-mnist.js").ForwardPassMnist} ForwardPassMnist */

const REST = 400; // ms without a change

export class DrawingPad {
  #sheet = new Sheet();
  /** how many changes there were since the demo took the drawing over */
  #version = 0;
  /** the subject of the demo at the newest change; another one was chosen later @type {import("../../../types.js").Subject | undefined} */
  #over;
  #frame = 0;
  /** how many questions are not answered yet */
  #asking = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;
  /** who reads the drawing */
  #reader = "";
  #listeners = new AbortController();
  /** @type {Pictures | undefined} those that are brought while it is open */
  #pictures;
  isOpen = false;

  /** @param {ForwardPassMnist} demo */
  constructor(demo) {
    this.demo = demo;
    Object.assign(demo.actions, {
      undo: () => this.#undo(),
      clear: () => this.#edit(() => this.#sheet.clear()),
      picture: () => this.#part("picture-file").click(),
      invert: () => this.#pictures?.photo?.invert(),
      turn: () => this.#pictures?.photo?.turn(),
      whole: () => this.#pictures?.photo?.whole(),
      "pad-keys": () => this.#toggleKeys(),
    });
  }

  /** Comes with what was drawn before, or with the drawing of a link. */
  async open() {
    this.isOpen = true;
    const { nodes, words } = await fetchPanel(this.demo, "drawing_pad");
    if (!this.isOpen || this.panel?.isConnected) return; // closed or asked for again meanwhile
    this.words = words;
    this.panel = /** @type {HTMLElement} */ (nodes.firstElementChild);
    this.demo.part("stage").before(nodes);
    this.demo.controls();
    this.canvas = /** @type {HTMLCanvasElement} */ (this.#part("sheet"));
    this.pen = new Pen(this.canvas, this.#sheet, {
      changed: () => this.#changed(),
      moved: (column, row, painted) => this.#tell(painted ? "painted" : "position", column, row),
      undo: () => this.#undo(),
    });
    this.#listen();
    if (this.#sheet.isUntouched) this.#takeOver();
    this.#over = this.demo.subject;
    this.#paint();
  }

  close() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#listeners.abort();
    this.#settle();
    this.panel?.remove();
  }

  /** @template {HTMLElement} [Kind=HTMLElement] @param {string} name of a class @param {new () => Kind} [kind] */
  #part(name, kind) {
    return part(this.panel ?? this.demo.root, name, kind);
  }

  #listen() {
    this.#listeners.abort(); // those of a panel in another language
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.#part("raw").addEventListener("change", () => this.#changed(), { signal });
    const { python } = this.demo;
    const again = () => python.status.phase === "live" && !this.#sheet.isUntouched && this.#changed();
    python.addEventListener("status", again, { signal });
    const panel = /** @type {HTMLElement} */ (this.panel);
    const place = (/** @type {HTMLCanvasElement} */ ink, /** @type {HTMLCanvasElement | undefined} */ former) =>
      this.#edit(() => this.#sheet.place(ink, former));
    this.#pictures = new Pictures({ demo: this.demo, panel, words: this.words ?? {}, place }, signal);
    panel.addEventListener("keydown", (event) => event.key === "Escape" && this.demo.modes.leave(), { signal });
  }

  /** @param {File} file */
  take(file) {
    this.#pictures?.take(file);
  }

  /** @param {DataTransfer} data */
  drop(data) {
    this.#pictures?.drop(data);
  }

  /** The drawing that a link brought lies on the sheet as a picture. */
  #takeOver() {
    const { drawing } = this.demo.subject;
    const pixels = this.demo.numbers?.pixels;
    if (drawing && pixels) this.#sheet.place(pictureOf(pixels, LIMITS.side));
  }

  #undo() {
    this.#edit(() => this.#sheet.undo());
  }

  /** @param {() => void} edit */
  #edit(edit) {
    edit();
    this.#pictures?.photo?.follow(this.#sheet);
    this.pen?.lift();
    this.#changed();
  }

  /** @param {string} message @param {number} column @param {number} row */
  #tell(message, column, row) {
    this.#part("position").textContent = say(this.words?.[message] ?? "", { column: column + 1, row: row + 1 });
  }

  #changed() {
    this.#version += 1;
    this.#over = this.demo.subject;
    clearTimeout(this.#resting);
    this.#frame ||= requestAnimationFrame(() => this.#paint());
  }

  /** Whether the reader has chosen nothing since the newest change. */
  get #isNewest() {
    return this.#over === this.demo.subject;
  }

  #paint() {
    this.#frame = 0;
    const context = this.canvas?.getContext("2d");
    if (!context) return;
    this.#sheet.paint(context);
    this.pen?.paintCursor(context);
    this.panel?.toggleAttribute("data-empty", this.#sheet.isEmpty);
    this.#ask();
  }

  /** The newest state, whenever Python is free to look at it. */
  #watch = newest(
    (/** @type {number} */ _version, signal) => {
      const args = { ...this.demo.setting, ...this.#sheet.read(), is_raw: this.#part("raw", HTMLInputElement).checked };
      return this.demo.python.call("while_drawing", args, { signal });
    },
    (answer, version) => this.#answered(answer, version),
    { keepsUp: true },
  );

  async #ask() {
    this.#asking += 1;
    await this.#watch(this.#version).catch((error) => this.#failed(error));
    this.#asking -= 1;
    this.#settle();
  }

  /** Another network or data set reads the drawing. */
  follow() {
    this.#showGhost();
    const reader = JSON.stringify(this.demo.setting);
    if (reader === this.#reader) return;
    this.#over = this.demo.subject; // the same image, read by another
    if (this.isOpen && this.#reader) this.#ask();
    this.#reader = reader;
  }

  /** What is drawn on an empty sheet is of the data set. */
  #showGhost() {
    const { ghost } = this.demo.networks.sets[this.demo.dataSet];
    for (const path of this.panel?.querySelectorAll(".ghost path") ?? []) path.setAttribute("d", ghost);
  }

  #toggleKeys() {
    const keys = this.#part("pad-help").querySelector("[aria-controls]");
    const text = /** @type {HTMLElement} */ (this.panel?.querySelector("#pad-keys"));
    text.hidden = !text.hidden;
    keys?.setAttribute("aria-expanded", String(!text.hidden));
  }

  /** When nothing more comes, the drawing becomes the subject of the demo; at once where the pad is closed. */
  #settle() {
    clearTimeout(this.#resting);
    if (!this.#version || this.#asking || this.#frame) return;
    if (this.isOpen) this.#resting = setTimeout(() => this.#rest(), REST);
    else this.#rest();
  }

  /** @param {import("../../../messages.js").Watched} answer @param {number} version */
  #answered(answer, version) {
    this.drawing = answer.drawing;
    showSvg(this.#part("stages"), answer.stages);
    if (version && this.#isNewest && !this.demo.isFollowing) this.#showLive(answer.svg);
  }

  /** The picture keeps up with the pen: no change is drawn out. @param {string} svg */
  #showLive(svg) {
    this.demo.part("picture").classList.add("keeps-up");
    showSvg(this.demo.part("picture"), svg);
  }

  /** @param {Error} error */
  #failed(error) {
    this.drawing = undefined;
    this.demo.fail(error);
  }

  /** What the reader has chosen since goes before it. */
  #rest() {
    this.#version = 0;
    this.demo.part("picture").classList.remove("keeps-up");
    if (this.drawing !== undefined && this.#isNewest) this.demo.go(this.demo.subjectOf({ drawing: this.drawing }));
  }
}
