"""Reads a figure back as boxes, lines, circles and pixels: an oracle that shares no code with the package."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import hypot
from operator import mul
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = {
    " ": 0.32,
    ".": 0.32,
    ",": 0.32,
    "−": 0.84,
    "=": 0.84,
    "≈": 0.84,
    "i": 0.28,
    "l": 0.28,
    "j": 0.28,
    "(": 0.4,
    ")": 0.4,
    "’": 0.32,
    ":": 0.34,
    "t": 0.4,
    "r": 0.42,
}
WIDTHS |= {"m": 0.98, "w": 0.82, "M": 0.87, "f": 0.36, "s": 0.53} | dict.fromkeys(
    "₀₁₂₃₄₅₆₇₈₉", 0.42
)  # of DejaVu Sans, in em
BOLDER = 1.12
Point = tuple[float, float]


@dataclass(frozen=True)
class Text:
    """A text, its box, and whether it hides what it stands on."""

    text: str
    box: tuple[float, float, float, float]
    has_halo: bool


class Picture:
    """What an <svg> shows."""

    def __init__(self, svg: str) -> None:
        self.root = ET.fromstring(svg)
        _, _, self.width, self.height = map(float, self.root.attrib["viewBox"].split())
        self.texts = list(_texts(self.root))
        self.circles = [
            (float(e.attrib["cx"]), float(e.attrib["cy"]), float(e.attrib["r"])) for e in self.root.iter(f"{SVG}circle")
        ]
        self.lines = {
            e.attrib["d"]: _points(e.attrib["d"])
            for e in self.of_class("connection", "curve", "leader", "axis", "divider", "bar", "plumb", "fan")
        }

    def of_class(self, *names: str) -> list[ET.Element]:
        return [e for e in self.root.iter() if set(names) & set(e.attrib.get("class", "").split())]

    def faults(self) -> list[str]:
        """What is wrong with the texts, a line each."""
        found = [f"{a.text} overlaps {b.text}" for a, b in combinations(self.texts, 2) if _meet(a.box, b.box)]
        for text in self.texts:
            left, top, right, bottom = text.box
            if left < 0 or top < 0 or right > self.width or bottom > self.height:
                found.append(
                    f"{text.text} leaves the picture by {min(left, top, self.width - right, self.height - bottom):.1f}"
                )
            crossing = [d for d, line in self.lines.items() if _crosses(text.box, line)]
            if len(crossing) > text.has_halo:  # a label may hide the one line it stands on
                found.append(f"{text.text} is crossed by {crossing}")
            found += [f"{text.text} sits on the rim of {c}" for c in self.circles if _on_rim(text.box, c)]
        return found


def pixels(group: ET.Element) -> dict[tuple[int, int], tuple[str, float]]:
    """(row, column) → class and opacity of what is painted there, by the runs of a group of paths."""
    painted = {}
    for path in group.iter(f"{SVG}path"):
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)", path.attrib["d"]):
            for column in range(int(x), int(x) + int(width)):
                assert (int(y), column) not in painted
                painted[int(y), column] = (path.attrib.get("class", ""), float(path.attrib["stroke-opacity"]))
    return painted


def _texts(root: ET.Element) -> Iterator[Text]:
    halos = {
        child for parent in root.iter() if parent.find(f"{SVG}rect[@class='halo']") is not None for child in parent
    }
    for element in root.iter(f"{SVG}text"):
        words = "".join(element.itertext())
        classes = element.attrib.get("class", "").split()
        size = float(element.attrib.get("font-size", 18))
        width = size * sum(WIDTHS.get(c, 0.64) for c in words) * (BOLDER if "heading" in classes else 1)
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.attrib["text-anchor"]]
        left, y = (
            float(element.attrib["x"]) - share * width,
            float(element.attrib["y"]) - (0 if "dy" in element.attrib else 0.35 * size),
        )
        box = (left, y - 0.45 * size, left + width, y + 0.45 * size)
        yield Text(words, box, "halo-text" in classes or element in halos)


def _points(d: str) -> list[list[Point]]:
    """The straight stretches of a path of M and L, many short ones for a C."""
    stretches = [
        [(float(x), float(y)) for x, y in re.findall(r"([-\d.]+) ([-\d.]+)", part)] for part in d.split("M") if part
    ]
    return [_bent(*points) for points in stretches] if "C" in d else stretches


def _bent(*points: Point) -> list[Point]:
    """Points on the curve that one C draws."""
    shares = [((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (i / 60 for i in range(61))]
    xs, ys = zip(*points, strict=True)
    return [(sum(map(mul, share, xs)), sum(map(mul, share, ys))) for share in shares]


def _meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _crosses(box: tuple[float, ...], stretches: list[list[Point]]) -> bool:
    """Sampled every half unit: too simple to be wrong."""
    for stretch in stretches:
        for (x1, y1), (x2, y2) in pairwise(stretch):
            count = int(2 * hypot(x2 - x1, y2 - y1)) + 2
            points = ((x1 + (x2 - x1) * i / count, y1 + (y2 - y1) * i / count) for i in range(count + 1))
            if any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in points):
                return True
    return False


def _on_rim(box: tuple[float, ...], circle: tuple[float, float, float]) -> bool:
    cx, cy, r = circle
    nearest = hypot(cx - min(max(cx, box[0]), box[2]), cy - min(max(cy, box[1]), box[3]))
    farthest = max(hypot(cx - x, cy - y) for x in (box[0], box[2]) for y in (box[1], box[3]))
    return nearest < r < farthest
