// Defines the elements, and makes the one Python of the page. What a reader asks for later is loaded when it is asked for.

import "registered-demos"; // which they are, the build knows: py/builder/publish/assets.py
import { defineDemo } from "./elements/demo/define.js";
import { registered } from "./elements/demo/registry.js";
import { Client } from "./python/page/client.js";

const site = new URL("../../", import.meta.url);

export const python = new Client(site);

for (const demo of registered) {
  defineDemo(demo, { site, python });
  for (const [code, supply] of Object.entries(demo.supplies ?? {}))
    python.supplies[code] = (missing) => supply(site, missing);
  for (const [name, open] of Object.entries(demo.pages ?? {})) {
    const element = document.querySelector(name);
    if (element instanceof HTMLElement) open(element, { site, python });
  }
}

// The figures of our own chapters.
if (document.querySelector("live-figure"))
  import("./elements/chapter/live-figure.js").then(({ defineLiveFigure }) => defineLiveFigure(python));
