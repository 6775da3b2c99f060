// What embed.js at the root of the site leads to: defines <simple-forward-pass> and <forward-pass-mnist>, and exports `python`, the one Python of the page.
// What a demo needs is loaded when one comes near the view.

import { defineDemo } from "./elements/define.js";
import { Client } from "./python/client.js";

const site = new URL("../../", import.meta.url);

export const python = new Client(site);
python.bring = async (name) => (await import("./elements/networks.js")).bringNetwork(site, name);

defineDemo("simple-forward-pass", { site, python }, async () => {
  return (await import("./elements/simple-forward-pass.js")).openSimpleForwardPass;
});
defineDemo("forward-pass-mnist", { site, python }, async () => {
  return (await import("./elements/forward-pass-mnist.js")).openForwardPassMnist;
});

// The page of a whole lesson.
const lesson = document.querySelector("whole-lesson");
if (lesson instanceof HTMLElement)
  import("./elements/whole-lesson.js").then(({ openWholeLesson }) => openWholeLesson(lesson, { site, python }));

// The figures of our own chapters.
if (document.querySelector("live-figure"))
  import("./elements/live-figure.js").then(({ defineLiveFigure }) => defineLiveFigure(python));
