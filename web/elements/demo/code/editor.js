// The editor of a step's lines. Tab indents; after Escape it leaves, as everywhere else.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** @typedef {{label: string, help: string, run: () => void, changed: () => void}} Surroundings label: of the field; help: the id of what explains its keys */

const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], class: "code-word" },
  { tag: [tags.number, tags.bool, tags.null], class: "code-number" },
  { tag: [tags.string, tags.special(tags.string)], class: "code-string" },
  { tag: tags.comment, class: "code-comment" },
  { tag: tags.function(tags.variableName), class: "code-function" },
]);

/** @type {import("@codemirror/state").StateEffectType<number | null>} */
const blame = StateEffect.define();
const BLAMED = Decoration.line({ class: "code-blamed" });

/** The line that is to blame, until something is changed. */
const blamed = StateField.define({
  create: () => Decoration.none,
  update(lines, { docChanged, effects, state }) {
    const [told] = effects.filter((effect) => effect.is(blame));
    if (!told) return docChanged ? Decoration.none : lines;
    const line = told.value && told.value <= state.doc.lines ? state.doc.line(told.value) : undefined;
    return line ? Decoration.set([BLAMED.range(line.from)]) : Decoration.none;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export class Editor {
  #view;

  /** @param {HTMLElement} parent @param {ShadowRoot} root @param {string} text @param {Surroundings} surroundings */
  constructor(parent, root, text, { label, help, run, changed }) {
    const attributes = { "aria-label": label, "aria-describedby": help, tabindex: "0", translate: "no" };
    const extensions = [
      keymap.of([{ key: "Mod-Enter", run: () => run() ?? true }]),
      keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
      [lineNumbers(), highlightSpecialChars(), history(), drawSelection(), indentOnInput(), bracketMatching()],
      [pythonLanguage, indentUnit.of("    "), syntaxHighlighting(COLOURS), blamed, EditorView.lineWrapping],
      EditorView.contentAttributes.of(attributes),
      EditorView.domEventHandlers({ keydown: freeTab, blur: (_, view) => view.setTabFocusMode(false) }),
      EditorView.updateListener.of(({ docChanged }) => docChanged && changed()),
    ];
    this.#view = new EditorView({ parent, root, state: EditorState.create({ doc: text, extensions }) });
    parent.addEventListener("keydown", (event) => event.stopPropagation()); // they are for what is written
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  /** Where it is the same, cursor and undo stay. */
  set text(text) {
    const { length } = this.#view.state.doc;
    if (text !== this.text) this.#view.dispatch({ changes: { from: 0, to: length, insert: text } });
    this.#view.scrollDOM.scrollTop = this.#view.scrollDOM.scrollHeight; // long data stand before what is done with them
  }

  /** Marks a line, from 1, and goes there; none where there is none to blame. @param {number | null} line */
  blame(line) {
    this.#view.dispatch({ effects: blame.of(line) });
  }

  focus() {
    this.#view.focus();
  }
}

/** Escape gives Tab back to the page, until something else is pressed. @param {KeyboardEvent} event @param {EditorView} view */
function freeTab({ key }, view) {
  if (key === "Escape") view.setTabFocusMode(true);
  else if (key !== "Tab" && key !== "Shift") view.setTabFocusMode(false);
}
