"""Reads a drawing of a small network back as boxes, circles and segments, and lists what touches: an oracle that shares no code with the package."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import hypot
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
EM = 18.0
WIDTHS = {"−": 0.84, "=": 0.84, ".": 0.32, " ": 0.32}  # of DejaVu Sans, in em
Point = tuple[float, float]
Segment = tuple[Point, Point]


@dataclass(frozen=True)
class Text:
    """A text with its box; `own` names the connection or neuron it belongs to."""

    text: str
    own: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Drawing:
    """What is in the picture, by the names of connections and neurons."""

    lines: dict[str, list[Segment]]
    circles: dict[str, tuple[float, float, float]]
    texts: list[Text]
    size: tuple[float, float]


def read(svg: str) -> Drawing:
    """The parts of an <svg> as the package draws it."""
    root = ET.fromstring(svg)
    inset = root.find(f"{SVG}g[@class='inset']")
    if inset is not None:
        _move_its_texts(inset)
    shown = (
        e
        for e in root.iter(f"{SVG}path")
        if "data-connection" in e.attrib and "absent" not in e.attrib["class"].split()
    )
    lines = {e.attrib["data-connection"]: list(_segments(e.attrib["d"])) for e in shown}
    circles = {}
    for group in root.iter(f"{SVG}g"):
        circle = group.find(f"{SVG}circle")
        if circle is not None and "data-neuron" in group.attrib:
            circles[group.attrib["data-neuron"]] = (
                float(circle.attrib["cx"]),
                float(circle.attrib["cy"]),
                float(circle.attrib["r"]),
            )
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return Drawing(lines, circles, list(_texts(root, "")), (width, height))


def _move_its_texts(inset: ET.Element) -> None:
    """To where its transform puts them."""
    moves = re.findall(r"translate\((\S+) (\S+)\)", inset.attrib.get("transform", ""))
    for dx, dy in moves:
        for text in inset.iter(f"{SVG}text"):
            text.attrib["x"] = str(float(text.attrib["x"]) + float(dx))
            text.attrib["y"] = str(float(text.attrib["y"]) + float(dy))
            text.attrib["font-size"] = "16"


def _segments(d: str) -> Iterator[Segment]:
    here = (0.0, 0.0)
    for command, x, y in re.findall(r"([ML])(\S+?) ([^ML]+)", d):
        there = (float(x), float(y))
        if command == "L":
            yield here, there
        here = there


def _texts(parent: ET.Element, own: str) -> Iterator[Text]:
    for child in parent:
        name = child.attrib.get("data-weight") or child.attrib.get("data-neuron") or own
        if child.tag == f"{SVG}text" and child.text:
            em = float(child.attrib.get("font-size", EM))
            half = em * sum(WIDTHS.get(c, 0.64) for c in child.text) / 2
            x, y = float(child.attrib["x"]), float(child.attrib["y"])
            x += {"start": half, "end": -half}.get(child.attrib["text-anchor"], 0.0)
            yield Text(child.text, name, (x - half, y - em * 0.45, x + half, y + em * 0.45))
        yield from _texts(child, name)


def touching(drawing: Drawing) -> list[str]:
    """What is wrong with the texts of a drawing, a line each."""
    found = [f"{a.text} overlaps {b.text}" for a, b in combinations(drawing.texts, 2) if _boxes_meet(a.box, b.box)]
    for text in drawing.texts:
        found += [
            f"{text.text} touches connection {n}"
            for n, line in drawing.lines.items()
            if n != text.own and any(_crosses(text.box, s) for s in line)
        ]
        found += [
            f"{text.text} touches neuron {n}"
            for n, c in drawing.circles.items()
            if _in_circle(text.box, c) and not _inside(text.box, c)
        ]
        left, top, right, bottom = text.box
        if left < 0 or top < 0 or right > drawing.size[0] or bottom > drawing.size[1]:
            found.append(f"{text.text} leaves the picture")
    return found


def _boxes_meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _crosses(box: tuple[float, ...], segment: Segment) -> bool:
    """Sampled every half unit: too simple to be wrong."""
    (x1, y1), (x2, y2) = segment
    if max(x1, x2) < box[0] or min(x1, x2) > box[2] or max(y1, y2) < box[1] or min(y1, y2) > box[3]:
        return False
    count = int(2 * hypot(x2 - x1, y2 - y1)) + 2
    points = ((x1 + (x2 - x1) * i / count, y1 + (y2 - y1) * i / count) for i in range(count + 1))
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in points)


def _in_circle(box: tuple[float, ...], circle: tuple[float, float, float]) -> bool:
    cx, cy, r = circle
    return hypot(cx - min(max(cx, box[0]), box[2]), cy - min(max(cy, box[1]), box[3])) < r


def _inside(box: tuple[float, ...], circle: tuple[float, float, float]) -> bool:
    cx, cy, r = circle
    return all(hypot(cx - x, cy - y) < r for x in (box[0], box[2]) for y in (box[1], box[3]))
