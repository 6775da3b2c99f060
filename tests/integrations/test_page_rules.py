"""The page around a demo: its style sheet changes nothing inside, and several demos share one Python."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from .conftest import Book, OpenPage
from .demo import MNIST, SIMPLE, Demo

BODY = f'<main style="display: block; position: absolute; top: 0; left: 0; width: 800px"><div><{SIMPLE} seed="7" step="6"></{SIMPLE}></div><div><{MNIST} sample="3"></{MNIST}></div></main>'
HOSTILE = """<style>
* { all: unset }
html { font-size: 62.5% }
body { font: italic bold 30px/3 serif; color: red; text-align: right; direction: rtl; letter-spacing: 1em; white-space: pre; visibility: hidden; cursor: wait }
svg, math, details, section { display: none }
button { font-size: 40px }
button, p, h2, .frame, .narration { margin: 50px !important; padding: 50px !important; border: 9px solid red !important; float: left }
simple-forward-pass, forward-pass-mnist { display: inline; font-size: 50px; color: red; opacity: 0.1; zoom: 3; transform: scale(2) }
simple-forward-pass::part(frame) { display: none }
</style>"""
DRAWN_ANEW = ".frame { background: white !important }"  # edges differ a little where only a part was drawn again
MOST_ELEMENTS = 400  # in the order of the document; the drawing of the digits has more, and is compared as a picture
INSIDE = f"""demo => [...demo.shadowRoot.querySelectorAll("*")].slice(0, {MOST_ELEMENTS}).map((element) => {{
  const style = getComputedStyle(element);
  const {{ x, y, width, height }} = element.getBoundingClientRect();
  const {{ x: left, y: top }} = demo.getBoundingClientRect();
  const sizes = (width || height ? [x - left, y - top, width, height] : []).map((size) => size.toFixed(1));
  return [element.localName, ...sizes, ...[...style].filter((name) => !name.startsWith("--")).map((name) => `${{name}}: ${{style.getPropertyValue(name)}}`)].join("; ");
}})"""


def live(page: Page, book: Book, name: str, head: str) -> tuple[Demo, Demo]:
    page.goto(book.page(name, BODY, head + book.script))
    demos = Demo(page, SIMPLE), Demo(page, MNIST)
    for demo in demos:
        demo.go_live()
    demos[0].host.locator(".handles > span").first.wait_for(state="attached")  # its numbers can be changed now
    return demos


@pytest.fixture(scope="module")
def clean(near: Book, open_page: OpenPage) -> Iterator[tuple[Demo, Demo]]:
    with open_page(reduced_motion="reduce") as page:
        yield live(page, near, "clean", "")


@pytest.fixture(scope="module")
def hostile(near: Book, open_page: OpenPage) -> Iterator[tuple[Demo, Demo]]:
    with open_page(reduced_motion="reduce") as page:
        yield live(page, near, "hostile", HOSTILE)


@pytest.mark.parametrize("number", [0, 1])
def test_hostile_rules_change_no_style_and_no_size_inside(
    clean: tuple[Demo, Demo], hostile: tuple[Demo, Demo], number: int
) -> None:
    assert differences(clean[number], hostile[number]) == []


@pytest.mark.parametrize("part", ["narration", "picture", "controls"])
@pytest.mark.parametrize("number", [0, 1])
def test_a_demo_looks_the_same_in_a_hostile_page(
    clean: tuple[Demo, Demo], hostile: tuple[Demo, Demo], number: int, part: str
) -> None:
    pictures = [
        demos[number].host.locator(f".{part}").screenshot(animations="disabled", style=DRAWN_ANEW)
        for demos in (clean, hostile)
    ]
    assert pictures[0] == pictures[1], "compare the two by eye: the bytes differ"


def differences(demo: Demo, other: Demo) -> list[tuple[str, str]]:
    """What differs in a computed style, the first ten."""
    pairs = zip(*(found.host.evaluate(INSIDE) for found in (demo, other)), strict=True)
    styles = [(a.split("; "), b.split("; ")) for a, b in pairs]
    return [(f"{a[0]} {x}", y) for a, b in styles for x, y in zip(a, b, strict=True) if x != y][:10]
