"""Visits in Chromium, each with a profile of its own, and what is read off them. All moments are those of the page: milliseconds since its navigation began.

first    Next works: the first frame after which a press of Next has shown the second step, formulas included. The page presses it in every frame.
live     Python answers: the first frame in which the answer to a problem that is not recorded is on screen; for the stock way, numpy is imported.
memory   what the processes of the pages hold for themselves (Pss of /proc, so Linux only), after a collection of garbage.
"""

import contextlib
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from ..shared.waiting import named, wait_until
from .contenders import Contender
from .link import Link, linked

PATIENCE = 180_000  # ms
AT_REST = 1.5  # s of silence after which a first visit has fetched all that it fetches ahead
WATCH = """
window.marks = {};
const until = (name, test, every = () => {}) => new Promise((done) => {
  const look = () => {
    if (test()) { marks[name] = performance.now(); done(); }
    else { every(); requestAnimationFrame(look); }
  };
  look();
});
addEventListener("DOMContentLoaded", async () => {
  await until("first", () => (STEP) === 1, () => NEXT);
  ASK;
  await until("live", () => ANSWERED);
});
"""
MANY = """<!doctype html><title>Many</title><link rel="icon" href="data:,"><script type="module" src="embed.js"></script>
<body>DEMOS</body><script>
window.marks = {};
const demos = [...document.querySelectorAll("simple-forward-pass")];
const isReady = (demo) =>
  demo.getAttribute("state") === "live" && demo.view?.numbers?.seed === Number(demo.getAttribute("seed"));
const look = () => {
  const next = demos.find((demo) => !isReady(demo));
  if (!next) return void (marks.live = performance.now());
  next.scrollIntoView();
  requestAnimationFrame(look);
};
look();
</script>"""


@dataclass(frozen=True)
class Visit:
    """What one visit showed."""

    first: float
    live: float
    first_bytes: int
    live_bytes: int
    memory: float | None
    requests: int


class Visitor:
    """Makes visits with browsers that `launch` starts, to folders that are served over a link of its own."""

    def __init__(self, launch: Callable[[], Browser]) -> None:
        self.launch = launch
        self.link = Link()

    @contextmanager
    def context(self, **options: Any) -> Iterator[BrowserContext]:
        browser = self.launch()
        yield browser.new_context(**{"service_workers": "block", **options})
        browser.close()

    def first_visit(self, contender: Contender, slow: bool) -> Visit:
        with linked(contender.folder, self.link) as address, self.context() as context:
            return self.visit(context, contender, address, slow)

    def second_visit(self, contender: Contender, slow: bool) -> Visit:
        """After a first one over a fast link, which has come to rest."""
        with linked(contender.folder, self.link) as address, self.context(service_workers="allow") as context:
            self.visit(context, contender, address, slow=False, rest=True)
            return self.visit(context, contender, address, slow)

    def visit(
        self, context: BrowserContext, contender: Contender, address: str, slow: bool, rest: bool = False
    ) -> Visit:
        page = context.new_page()
        page.add_init_script(script(contender))
        self.link.clear()
        self.link.slow = slow
        page.goto(address + contender.path, wait_until="commit", timeout=PATIENCE)
        if contender.act:
            contender.act(page)
        wait_for_live(page)
        self.link.slow = False
        found = self.read(page)
        if rest:
            self.wait_for_rest(page, contender)
        page.close()
        return found

    def read(self, page: Page) -> Visit:
        marks, origin = page.evaluate("[marks, performance.timeOrigin]")
        until = {name: self.link.bytes_until((origin + marks.get(name, 0)) / 1000) for name in ("first", "live")}
        return Visit(
            marks.get("first", 0), marks["live"], until["first"], until["live"], memory(page), len(self.link.asked)
        )

    def wait_for_rest(self, page: Page, contender: Contender) -> None:
        """Until nothing has been sent for a while, and all is kept that is to be."""

        def rests() -> bool:
            return bool(page.evaluate(contender.rest)) and time.time() - self.link.sent[-1][0] >= AT_REST

        wait_until(page, f"{contender.name} at rest", rests, PATIENCE / 1000)

    def demos(self, contender: Contender, count: int) -> Visit:
        """Some demos on a page, read from the first to the last in one and the same window; the first asks for a problem that is not recorded."""
        seeds = (4711, *range(1, count))
        body = "".join(f'<simple-forward-pass seed="{seed}"></simple-forward-pass>' for seed in seeds)
        with (
            linked(contender.folder, self.link) as address,
            self.context(viewport={"width": 1000, "height": 1200}) as context,
        ):
            page = context.new_page()
            html = MANY.replace("DEMOS", body)
            page.route("**/many.html", lambda route: route.fulfill(body=html, content_type="text/html"))
            self.link.clear()
            page.goto(f"{address}many.html", wait_until="commit")
            wait_for_live(page)
            return self.read(page)


def wait_for_live(page: Page) -> None:
    with named("Python's first answer on screen", PATIENCE / 1000):
        page.wait_for_function("window.marks?.live", timeout=PATIENCE)


def script(contender: Contender) -> str:
    """What watches a page from its beginning."""
    filled = WATCH.replace("STEP", contender.step).replace("NEXT", contender.next)
    return filled.replace("ASK", contender.ask).replace("ANSWERED", contender.answered)


def memory(page: Page) -> float | None:
    """Megabytes of the processes that draw pages; None where the system does not say."""
    browser = page.context.browser
    if browser is None or not Path("/proc/self/smaps_rollup").exists():
        return None
    with contextlib.suppress(Exception):
        page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(held(process["id"]) for process in processes if process["type"] == "renderer") / 1e3


def held(process: int) -> int:
    """Its share of memory in kB."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)


def percentile(values: list[float], share: float) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[round(100 * share) - 1]
