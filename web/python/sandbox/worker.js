// The worker in the cell: it starts a Python of its own from files that it is handed, closes what is open, and then runs what readers write.

import { begin, failureOf } from "../begin.js";
import { closeDoors, limitMemory } from "./doors.js";

const DOOR = "forwardpass.readers_code.door";

/** @type {Awaited<ReturnType<typeof begin>>} */
let python;
/** @type {Map<number, (file: Response) => void>} who waits for which file */
const waiting = new Map();

globalThis.onmessage = ({ ports: [port] }) => {
  globalThis.onmessage = null;
  const tell = (/** @type {string} */ type, /** @type {unknown} */ value) => port.postMessage({ type, value });
  globalThis.fetch = (address) => handed(String(address), tell);
  port.onmessage = async ({ data }) => {
    if (data.type === "file") take(data);
    if (data.type === "start") tell("started", await start(data, tell));
    if (data.type === "request") tell("answer", await run(data.request, (text) => tell("printed", text)));
  };
};

/** Stands in for fetch(). @param {string} address @param {(type: string, value: unknown) => void} tell @returns {Promise<Response>} */
function handed(address, tell) {
  const id = waiting.size;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    tell("file", { id, address });
  });
}

/** @param {{id: number, status: number, kind: string, content: ArrayBuffer}} file */
function take({ id, status, kind, content }) {
  waiting.get(id)?.(status ? new Response(content, { status, headers: { "content-type": kind } }) : Response.error());
}

/** The failure, or nothing once code can run. @param {{base: string, wish: import("../page/connection.js").Wish}} order @param {(type: string, value: unknown) => void} tell */
async function start({ base, wish }, tell) {
  try {
    limitMemory();
    python = await begin(base, wish, (progress) => tell("progress", progress), DOOR);
    await python.complete();
    closeDoors();
  } catch (error) {
    return failureOf(error);
  }
}

/** @param {string} request JSON @param {(text: string) => void} printed @returns {Promise<unknown>} what came of it, or the failure where Python has come to nothing */
async function run(request, printed) {
  try {
    return JSON.parse(await python.answer(request, printed));
  } catch (error) {
    return { failure: failureOf(error) };
  }
}
