"""Nothing that a reader writes reaches the network, what is kept for the site, or the demo."""

from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from ...conftest import OpenPage
from ...demo.code.code_mode import begin, finished, open_code, run, trouble
from ...helpers.books import Book
from ...helpers.driver import SIMPLE, Demo

PATH = "demos/simple_forward_pass/"
LEAK = "leaked"
NAMES = (
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "WebTransport",
    "importScripts",
    "caches",
    "indexedDB",
    "cookieStore",
    "BroadcastChannel",
    "SharedWorker",
    "Worker",
    "postMessage",
    "close",
)
OF_NAVIGATOR = ("locks", "storage", "serviceWorker", "sendBeacon")
TRIES = {
    "pyodide.http": f"import pyodide.http\npyodide.http.open_url('/{LEAK}')",
    "pyodide_js": f"import pyodide_js\npyodide_js.loadPackage('/{LEAK}.whl')\npyodide_js._api.fetch('/{LEAK}')",
    "run_js": f"import pyodide.code\npyodide.code.run_js('fetch(\"/{LEAK}\")')",
    "eval": f"import js\njs.eval('fetch(\"/{LEAK}\")')",
    "Function": f"import js\njs.Function.new('return fetch(\"/{LEAK}\")')()",
    "urllib": f"import urllib.request\nurllib.request.urlopen('http://localhost/{LEAK}')",
    "socket": "import socket\nsocket.create_connection(('localhost', 80), 1)",
    "micropip": "import micropip",
}
# What the frame round the worker, and a worker of its making, can do of itself, whatever is taken away inside.
WALL = """async (site) => {
  const tries = {
    fetch: () => fetch(`${site}leaked`),
    image: () => new Promise((done, failed) => Object.assign(new Image(), { onload: done, onerror: failed, src: `${site}leaked` })),
    cache: () => caches.open("leaked"),
    database: () => indexedDB.open("leaked"),
    storage: () => localStorage.getItem("leaked"),
    cookie: () => document.cookie,
    locks: () => navigator.locks.request("leaked", () => {}),
    page: () => parent.document.title,
    module: () => import(`${site}embed.js`),
    worker: () => new Promise((done, failed) => {
      const script = `onmessage = () => fetch("${site}leaked").then(() => postMessage(1), () => postMessage(0))`;
      const worker = new Worker(URL.createObjectURL(new Blob([script])));
      worker.onmessage = ({ data }) => (data ? done() : failed());
      worker.postMessage(0);
    }),
  };
  const open = [];
  for (const [name, attempt] of Object.entries(tries)) {
    try { await attempt(); open.push(name); } catch {}
  }
  return open;
}"""
KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) {
    const bytes = await (await (await caches.open(name)).match(request)).arrayBuffer();
    found[`${name} ${request.url}`] = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].join();
  }
  return [found, (await indexedDB.databases()).length, { ...localStorage }];
}"""


def coding(page: Page) -> Demo:
    page.goto(PATH)
    demo = Demo(page).wait_for_state("live")
    open_code(demo)
    return demo


def lives(demo: Demo) -> None:
    """The demo goes on as if nothing had happened, and code runs again."""
    index = demo.view["index"]
    demo.press("next").wait_for_index(index + 1)
    demo.press("back").wait_for_index(index)
    assert demo.state == "live"
    assert run(demo, "1 + 1") == "2\n"


def cell(page: Page) -> Frame:
    return next(frame for frame in page.frames if frame.url == "about:srcdoc")


def test_no_way_leads_out(open_page: OpenPage) -> None:
    asked: list[str] = []
    with open_page(allowed=("",)) as page:
        demo = coding(page)
        page.evaluate("caches.open('kept').then((cache) => cache.put('/kept', new Response('kept')))")
        before = page.evaluate(KEPT)
        run(demo, "1")
        page.on("request", lambda request: asked.append(request.url))
        names = f"import js\n[n for n in {NAMES} if getattr(js, n, None)], [n for n in {OF_NAVIGATOR} if getattr(js.navigator, n, None)]"
        assert run(demo, names) == "([], [])\n"
        for name, lines in TRIES.items():
            run(demo, lines)
            assert trouble(demo), name
        assert not [url for url in asked if LEAK in url]
        kept, *others = page.evaluate(KEPT)
        assert before[0].items() <= kept.items()  # a demo may have kept more meanwhile
        assert others == before[1:]
        lives(demo)
        page.reload()
        demo.wait_for_state("live")


def test_the_wall_stands_without_what_is_taken_away_inside(open_page: OpenPage, site: str) -> None:
    with open_page(allowed=("",)) as page:
        demo = coding(page)
        run(demo, "1")
        assert cell(page).evaluate(WALL, site) == []
        assert cell(page).evaluate("origin") == "null"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("import os\nos._exit(0)", "The lines have brought their Python to an end."),
        ("x = []\nwhile True: x.append(bytearray(10**7))", "There is no memory left for that."),
        ("x = bytearray(2 * 10**9)", "There is no memory left for that."),
        ("import builtins\nfor name in dir(builtins): setattr(builtins, name, None)", ""),
        ("import sys\nsys.modules.clear()", ""),
        ("import numpy as np\nfor name in dir(np): setattr(np, name, None)", ""),
    ],
)
def test_whatever_is_done_to_its_python_the_demo_lives_on(page: Page, lines: str, sentence: str) -> None:
    demo = coding(page)
    begin(demo, lines)
    finished(demo)
    assert sentence in trouble(demo)
    lives(demo)


def test_lines_without_an_end_are_stopped_by_the_reader_or_by_time(page: Page) -> None:
    demo = coding(page)
    run(demo, "1")
    begin(demo, "print('begun')\nwhile True: pass")
    expect(demo.part("printed")).to_contain_text("begun")
    demo.press("next").press("back")
    demo.press("Stop")
    finished(demo, 2)
    assert trouble(demo) == "Stopped. The demo is as it was."
    assert not [frame for frame in page.frames if "embed/code/" in frame.url]
    run(demo, "while True: pass")
    assert trouble(demo).startswith("Stopped after 10 seconds")
    lives(demo)


def test_ten_million_letters_are_cut(page: Page) -> None:
    demo = coding(page)
    assert len(run(demo, "for i in range(10**5): print('a' * 100)")) == 20_000
    expect(demo.part("ran-status")).to_contain_text("more than is shown")
    lives(demo)


def test_on_a_page_of_another_origin_it_is_the_same(tmp_path: Path, site: str, open_page: OpenPage) -> None:
    book = Book(tmp_path, site, open_page)
    book.write(f"<{SIMPLE} seed=1></{SIMPLE}>")
    with book.open(allowed=("",)) as page:
        demo = Demo(page).wait_for_state("live")
        open_code(demo)
        assert run(demo, "1 + 1") == "2\n"
        assert cell(page).evaluate(WALL, site) == []
        run(demo, "import os\nos._exit(0)")
        lives(demo)
