// Puts halves together as web/python/fast/halves/halves.js does, or takes the whole, and prints what each function says twice: node halves.mjs <hot half or whole> [cold half]

import { readFileSync } from "node:fs";
import { Halves } from "../../../../web/python/fast/halves/halves.js";

const [hot, cold] = process.argv.slice(2).map((file) => readFileSync(file));
let brought = 0;
globalThis.XMLHttpRequest = class {
  status = 200;
  open() {}
  send() {
    brought += 1;
    this.response = cold;
  }
};
const page = { more: (x) => x + 1 };
const { instance } = await WebAssembly.instantiate(hot, { page });
const exports = new Halves({ downloads: { base: "" } }).exports(instance.exports, { page });
const said = {};
for (const name of ["double", "triple", "plus", "next"]) said[name] = [exports[name](5, 7), exports[name](7, 7)];
console.log(JSON.stringify({ ...said, brought: [brought] }));
