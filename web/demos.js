// Defines the elements, and makes the one Python of the page. What a reader asks for later is loaded when it is asked for.

import { defineDemo } from "./elements/define.js";
import { openForwardPassMnist } from "./elements/forward-pass-mnist.js";
import { openSimpleForwardPass } from "./elements/simple-forward-pass.js";
import { Client } from "./python/client.js";

const site = new URL("../../", import.meta.url);

export const python = new Client(site);
python.bring = async (name) => (await import("./elements/networks.js")).bringNetwork(site, name);

defineDemo("simple-forward-pass", { site, python }, openSimpleForwardPass);
defineDemo("forward-pass-mnist", { site, python }, openForwardPassMnist);

// The page of a whole lesson.
const lesson = document.querySelector("whole-lesson");
if (lesson instanceof HTMLElement)
  import("./elements/whole-lesson.js").then(({ openWholeLesson }) => openWholeLesson(lesson, { site, python }));

// The figures of our own chapters.
if (document.querySelector("live-figure"))
  import("./elements/live-figure.js").then(({ defineLiveFigure }) => defineLiveFigure(python));
