"""A case → its lesson: inputs, weighted sum, output."""

from gettext import NullTranslations
from random import Random
from typing import Any

import numpy as np

from forwardpass.messages import BlankView, View
from forwardpass.network.forward import forward
from forwardpass.network.layers import Network, dense
from forwardpass.svg.markup import element, join

MOST = 999
STEPS = ["inputs", "sum", "output"]
NEURON = Network((dense([[0.5, -1.0]], [0.2], "sigmoid"),))


def lesson(case: int, t: NullTranslations) -> dict[str, Any]:
    if not 0 <= case <= MOST:
        raise ValueError(f"the case is {case}; expected a whole number from 0 to {MOST}")
    draw = Random(case).random
    x = [round(3 * draw(), 1), round(3 * draw(), 1)]
    trace = forward(NEURON, np.array(x))
    z, a = float(trace.z[0][0]), float(trace.output[0])
    lines = [f"x1 = {x[0]}, x2 = {x[1]}", f"z = 0.5 · {x[0]} − 1 · {x[1]} + 0.2 = {z:.2f}", f"a = σ({z:.2f}) = {a:.2f}"]
    shown = [f"{x[0]}", f"{x[1]}", f"{z:.2f}", f"{a:.2f}"]
    numbers = {"case": case, "x": x, "z": z, "a": a}
    views = []
    for index, (title, line) in enumerate(zip(titles(t), lines, strict=True)):
        values = [*shown[:2], *(shown[2:] if index == 2 else shown[2:3] if index else [])]
        views.append({**_view(title, line, values, index), "numbers": numbers})
    return {"views": views, "steps": STEPS, "numbered": STEPS}


def titles(t: NullTranslations) -> list[str]:
    return [t.gettext("Two inputs"), t.gettext("The weighted sum"), t.gettext("The neuron's answer")]


def blank(t: NullTranslations) -> BlankView:
    """The neuron without numbers."""
    waiting = t.gettext("The neuron waits for Python.")
    return {
        **_view(waiting, waiting, [], 0),
        "numbers": None,
        "key": "waiting",
        "steps": STEPS,
        "numbered": STEPS,
        "groups": [],
    }


def _view(title: str, line: str, values: list[str], index: int) -> View:
    label = f"{title}: {line}"
    return {
        "title": title,
        "html": join(element("h3", title), element("p", line)),
        "text": f"{title}\n{line}",
        "svg": _drawing(label, values),
        "alt": label,
        "code": "",
        "key": STEPS[index],
        "index": index,
        "count": len(STEPS),
    }


def _drawing(label: str, values: list[str]) -> str:
    places = [(60, 50), (60, 150), (200, 100), (340, 100)]
    lines = (element("line", x1=60, y1=y, x2=200, y2=100, class_="connection") for y in (50, 150))
    circles = (element("circle", cx=x, cy=y, r=30, class_="neuron") for x, y in places[:3])
    texts = (
        element("text", value, x=x, y=y + 5, text_anchor="middle")
        for (x, y), value in zip(places, values, strict=False)
    )
    inside = (element("title", label), *lines, *circles, *texts)
    return element(
        "svg", *inside, class_="one-neuron", viewBox="0 0 400 200", role="img", xmlns="http://www.w3.org/2000/svg"
    )
