"""`build.py profile`: uses the built site in Chromium with a WebAssembly whose functions leave marks, and notes those that were used.

In a browser, since Node takes other ways through Pyodide. Each function begins with a store to a byte of its own, far above what Python's memory grows to.
"""

from functools import partial

from playwright.sync_api import Page, Route, sync_playwright

from forwardpass.api import DEMOS

from ..publish.serve import serving
from ..python.halves import wasm as w
from ..python.halves.split_wasm import Whole
from ..python.halves.used_functions import FILE, note_used, used_functions
from ..python.halves.write_halves import HOT
from ..python.pyodide_files import WHOLE
from ..shared.browser import FLAGS, chromium
from ..shared.console import say
from ..shared.paths import DIST, PYODIDE
from ..shared.waiting import wait_until
from .typical_use import typical_use

PAGE = 65_536
PAGES, MOST_PAGES = 4096, 65_536
MARKS = PAGE * (PAGES - 1)
I32_CONST, STORE_BYTE = b"\x41", b"\x3a"
IN_THE_WORKER = f"""const [instantiate, fill] = [WebAssembly.instantiate, Uint8Array.prototype.fill];
WebAssembly.instantiate = async (...given) => {{
  const made = await instantiate(...given);
  if (made.exports?.memory?.buffer.byteLength >= {PAGE * PAGES}) self.memory = made.exports.memory;
  return made;
}};
Uint8Array.prototype.fill = function (...given) {{ // a snapshot that is restored clears the memory, but for the marks
  const marks = this.buffer === self.memory?.buffer && this.slice({MARKS});
  fill.apply(this, given);
  if (marks) this.set(marks, {MARKS});
  return this;
}};
"""
MARKED = "([at, count]) => [...new Uint8Array(memory.buffer, at, count)].flatMap((mark, i) => (mark ? [i] : []))"
ASK = """async (calls) => {
  const { python } = await import(new URL("../../embed.js", location.href));
  const ask = async ({ call, ...args }) => {
    if (call === "classify") args.pixels = Uint8Array.fromBase64(args.pixels);
    await python.call(call, args);
  };
  await Promise.allSettled(calls.map(ask));
}"""
KEPT = "caches.keys().then((names) => names.some((name) => name.includes('snapshot')))"
CALLS_AT_ONCE = 50


def profile() -> None:
    """Of each demo on a first visit, and on a second one, when Python is restored."""
    wasm = (PYODIDE / WHOLE).read_bytes()
    whole = Whole(wasm)
    with serving(DIST) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        marks = marking(whole)
        used: set[int] = set()
        for demo, other in zip(DEMOS, (*DEMOS[1:], DEMOS[0]), strict=True):
            page = browser.new_context(base_url=address, service_workers="block").new_page()
            replace_scripts(page, marks)
            used |= use(page, f"demos/{demo.name}/", len(whole.bodies))
            wait_until(page, "a snapshot that is kept", partial(page.evaluate, KEPT))
            used |= use(page, f"demos/{other.name}/", len(whole.bodies))
            page.context.close()
        browser.close()
    used |= used_functions(wasm) or set()  # starts differ a little: Python's hashes are random
    note_used(wasm, used)
    say(f"{len(used):,} of {len(whole.bodies):,} functions were used: {FILE}")


def marking(whole: Whole) -> bytes:
    """The whole with a memory that has room for the marks, and functions that leave them."""
    replaced = {
        w.MEMORY: w.vector([b"\1" + w.number(PAGES) + w.number(MOST_PAGES)]),
        w.CODE: w.vector(w.block(marked(body, MARKS + at)) for at, body in enumerate(whole.bodies)),
    }
    return w.assembled((kind, replaced.get(kind, section)) for kind, section in whole.sections)


def marked(body: bytes, address: int) -> bytes:
    """A function that first stores a 1."""
    start = w.instructions_at(body)
    store = I32_CONST + b"\0" + I32_CONST + b"\1" + STORE_BYTE + b"\0" + w.number(address)
    return body[:start] + store + body[start:]


def replace_scripts(page: Page, wasm: bytes) -> None:
    def worker(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=IN_THE_WORKER + answer.text())

    page.route(f"**/{HOT}", lambda route: route.fulfill(response=route.fetch(), body=wasm))
    page.route("**/worker.js", worker)


def use(page: Page, path: str, functions: int) -> set[int]:
    page.goto(path)
    page.wait_for_selector("[state=live]", timeout=120_000)
    calls = list(typical_use())
    for start in range(0, len(calls), CALLS_AT_ONCE):
        page.evaluate(ASK, calls[start : start + CALLS_AT_ONCE])
    return set(page.workers[0].evaluate(MARKED, [MARKS, functions]))
