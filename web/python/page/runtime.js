// In the hidden frame that embed.js opens on pages of other origins: the worker lives here, and the page around gets a port to it.
// The words of that page are not trusted: two kinds of message are known, and a request is only ever handed to Python as text.

import { Connection } from "./connection.js";

const site = new URL("../../", import.meta.url);
const { port1: port, port2: theirs } = new MessageChannel();

/** @type {Connection | undefined} */
let connection;

port.onmessage = ({ data }) => {
  if (data?.type === "start" && !connection) start(data);
  if (data?.type === "request" && connection) answer(connection, data.request);
};
parent.postMessage({ type: "forward-pass:runtime" }, "*", [theirs]);

/** @param {{way?: unknown, wanted?: unknown}} message */
async function start({ way, wanted }) {
  /** @type {import("./connection.js").Wish} */
  const wish = { way: way === "stock" ? way : "fast", wanted: [wanted ?? []].flat().map(String) };
  const died = () => port.postMessage({ type: "died" });
  try {
    connection = new Connection(site, { progress: (value) => port.postMessage({ type: "progress", value }), died });
    port.postMessage({ type: "started", value: await connection.start(wish) });
  } catch (error) {
    port.postMessage({ type: "started", value: { key: "error_failed", details: { reason: String(error) } } });
  }
}

/** @param {Connection} connection @param {unknown} request */
async function answer(connection, request) {
  port.postMessage({ type: "answer", value: await connection.answer(Object(request)) });
}
