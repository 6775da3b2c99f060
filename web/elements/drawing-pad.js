// The drawing pad: what the reader draws is handed to Python while the pen moves, the newest state at a time, and becomes the subject of the demo when it rests.

import { showDrawing } from "./drawing.js";
import { fetchPanel } from "./panel.js";
import { Pen } from "./pen.js";
import { listenForPictures, PictureError, readPicture } from "./picture-file.js";
import { pictureOf, Sheet } from "./sheet.js";
import { say } from "./words.js";

/** @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} ForwardPassMnist */

const REST = 400; // ms without a change
const SIDE = 28;

export class DrawingPad {
  #sheet = new Sheet();
  /** how many changes there were since the demo took the drawing over */
  #version = 0;
  #frame = 0;
  #asking = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #resting;
  /** who reads the drawing */
  #reader = "";
  #listeners = new AbortController();
  isOpen = false;

  /** @param {ForwardPassMnist} demo */
  constructor(demo) {
    this.demo = demo;
    Object.assign(demo.actions, {
      undo: () => this.#undo(),
      clear: () => this.#edit(() => this.#sheet.clear()),
      picture: () => this.#part("picture-file").click(),
      shut: () => this.close(),
    });
  }

  /** Comes with what was drawn before, or with the drawing of a link. */
  async open() {
    this.isOpen = true;
    const { nodes, words } = await fetchPanel(this.demo, "drawing_pad");
    if (!this.isOpen || this.panel?.isConnected) return; // closed or asked for again meanwhile
    this.words = words;
    this.panel = /** @type {HTMLElement} */ (nodes.firstElementChild);
    this.demo.part("narration").before(nodes);
    this.demo.controls();
    this.canvas = /** @type {HTMLCanvasElement} */ (this.#part("sheet"));
    this.pen = new Pen(this.canvas, this.#sheet, {
      changed: () => this.#changed(),
      moved: (column, row, painted) => this.#tell(painted ? "painted" : "position", column, row),
      undo: () => this.#undo(),
    });
    this.#listen();
    if (this.#sheet.isUntouched) this.#takeOver();
    this.#paint();
    this.show();
  }

  /** Brings the pad into view. */
  show() {
    this.canvas?.focus({ preventScroll: true });
    this.panel?.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.isOpen = false;
    this.#listeners.abort();
    this.#settle();
    this.panel?.remove();
    /** @type {HTMLElement | null} */ (this.demo.root.querySelector("[data-action=draw]"))?.focus();
  }

  /** @param {string} name of a class @returns {any} */
  #part(name) {
    return this.panel?.querySelector(`.${name}`);
  }

  #listen() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const file = this.#part("picture-file");
    const take = (/** @type {File | undefined} */ file) => file && this.#open(file);
    file.addEventListener("change", () => take(file.files[0]), { signal });
    this.#part("raw").addEventListener("change", () => this.#changed(), { signal });
    const { python } = this.demo;
    const again = () => python.status.phase === "live" && !this.#sheet.isUntouched && this.#changed();
    python.addEventListener("status", again, { signal });
    listenForPictures(/** @type {HTMLElement} */ (this.panel), take, signal);
    this.panel?.addEventListener("keydown", (event) => event.key === "Escape" && this.close(), { signal });
  }

  /** The drawing that a link brought lies on the sheet as a picture. */
  #takeOver() {
    const { drawing } = this.demo.subject;
    const pixels = this.demo.view?.numbers?.pixels;
    if (drawing && pixels) this.#sheet.place(pictureOf(/** @type {number[]} */ (pixels), SIDE));
  }

  #undo() {
    this.#edit(() => this.#sheet.undo());
  }

  /** @param {() => void} edit */
  #edit(edit) {
    edit();
    this.pen?.lift();
    this.#changed();
  }

  /** @param {string} message @param {number} column @param {number} row */
  #tell(message, column, row) {
    this.#part("spoken").textContent = say(this.words?.[message] ?? "", { column: column + 1, row: row + 1 });
  }

  /** @param {File} file */
  async #open(file) {
    this.#notice("");
    try {
      const { picture, width } = await readPicture(file);
      const { ink } = await this.demo.python.call("ink_of", { picture, width });
      const bytes = Uint8Array.from(atob(ink), (letter) => letter.charCodeAt(0));
      if (!bytes.some(Boolean)) throw new PictureError("no_ink", file);
      this.#edit(() => {
        this.#sheet.clear();
        this.#sheet.place(pictureOf(bytes, width));
      });
    } catch (error) {
      if (error instanceof PictureError) this.#notice(say(this.words?.[error.key] ?? "", error.details));
      else this.demo.fail(/** @type {Error} */ (error));
    }
  }

  /** @param {string} text */
  #notice(text) {
    this.#part("pad-notice").textContent = text;
  }

  #changed() {
    this.#version += 1;
    clearTimeout(this.#resting);
    this.#frame ||= requestAnimationFrame(() => this.#paint());
  }

  #paint() {
    this.#frame = 0;
    const context = this.canvas?.getContext("2d");
    if (!context) return;
    this.#sheet.paint(context);
    this.pen?.paintCursor(context);
    this.#ask();
  }

  /** One question is on its way at a time; when its answer is there, the newest state is asked, if it is another. */
  async #ask() {
    if (this.#asking) return;
    this.#asking = true;
    const version = this.#version;
    await this.#answer(version).catch((error) => this.#failed(error));
    this.#asking = false;
    if (version !== this.#version) this.#ask();
    else this.#settle();
  }

  /** Another network or data set reads the drawing. */
  follow() {
    const reader = JSON.stringify(this.demo.setting);
    if (this.isOpen && this.#reader && reader !== this.#reader) this.#ask();
    this.#reader = reader;
  }

  /** When nothing more comes, the drawing becomes the subject of the demo; at once where the pad is closed. */
  #settle() {
    clearTimeout(this.#resting);
    if (!this.#version || this.#asking || this.#frame) return;
    if (this.isOpen) this.#resting = setTimeout(() => this.#rest(), REST);
    else this.#rest();
  }

  /** @param {number} version */
  async #answer(version) {
    const args = { ...this.demo.setting, ...this.#sheet.read(), is_raw: this.#part("raw").checked };
    const answer = await this.demo.python.call("while_drawing", args);
    this.drawing = answer.drawing;
    showDrawing(this.#part("stages"), answer.stages);
    if (version) this.#showLive(answer.svg);
  }

  /** The picture keeps up with the pen: no change is drawn out. @param {string} svg */
  #showLive(svg) {
    this.demo.part("picture").classList.add("keeps-up");
    showDrawing(this.demo.part("picture"), svg);
  }

  /** @param {Error} error */
  #failed(error) {
    this.drawing = undefined;
    if (!this.demo.python.status.error) this.demo.fail(error);
  }

  #rest() {
    this.#version = 0;
    this.demo.part("picture").classList.remove("keeps-up");
    if (this.drawing !== undefined) this.demo.go(this.demo.subjectOf({ drawing: this.drawing }));
  }
}
