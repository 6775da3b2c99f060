// The demos there are. The script of each registers it; the elements, their attributes and the names of their controls are read from here.

/**
 * @typedef {import("./define.js").Open} Open
 * @typedef {(site: URL, name: string) => Promise<import("../../python/page/client.js").Supplied>} Supply
 * @typedef {import("./demo-frame.js").Surroundings} Surroundings
 * @typedef {object} Registration
 * @property {import("../../types.js").LessonCall} call the name Python knows it by
 * @property {keyof import("../../types.js").Subject} unit the parameter that numbers its recorded lessons
 * @property {string} element
 * @property {string[]} attributes of the element, besides those of every demo
 * @property {string[]} controls that its template has, besides those of every demo
 * @property {string[]} staged the actions that change the words and the drawing, besides those of every demo
 * @property {Open} open
 * @property {Record<string, (element: HTMLElement, surroundings: Surroundings) => void>} [pages] elements that have a page to themselves
 * @property {Record<string, Supply>} [supplies] what Python lacks, by the code of the error that says so
 */

const OF_EVERY_DEMO = ["lang", "mode", "theme", "controls"];
/** @type {Registration[]} */
export const registered = [];

/** @param {Registration} demo */
export function registerDemo(demo) {
  registered.push(demo);
  return demo;
}

/** All attributes that the element of a demo follows. @param {Registration} demo */
export function attributesOf({ attributes }) {
  return [...OF_EVERY_DEMO, ...attributes];
}
