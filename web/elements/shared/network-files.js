// Files of networks between the reader and Python: what is chosen, as text for a call, what has become of it, and what Python made, as a download.

import { PythonError } from "../../python/page/python-error.js";
import { markup } from "../../trusted.js";
import { fromBase64, toBase64 } from "./base64.js";
import { find } from "./part.js";
import { say } from "./words.js";

/**
 * @typedef {import("../../types.js").NetworkFile} NetworkFile
 * @typedef {Omit<NetworkFile, "content">} Choices
 * @typedef {Partial<import("../../messages.js").TakenNetwork>} Accepted
 * @typedef {{refused: string, lines?: string}} Refused
 */

const LATER = 60_000; // ms: some browsers begin a download after the click has ended

/** Where it is said what has become of a file, with menus to have it read otherwise. The markup is of report.py. */
export class FileNotice {
  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
  }

  /** The file as text for a call, so much of a large one that Python can refuse it; nothing, and a sentence, where the browser cannot read it. @param {File | undefined} file */
  async contentOf(file) {
    if (!file) return this.#refuse("nothing", {});
    try {
      return toBase64(new Uint8Array(await file.slice(0, LIMITS.bytes + 1).arrayBuffer()));
    } catch {
      return this.#refuse("unreadable", { name: file.name }); // a folder, for one
    }
  }

  /** @param {string} reason @param {Record<string, string>} details @returns {undefined} */
  #refuse(reason, details) {
    this.tell({ refused: say(find(this.box, "p").dataset[reason] ?? "", details) });
  }

  /** @param {Accepted | Refused} said of the last file */
  tell(said) {
    const isRefused = "refused" in said;
    const [words, lines, menus] = isRefused ? [said.refused, said.lines, ""] : [said.taken, "", said.menus];
    const notice = find(this.box, "p");
    notice.textContent = words ?? "";
    notice.toggleAttribute("data-refused", isRefused);
    find(this.box, "code").textContent = lines ?? "";
    find(this.box, "pre").hidden = !lines;
    this.#showMenus(menus ?? "");
  }

  /** @param {string} menus */
  #showMenus(menus) {
    const { focused } = this;
    find(this.box, ".file-menus").replaceChildren(markup(menus));
    this.focus(focused);
  }

  /** Which of the menus has the focus, -1 for none. */
  get focused() {
    return this.#menus.findIndex((menu) => menu.matches(":focus"));
  }

  /** @param {number} place of a menu, which may have been made anew */
  focus(place) {
    this.#menus[place]?.focus({ preventScroll: true });
  }

  get #menus() {
    return [...this.box.querySelectorAll("select")];
  }

  /** What the menus say. @returns {Choices} */
  get choices() {
    const data = new FormData(find(this.box, "form", HTMLFormElement));
    const [way, pixels] = ["way", "pixels"].map((name) => data.get(name));
    return {
      ...(way && { way: String(way) }),
      ...(pixels && { pixels: String(pixels) }),
      activations: data.getAll("activation").map(String),
    };
  }
}

/** What is said of a file that does not fit; any other error is thrown. @param {unknown} error @returns {Refused} */
export function refusalOf(error) {
  if (!(error instanceof PythonError) || error.code !== "wrong_file") throw error;
  return { refused: error.message, lines: error.lines };
}

/** Has the browser download a file. @param {{name: string, content: string}} file content: in base64 */
export function offer({ name, content }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([fromBase64(content)]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LATER);
}
