// SVG → PNG: reads a JSON list of {svg, width, target} and writes the targets. Only the fonts named here are used, so that every machine draws the same.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const { resolve } = createRequire(import.meta.url);
const FAMILY = "DejaVu Sans Condensed";
const FACES = ["", "-Bold", "-Oblique"];

await initWasm(readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm")));
const fontBuffers = FACES.map((face) => readFileSync(resolve(`dejavu-fonts-ttf/ttf/DejaVuSansCondensed${face}.ttf`)));
const font = { fontBuffers, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY, defaultFontSize: 18 }; // resvg does not know the shorthand `font`

for (const { svg, width, target } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const picture = new Resvg(svg, { font, fitTo: { mode: "width", value: width } }).render();
  writeFileSync(target, picture.asPng());
}
