// In a hidden frame of our site, which a page opens when a reader's code is to run: it holds the cell, and the page around gets a port to it, as to the demos' Python
// (page/runtime.js). Here is what the cell may not reach itself: the files of Python, which are handed to it.

import { Cell } from "./cell.js";

const site = new URL("../../", import.meta.url);
const { port1: port, port2: theirs } = new MessageChannel();

/** @type {Cell | undefined} */
let cell;

port.onmessage = ({ data }) => {
  if (data?.type === "start" && !cell) {
    cell = new Cell(new URL(PARTS.python, site).href, (type, value) => port.postMessage({ type, value }));
    cell.open({ way: data.way === "stock" ? data.way : "fast", wanted: [data.wanted ?? []].flat().map(String) });
  }
  if (data?.type === "request") cell?.run(data.request);
};
parent.postMessage({ type: "forward-pass:runtime" }, "*", [theirs]);
