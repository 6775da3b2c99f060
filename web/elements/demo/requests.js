// What an address, attributes and fields ask of a demo: it goes there, and remarks on what cannot be.

import { readAsked, readAttributes, wholeNumber } from "./address.js";
import { checkTheme, showControls, warn } from "./attributes.js";

/**
 * @typedef {import("./address.js").Wrong} Wrong
 * @typedef {import("./demo-frame.js").DemoFrame} DemoFrame
 */

/** The first place: what the address asks for on the demo's own page, else what the attributes say. @param {DemoFrame} demo */
export function begin(demo) {
  const { values, wrong } = readAsked(demo.element, demo.data.parameters);
  const [subject, step, misfit] = demo.place(values);
  showControls(demo.element, demo.root);
  demo.go(subject, step);
  remark(demo, [...wrong, misfit]);
  checkTheme(demo.element);
  demo.modes.ask();
}

/** An attribute was set. @param {DemoFrame} demo @param {string} name */
export function followAttribute(demo, name) {
  const { element, data } = demo;
  if (name === "theme") checkTheme(element);
  if (name === "mode") demo.modes.ask();
  if (name === "controls") demo.offer();
  if (name === "controls" && demo.view) demo.update();
  if (!(name in data.parameters) || !element.hasAttribute(name)) return;
  const { values, wrong } = readAttributes(element, data.parameters, name);
  const [subject, step, misfit] = demo.place(values);
  demo.go(name === "step" ? demo.subject : subject, step);
  remark(demo, [...wrong, misfit]);
}

/** Goes where a person's input says, or marks it and goes nowhere. @param {DemoFrame} demo @param {string} name @param {string} value @param {(number: number) => void} go */
export function choose(demo, name, value, go) {
  const { least, most } = /** @type {import("../../types.js").NumberParameter} */ (demo.data.parameters[name]);
  const number = wholeNumber(value, { least, most });
  if (number !== null) go(number);
  else demo.notice = { key: `wrong_${name}`, field: name, details: { value, least, most } };
  demo.update();
}

/** The step asked for is none of the lesson. What is remarked already goes before. @param {DemoFrame} demo @param {import("../lessons/steps.js").Named} lesson */
export function remarkStep(demo, { steps = [], numbered = [] }) {
  const { element, step } = demo;
  demo.notice ??= { key: "unknown_step", details: { value: step } };
  if (element.getAttribute("step") === step) warn(element, "step", [`0–${numbered.length - 1}`, ...steps].join(" "));
}

/** @param {DemoFrame} demo @param {(Wrong | undefined)[]} wrong */
function remark(demo, wrong) {
  const [first] = wrong.filter((one) => one !== undefined);
  if (!first) return;
  demo.notice = { key: `wrong_${first.name}`, details: first };
  demo.update();
}
