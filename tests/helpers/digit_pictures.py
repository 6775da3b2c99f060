"""The drawing of a network for images as tests look at it: its neurons, bars and words, and the boxes that they take."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from forwardpass.image_network.drawing.draw import draw
from forwardpass.image_network.trained import DEFAULT
from forwardpass.words.catalogs import translator

from .mnist_images import reading

SVG = "{http://www.w3.org/2000/svg}"
EM = 18.0
WIDTHS = {
    character: width
    for characters, width in {"%✓✗▶mw": 1.0, "<>": 0.84, ".,:ijl\u00a0 í": 0.4, "frt": 0.48}.items()
    for character in characters
}
ANY_OTHER, BOLD = 0.65, 0.7  # em, of DejaVu Sans, which is wide
FULL_WIDTH = 1.0
ENGLISH = translator("en")
Box = tuple[float, float, float, float]


def drawn(number: int | None, lang: str = "en", network: str = DEFAULT) -> ET.Element:
    expected = None if number is None else reading(number, network)
    return ET.fromstring(draw(expected, "title", "description", translator(lang)))


def neurons(root: ET.Element, column: int) -> list[ET.Element]:
    return [e for e in root.iter(f"{SVG}g") if e.get("data-neuron", "").startswith(f"{column}-")]


def opacity(neuron: ET.Element) -> float:
    return float(neuron.findall(f"{SVG}circle")[-1].attrib["fill-opacity"])


def bars(root: ET.Element) -> list[ET.Element]:
    return [e for e in root.iter(f"{SVG}g") if "data-class" in e.attrib]


def words(parent: ET.Element) -> list[str]:
    return [text for e in parent.iter(f"{SVG}text") if (text := "".join(e.itertext()))]


def boxes(root: ET.Element) -> Iterator[tuple[str, Box]]:
    """Every text with a box no smaller than it is in a wide font."""
    for e in root.iter(f"{SVG}text"):
        text = "".join(e.itertext())
        other = BOLD if e.attrib["class"] in ("name", "value") else ANY_OTHER
        width = EM * sum(WIDTHS.get(c, FULL_WIDTH if c > "\u3000" else other) for c in text)
        left = float(e.attrib["x"]) - {"start": 0, "middle": width / 2, "end": width}[e.attrib["text-anchor"]]
        y = float(e.attrib["y"])
        if text and "by-weight" not in e.attrib["class"]:  # which stands in the place of "by-flow"
            yield text, (left, y - 0.75 * EM, left + width, y + 0.2 * EM)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def shapes(root: ET.Element) -> Iterator[tuple[str, Box]]:
    """What no text may cover: neurons, bars, marks, the sample, the signs of the legend, points on the curves, columns of connections."""
    for e in root.iter(f"{SVG}circle"):
        x, y, r = (float(e.attrib[k]) for k in ("cx", "cy", "r"))
        yield "circle", (x - r, y - r, x + r, y + r)
    for e in root.iter(f"{SVG}rect"):
        x, y, w, h = (float(e.attrib[k]) for k in ("x", "y", "width", "height"))
        yield e.attrib["class"], (x, y, x + w, y + h)
    for group in root.iter(f"{SVG}g"):
        for e in group.findall(f"{SVG}path"):
            if group.get("class") != "sample-ink":
                yield from ((group.get("class", ""), (x, y, x, y)) for x, y in points(e.attrib["d"]))


def points(d: str) -> Iterator[tuple[float, float]]:
    """Points along a path of absolute M, L, C, H and V, and of the triangle of a mark."""
    if "C" in d:
        p = [float(v) for v in re.findall(r"-?[\d.]+", d)]
        for t in (k / 50 for k in range(51)):
            w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            yield (
                sum(a * b for a, b in zip(w, p[::2], strict=True)),
                sum(a * b for a, b in zip(w, p[1::2], strict=True)),
            )
    elif "l" in d:
        x, y = (float(v) for v in re.findall(r"M(\S+) ([\d.]+)", d)[0])
        yield from ((x, y), (x + 9, y + 6.5), (x, y + 13))
    elif "H" in d:
        x, y, end = (float(v) for v in re.findall(r"[\d.]+", d))
        yield from ((x, y), (end, y))
    elif d:
        ends = [(float(x), float(y)) for x, y in re.findall(r"[ML](\S+?) ([\d.]+)", d)][:2]
        (x1, y1), (x2, y2) = ends
        yield from ((x1 + k / 20 * (x2 - x1), y1 + k / 20 * (y2 - y1)) for k in range(21))
