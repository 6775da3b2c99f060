"""Charts of sums: how one is made up, what the activation makes of it, and the totals of the classes beside each other."""

from collections.abc import Sequence
from gettext import NullTranslations
from itertools import accumulate
from math import isfinite

import numpy as np

from ....formulas import notation as n
from ....network.activations import ELEMENTWISE
from ....svg.figure import WIDTH, Figure, frame
from ....svg.labels import label, minus
from ....svg.markup import Markup, element, number
from ....words.wording import facts_of, labelled
from ...data_sets import Words
from ...inside.view import SelectedNeuron, z_name
from ..lines import parts, signed_text
from ..steps import Followed

DECIMALS = 2
STEP, BAR = 52, 28  # from one bar of a waterfall to the next, and how high it is
LEFT, RIGHT = 132.0, 388.0  # where bars have room
ROW = 31
EDGE = 6.0  # how far a curve is drawn at least
PLOT = (34.0, 446.0, 12.0, 238.0)  # left, right, top, bottom


def _scale(values: Sequence[float]) -> tuple[float, float]:
    """The x of zero, and how long 1 is, so that all values have room."""
    low, high = min(0.0, *values), max(0.0, *values)
    unit = (RIGHT - LEFT) / ((high - low) or 1.0)
    return LEFT - low * unit, unit


def waterfall(unit: SelectedNeuron, title: str, t: NullTranslations) -> Figure:
    """One bar after the other begins where the last one ended; the sum is where they lead."""
    amounts = parts(unit)
    ends = [*accumulate(amounts)]
    starts = [0.0, *ends[:-1]]
    zero, per = _scale(ends)
    words = [t.gettext("for"), t.gettext("against"), t.gettext("bias"), z_name(unit).text]
    bars = [*zip(words, [*starts, 0.0], [*amounts, unit.z], strict=True)]
    said = (labelled(word, signed_text(amount), t) for word, _, amount in bars)
    return frame(
        "follow_sum",
        title,
        facts_of(title, said, t),
        STEP * len(bars) + 12.0,
        element("path", class_="axis", d=f"M{number(zero)} 2V{STEP * len(bars) + 8}"),
        *(_bar(place, *bar, zero, per) for place, bar in enumerate(bars)),
        *(_link(place, end, zero, per) for place, end in enumerate(ends)),
    )


def _bar(place: int, word: str, start: float, amount: float, zero: float, per: float) -> Markup:
    y = 12.0 + STEP * place
    is_sum = place == len(("for", "against", "bias"))
    left = zero + min(start, start + amount) * per
    kind = "for" if amount >= 0 else "against"
    return element(
        "g",
        label(word, 0, y + BAR / 2, "name" if is_sum else None, "start"),
        element("rect", class_=f"{kind} whole" if is_sum else kind, x=left, y=y, width=abs(amount) * per, height=BAR),
        label(signed_text(amount), WIDTH, y + BAR / 2, "heading" if is_sum else None, "end"),
    )


def _link(place: int, end: float, zero: float, per: float) -> Markup:
    """From the end of a bar down to the next one."""
    x, y = zero + end * per, 12.0 + STEP * place + BAR
    return element("path", class_="plumb", d=f"M{number(x)} {number(y)}V{number(y + STEP - BAR)}")


# --- the curve of an activation


def squeeze(unit: SelectedNeuron, title: str, t: NullTranslations) -> Figure:
    """The curve, and a dot on it where this sum is."""
    activation = ELEMENTWISE[unit.reading.network.layers[unit.layer].activation]
    a = float(unit.reading.trace.a[unit.layer][unit.index])
    low, high = min(-EDGE, unit.z - 1), max(EDGE, unit.z + 1)
    z = np.linspace(low, high, 121)
    values = activation.function(z)
    limits = [limit for limit in activation.bounds if isfinite(limit)]
    least, most = min(0.0, *limits, float(values.min())), max(0.0, *limits, float(values.max()))
    left, right, top, bottom = PLOT

    def at(x: float, y: float) -> tuple[str, str]:
        return (
            number(left + (x - low) / (high - low) * (right - left)),
            number(bottom - (y - least) / (most - least) * (bottom - top)),
        )

    path = "L".join(" ".join(at(float(x), float(y))) for x, y in zip(z, values, strict=True))
    (dot_x, dot_y), (zero_x, zero_y) = at(unit.z, a), at(0, 0)
    shown = [minus(n.rounded(value, DECIMALS).text) for value in (unit.z, a)]
    axes = f"M{number(left)} {zero_y}H{number(right)}M{zero_x} {number(top)}V{number(bottom)}"
    alt = t.gettext("The curve of the activation function, with a dot on it where z is {z} and the activation is {a}.")
    return frame(
        "follow_squeeze",
        title,
        alt.format(z=shown[0], a=shown[1]),
        300.0,
        *(
            element("path", class_="asymptote", d=f"M{number(left)} {at(0, limit)[1]}H{number(right)}")
            for limit in limits
            if limit
        ),
        element("path", class_="axis", d=axes),
        element("path", class_="plumb", d=f"M{dot_x} {zero_y}V{dot_y}H{zero_x}"),
        element("path", class_="curve", d=f"M{path}"),
        element("circle", class_="dot", cx=dot_x, cy=dot_y, r=8),
        label(minus(f"{low:.3g}"), left, bottom + 20, "quiet", "start"),
        label("z", (left + right) / 2, bottom + 20, "name"),
        label(f"{high:.3g}", right, bottom + 20, "quiet", "end"),
        label(f"{most:.3g}", float(zero_x) - 8, top + 14, "quiet halo-text", "end"),
        label(f"{z_name(unit).text} ≈ {shown[0]}", WIDTH / 2 - 16, bottom + 50, "heading", "end"),
        label(f"{unit.name.text} ≈ {shown[1]}", WIDTH / 2 + 16, bottom + 50, "heading", "start"),
    )


# --- totals


def totals(followed: Followed, words: Words, title: str, t: NullTranslations) -> Figure:
    """The total of each class, positive or negative; pressed, its votes are shown."""
    reading = followed.reading
    z = reading.trace.z[-1].tolist()
    zero, per = _scale(z)
    rows = []
    for place, (name, total) in enumerate(zip(words.classes, z, strict=True)):
        y = 4.0 + ROW * place
        state = "predicted" if place == reading.predicted else "other"
        kind = "for" if total >= 0 else "against"
        rows.append(
            element(
                "g",
                element("title", labelled(name, signed_text(total), t)),
                element("rect", class_="target", x=0, y=y, width=WIDTH, height=ROW),
                label(name, 6, y + ROW / 2, "heading" if state == "predicted" else None, "start"),
                element(
                    "rect",
                    class_=kind,
                    x=zero + min(0.0, total) * per,
                    y=y + 6,
                    width=abs(total) * per,
                    height=ROW - 12,
                ),
                label(signed_text(total), WIDTH - 4, y + ROW / 2, "heading" if state == "predicted" else None, "end"),
                class_=f"row {state}",
                **_pressable(followed, place),
            )
        )
    said = (labelled(name, signed_text(total), t) for name, total in zip(words.classes, z, strict=True))
    axis = element("path", class_="axis", d=f"M{number(zero)} 2V{ROW * len(z) + 6}")
    height = ROW * len(z) + 8.0
    role = "group" if followed.hidden_layers else "img"
    return frame("follow_totals", title, facts_of(title, said, t), height, *rows, axis, role=role)


def _pressable(followed: Followed, label: int) -> dict[str, str | int]:
    if not followed.hidden_layers:
        return {}
    return {
        "role": "button",
        "tabindex": 0,
        "data_action": "choose-class",
        "data_value": str(label),
    }
