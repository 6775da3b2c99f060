"""Charts of sums: how one is made up, what the activation makes of it, and the totals of the classes beside each other."""

from gettext import NullTranslations

from ....formulas import notation as n
from ....network.activations import ELEMENTWISE
from ....svg.charts import Axis, Plot, axis_of, bar, curve, link, running
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
PLOT = Plot(34.0, 446.0, 12.0, 238.0)


def waterfall(unit: SelectedNeuron, title: str, t: NullTranslations) -> Figure:
    """One bar after the other begins where the last one ended; the sum is where they lead."""
    amounts = parts(unit)
    spans = running(amounts)
    axis = axis_of([end for _, end in spans], LEFT, RIGHT)
    words = [t.gettext("for"), t.gettext("against"), t.gettext("bias"), z_name(unit).text]
    bars = [*zip(words, [*amounts, unit.z], [*spans, (0.0, unit.z)], strict=True)]
    said = (labelled(word, signed_text(amount), t) for word, amount, _ in bars)
    return frame(
        "follow_sum",
        title,
        facts_of(title, said, t),
        STEP * len(bars) + 12.0,
        element("path", class_="axis", d=f"M{number(axis.zero)} 2V{STEP * len(bars) + 8}"),
        *(_bar(place, *row, axis) for place, row in enumerate(bars)),
        *(link(axis, end, 12.0 + STEP * place + BAR, STEP - BAR) for place, (_, end) in enumerate(spans)),
    )


def _bar(place: int, word: str, amount: float, span: tuple[float, float], axis: Axis) -> Markup:
    y = 12.0 + STEP * place
    is_sum = place == len(("for", "against", "bias"))
    return element(
        "g",
        label(word, 0, y + BAR / 2, "name" if is_sum else None, "start"),
        bar(axis, *span, y, BAR, is_sum),
        label(signed_text(amount), WIDTH, y + BAR / 2, "heading" if is_sum else None, "end"),
    )


# --- the curve of an activation


def squeeze(unit: SelectedNeuron, title: str, t: NullTranslations) -> Figure:
    """The curve, and a dot on it where this sum is."""
    activation = ELEMENTWISE[unit.reading.network.layers[unit.layer].activation]
    a = float(unit.reading.trace.a[unit.layer][unit.index])
    drawn = curve(activation, unit.z, a, PLOT, 120, 8)
    left, right, top, bottom = PLOT.left, PLOT.right, PLOT.top, PLOT.bottom
    shown = [minus(n.rounded(value, DECIMALS).text) for value in (unit.z, a)]
    alt = t.gettext("The curve of the activation function, with a dot on it where z is {z} and the activation is {a}.")
    return frame(
        "follow_squeeze",
        title,
        alt.format(z=shown[0], a=shown[1]),
        300.0,
        *drawn.parts,
        label(minus(f"{drawn.low:.3g}"), left, bottom + 20, "quiet", "start"),
        label("z", (left + right) / 2, bottom + 20, "name"),
        label(f"{drawn.high:.3g}", right, bottom + 20, "quiet", "end"),
        label(f"{drawn.most:.3g}", drawn.zero - 8, top + 14, "quiet halo-text", "end"),
        label(f"{z_name(unit).text} ≈ {shown[0]}", WIDTH / 2 - 16, bottom + 50, "heading", "end"),
        label(f"{unit.name.text} ≈ {shown[1]}", WIDTH / 2 + 16, bottom + 50, "heading", "start"),
    )


# --- totals


def totals(followed: Followed, words: Words, title: str, t: NullTranslations) -> Figure:
    """The total of each class, positive or negative; pressed, its votes are shown."""
    reading = followed.reading
    z = reading.trace.z[-1].tolist()
    axis = axis_of(z, LEFT, RIGHT)
    rows = []
    for place, (name, total) in enumerate(zip(words.classes, z, strict=True)):
        y = 4.0 + ROW * place
        state = "predicted" if place == reading.predicted else "other"
        rows.append(
            element(
                "g",
                element("title", labelled(name, signed_text(total), t)),
                element("rect", class_="target", x=0, y=y, width=WIDTH, height=ROW),
                label(name, 6, y + ROW / 2, "heading" if state == "predicted" else None, "start"),
                bar(axis, 0.0, total, y + 6, ROW - 12),
                label(signed_text(total), WIDTH - 4, y + ROW / 2, "heading" if state == "predicted" else None, "end"),
                class_=f"row {state}",
                **_pressable(followed, place),
            )
        )
    said = (labelled(name, signed_text(total), t) for name, total in zip(words.classes, z, strict=True))
    plumb = element("path", class_="axis", d=f"M{number(axis.zero)} 2V{ROW * len(z) + 6}")
    height = ROW * len(z) + 8.0
    role = "group" if followed.hidden_layers else "img"
    return frame("follow_totals", title, facts_of(title, said, t), height, *rows, plumb, role=role)


def _pressable(followed: Followed, label: int) -> dict[str, str | int]:
    if not followed.hidden_layers:
        return {}
    return {
        "role": "button",
        "tabindex": 0,
        "data_action": "choose-class",
        "data_value": str(label),
    }
