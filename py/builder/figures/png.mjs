// SVG → PNG: reads a JSON list of {svg, width, target, family, fonts} and writes the targets. Only the fonts named there and here are used, so that every machine draws the same.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const { resolve } = createRequire(import.meta.url);
const FACES = ["", "-Bold", "-Oblique"];

await initWasm(readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm")));
const latin = FACES.map((face) => readFileSync(resolve(`dejavu-fonts-ttf/ttf/DejaVuSansCondensed${face}.ttf`)));

for (const { svg, width, target, family, fonts } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const fontBuffers = [...fonts.map((file) => readFileSync(file)), ...latin];
  const font = { fontBuffers, defaultFontFamily: family, sansSerifFamily: family, defaultFontSize: 18 }; // resvg does not know the shorthand `font`
  const picture = new Resvg(svg, { font, fitTo: { mode: "width", value: width } }).render();
  writeFileSync(target, picture.asPng());
}
