"""The measurements in their order: those of a pair in turn, so that what else the machine does meets both alike."""

import base64
import os
import platform
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from forwardpass.images.pixels import to_bytes

from ..images.image_sets import read_examples
from ..pages.speed import FIGURES
from ..shared.browser import FLAGS, chromium
from ..shared.console import Failure, say
from ..shared.paths import DIST, WORK
from .clicks import CLICKS, EDITS, Click, clicked, edited
from .contenders import Contender, contenders
from .digits import Classified, classified_by_ours, classified_by_reference
from .report import Measure, write_report
from .visits import Visit, Visitor, percentile

FOLDER_OF_FIGURES = WORK / "bench"
LINKS = {"loopback": False, "9 Mbit/s": True}
COUNTS = (1, 2, 4, 8)
MOST_OF_AN_EDIT = 30.0  # ms
DEMOS = {
    "a": "first view with working Next",
    "b": "Python live",
    "c": "bytes on the wire until each",
    "d": "from a click to its painted result",
    "e": "10,000 MNIST images classified",
    "f": "memory",
    "g": "several demos on a page",
    "h": "a second visit",
    "i": "the first answer to a stroke of the reader's, on the front page",
}


def bench(runs: int, only: str, keep: bool) -> None:
    """Measure what `only` names by its letters, all without, and write the report; keep: also for the page on speed."""
    if not (DIST / "index.html").is_file():
        raise Failure(f"There is no site in {DIST}.", "Build it: python3 build.py build")
    started = time.monotonic()
    path = chromium()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        launch = partial(playwright.chromium.launch, executable_path=path, args=list(FLAGS))
        version = launch_version(launch)
        measures = list(measured(Visitor(launch), contenders(Path(folder)), runs, set(only or DEMOS)))
    about = {"date": time.strftime("%Y-%m-%d"), "chromium": version, "machine": machine(), "runs": runs}
    write_report(measures, about, FOLDER_OF_FIGURES)
    if keep:
        shutil.copyfile(FOLDER_OF_FIGURES / "figures.json", FIGURES)
    say(f"In {FOLDER_OF_FIGURES}: figures.json and figures.svg, after {time.monotonic() - started:.0f} s.")


def launch_version(launch: Callable[[], Browser]) -> str:
    browser = launch()
    version = browser.version
    browser.close()
    return version


def machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}"


def measured(visitor: Visitor, sites: dict[str, Contender], runs: int, letters: Set[str]) -> Iterator[Measure]:
    ours, stock, reference = sites["ours"], sites["stock"], sites["reference"]
    if letters & {"a", "b", "c", "f"}:
        three = {site.name: site for site in (ours, stock, reference)}
        for link, slow in LINKS.items():
            yield from first_visits(visitor, three, runs, link, slow, letters)
    if "d" in letters:
        yield from clicks(visitor, ours, reference)
    if "e" in letters:
        yield digits(visitor, ours, reference)
    if "g" in letters:
        yield from many(visitor, ours, min(runs, 3))
    if "h" in letters:
        for link, slow in LINKS.items():
            yield from second_visits(visitor, ours, stock, min(runs, 2), link, slow)
    if "i" in letters:
        for link, slow in LINKS.items():
            yield from strokes(visitor, sites["front page"], stock, runs, link, slow)


def in_turn(visits: Mapping[str, Callable[[], Visit]], runs: int, what: str) -> dict[str, list[Visit]]:
    """Each of them once a round."""
    found: dict[str, list[Visit]] = defaultdict(list)
    for count in range(1, runs + 1):
        say(f"  {what}: round {count} of {runs}")
        for name, visit in visits.items():
            found[name].append(visit())
    return found


def first_visits(
    visitor: Visitor, sites: dict[str, Contender], runs: int, link: str, slow: bool, letters: Set[str]
) -> Iterator[Measure]:
    visits = {name: partial(visitor.first_visit, site, slow) for name, site in sites.items()}
    if not slow:
        in_turn(visits, 1, "to warm up the servers")
    found = in_turn(visits, runs, f"first visits, {link}")

    def pair(
        letter: str, name: str, unit: str, against: str, value: Callable[[Visit], float], most: float | None
    ) -> Measure:
        ours, theirs = ([value(visit) for visit in found[who]] for who in ("ours", against))
        return Measure(letter, name, unit, link, against, ours, theirs, most)

    everything = [
        pair("a", "first view with working Next", "ms", "reference", lambda v: v.first, 0.35 if slow else None),
        pair("b", "Python live", "ms", "stock", lambda v: v.live, 0.65 if slow else 0.45),
        pair("c", "bytes until Next works", "B", "reference", lambda v: v.first_bytes, None),
        pair("c", "bytes until Python is live", "B", "stock", lambda v: v.live_bytes, 0.85),
        pair("f", "memory when Python is live", "MB", "stock", lambda v: v.memory or 0.0, None),
    ]
    yield from (measure for measure in everything if measure.letter in letters)


def clicks(visitor: Visitor, ours: Contender, reference: Contender) -> Iterator[Measure]:
    say(f"  {CLICKS} clicks each")
    mine = clicked(visitor, ours, "simple-forward-pass [data-action=next]")
    theirs = clicked(visitor, reference, "#next")

    def pair(name: str, unit: str, value: Callable[[list[Click]], list[float]], most: float | None = None) -> Measure:
        return Measure("d", name, unit, "loopback", "reference", value(mine), value(theirs), most)

    yield pair("a click, median", "ms", lambda found: [click.taken for click in found], 0.1)
    yield pair("a click, 99th percentile", "ms", lambda found: [percentile([click.taken for click in found], 0.99)])
    frames = "frames after a click, 99th percentile"
    yield pair(frames, "", lambda found: [percentile([float(click.frames) for click in found], 0.99)])
    yield pair("a click by Event Timing, median", "ms", lambda found: [click.event for click in found])
    say(f"  {EDITS} changed numbers")
    yield Measure(
        "d", "a changed number answered", "ms", "loopback", "30 ms", edited(visitor, ours), [MOST_OF_AN_EDIT] * EDITS, 1
    )


def digits(visitor: Visitor, ours: Contender, reference: Contender) -> Measure:
    say("  10,000 images each")
    images = base64.b64encode(to_bytes(read_examples("mnist", "test").pixels)).decode()
    mine, theirs = classified_by_ours(visitor, ours), classified_by_reference(visitor, reference, images)
    if (share := agreement(mine, theirs)) < 0.9999:
        raise Failure(
            f"The two networks agree on {share:.2%} of the images only.", "They should have the same weights."
        )
    return Measure("e", "10,000 images", "ms", "loopback", "reference", mine[0], theirs[0], 0.7)


def agreement(one: Classified, other: Classified) -> float:
    return sum(a == b for a, b in zip(one[1], other[1], strict=True)) / len(one[1])


def many(visitor: Visitor, ours: Contender, runs: int) -> Iterator[Measure]:
    """Several demos on a page beside one alone."""
    found = in_turn({str(n): partial(visitor.demos, ours, n) for n in COUNTS}, runs, "several demos")
    alone = found[str(COUNTS[0])]
    for count in COUNTS[1:]:
        visits = found[str(count)]
        limits = (1.15, 1.2) if count == COUNTS[-1] else (None, None)
        times, sizes = (
            [[v.live for v in vs] for vs in (visits, alone)],
            [[v.memory or 0 for v in vs] for vs in (visits, alone)],
        )
        yield Measure("g", f"{count} demos live", "ms", "loopback", "one demo", times[0], times[1], limits[0])
        yield Measure("g", f"memory of {count} demos", "MB", "loopback", "one demo", sizes[0], sizes[1], limits[1])


def beside_stock(
    found: Mapping[str, list[Visit]],
    ours: Contender,
    letter: str,
    link: str,
    name: str,
    unit: str,
    value: Callable[[Visit], float],
    most: float | None,
) -> Measure:
    """What visits of one of ours and of the stock way showed."""
    mine, theirs = ([value(visit) for visit in found[who]] for who in (ours.name, "stock"))
    return Measure(letter, name, unit, link, "stock", mine, theirs, most)


def second_visits(
    visitor: Visitor, ours: Contender, stock: Contender, runs: int, link: str, slow: bool
) -> Iterator[Measure]:
    visits = {site.name: partial(visitor.second_visit, site, slow) for site in (ours, stock)}
    found = in_turn(visits, runs, f"second visits, {link}")

    pair = partial(beside_stock, found, ours, "h", link)
    yield pair("Python live again", "ms", lambda v: v.live, 0.3)
    yield pair("requests", "", lambda v: v.requests, None)


def strokes(
    visitor: Visitor, front: Contender, stock: Contender, runs: int, link: str, slow: bool
) -> Iterator[Measure]:
    """The front page, drawn on as soon as that is possible."""
    visits = {site.name: partial(visitor.first_visit, site, slow) for site in (front, stock)}
    found = in_turn(visits, runs, f"strokes, {link}")

    yield beside_stock(found, front, "i", link, "a stroke is answered", "ms", lambda v: v.live, 0.75)
