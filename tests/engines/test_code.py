"""The wall round the code that a reader writes, in every engine."""

import re

from builder.shared.paths import WEB

from .demos import Small

CELL = (WEB / "python" / "sandbox" / "cell.js").read_text(encoding="utf-8")
POLICY = re.search(r'^const POLICY = "(.+)";$', CELL, re.MULTILINE)
PAGE = re.search(r"^const PAGE = `(.+?)`;$", CELL, re.MULTILINE | re.DOTALL)
# In the place of our worker's script: what a worker in the cell can reach of itself.
SCRIPT = """onmessage = async ({ ports: [port] }) => {
  const site = "%s";
  const tries = {
    fetch: () => fetch(`${site}embed.js`),
    request: () => new Promise((done, failed) => {
      const request = Object.assign(new XMLHttpRequest(), { onload: done, onerror: failed });
      request.open("GET", `${site}embed.js`);
      request.send();
    }),
    module: () => import(`${site}embed.js`),
    script: () => importScripts(`${site}embed.js`),
    cache: async () => { if (!(await caches.keys()).length) throw new Error("none is ours"); },
    database: () => new Promise((done, failed) => Object.assign(indexedDB.open("any"), { onsuccess: done, onerror: failed })),
    lock: () => navigator.locks.request("any", () => {}),
  };
  const open = [];
  for (const [name, attempt] of Object.entries(tries)) {
    const late = new Promise((_, failed) => setTimeout(failed, 1000)); // what does not answer is no way out
    try { await Promise.race([attempt(), late]); open.push(name); } catch {}
  }
  port.postMessage([origin, ...open]);
};"""
ASK_CELL = """new Promise((done) => {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.srcdoc = given[0];
  frame.onload = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => { frame.remove(); done(data); };
    frame.contentWindow.postMessage(given[1], "*", [port2]);
  };
  document.body.append(frame);
})"""


def test_nothing_in_the_cell_leads_out_of_it(small: Small) -> None:
    assert POLICY
    assert PAGE
    page = PAGE[1].replace("${POLICY}", POLICY[1])
    assert small.window.ask(ASK_CELL, page, SCRIPT % small.site) == ["null"]
