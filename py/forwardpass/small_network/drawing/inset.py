"""Below a small network: the sum of the neuron in focus as a waterfall, with a dot on the curve of its activation; at the error a ruler with the gap and its square.

The room for it is there at every step, so that nothing jumps. Units are those of the network's drawing.
"""

import re
from collections.abc import Iterator, Sequence

from ...formulas.expressions import Formula
from ...formulas.notation import signed
from ...network.activations import ELEMENTWISE
from ...svg.charts import Axis, Plot, axis_of, bar, curve, link, running
from ...svg.geometry import FONT, text_width
from ...svg.labels import label, minus
from ...svg.markup import Markup, element, number
from ..sums import Below, Legend, Miss, Sum
from .layout import WIDTH, Layout

ROW, BAR = 21.0, 13.0  # from one row of a waterfall to the next, and how high its bar is
FREE, BELOW = 15.0, 6.0  # what the network leaves free at its bottom, and the rim
SHORTEST, MISS_ROW = 86.0, 52.0  # of the whole inset, and of an output with its target
LEFT, SUM_END, RIGHT = 6.0, 306.0, WIDTH - 6
PLOT = Plot(334.0, RIGHT, 6.0, 64.0)
BARS = (122.0, 226.0)  # where bars have room, unless the numbers beside them are long
NARROWEST, SPACE = 40.0, 10.0  # of the room for bars, and from a number to it
SMALL = 16 / FONT  # the letters are as small as those of a bias
STEPS, DOT = 30, 6.0  # of a curve
RULER = (26.0, 262.0)
LEGEND_COLUMNS, LEGEND_ROWS, KEY = (LEFT, 166.0, 326.0), (30.0, 62.0), 28.0
SQUARE_LEFT, LARGEST_SQUARE, LINE = 290.0, 56.0, 22.0


def inset_height(layout: Layout) -> float:
    """How much it adds to the drawing of a network, the same at all steps."""
    sizes = [len(column) for column in layout.neurons]
    return (0.0 if sizes[-1] == max(sizes) else -FREE) + _inner_height(sizes) + BELOW


def _inner_height(sizes: Sequence[int]) -> float:
    return max(SHORTEST, ROW * (max(sizes[:-1]) + 2), MISS_ROW * sizes[-1])


def inset(below: Below, layout: Layout, height: float) -> Markup:
    """What a step shows there, nothing at most steps. height: of the whole drawing."""
    inner = _inner_height([len(column) for column in layout.neurons])
    parts: tuple[Markup, ...] = ()
    if below.sum:
        parts = (*_waterfall(below.sum), *_curve(below.sum))
    elif below.misses:
        row = inner / len(below.misses)
        parts = tuple(part for place in range(len(below.misses)) for part in _miss(below.misses, place, row))
    elif below.legend:
        parts = tuple(_legend(below.legend))
    move = f"translate({number((layout.width - WIDTH) / 2)} {number(height - BELOW - inner)})" if parts else None
    return element("g", *parts, class_="inset", transform=move)


# --- a sum


def _waterfall(summed: Sum) -> Iterator[Markup]:
    spans = running([term.size for term in summed.terms])
    factors, amounts = [_text(term.factors) for term in summed.terms], [amount_text(t.amount) for t in summed.terms]
    room = _room(factors, amounts)
    rows = len(spans)
    axis = axis_of([end for _, end in spans], *room) if room else None
    if axis:
        yield element("path", class_="axis", d=f"M{number(axis.zero)} 0V{number(ROW * (rows + 1))}")
        yield from (link(axis, end, ROW * place + BAR + 4, ROW - BAR) for place, (_, end) in enumerate(spans))
    for place, (term, span) in enumerate(zip(summed.terms, spans, strict=True)):
        kind = "name" if place == rows - 1 else None
        yield element("g", *_row(place, factors[place], amounts[place], span, axis, kind), data_term=term.key)
    name, z = summed.z_name.text, minus(summed.z_shown.text)
    yield element("g", *_row(rows, name, z, (0.0, summed.z), axis, "name", True), class_="total")


def _row(
    place: int,
    factors: str,
    amount: str,
    span: tuple[float, float],
    axis: Axis | None,
    kind: str | None,
    is_sum: bool = False,
) -> Iterator[Markup]:
    y = ROW * place
    yield label(factors, LEFT, y + ROW / 2, kind, "start")
    if axis:
        yield bar(axis, *span, y + 4, BAR, is_sum)
    yield label(amount, SUM_END, y + ROW / 2, None, "end")


def _room(factors: Sequence[str], amounts: Sequence[str]) -> tuple[float, float] | None:
    """Between the numbers; none where these are very long."""
    left = max(BARS[0], LEFT + SMALL * max(map(text_width, factors)) + SPACE)
    right = min(BARS[1], SUM_END - SMALL * max(map(text_width, amounts)) - SPACE)
    return (left, right) if right - left >= NARROWEST else None


def _curve(summed: Sum) -> Iterator[Markup]:
    yield from curve(ELEMENTWISE[summed.activation], summed.z, summed.a, PLOT, STEPS, DOT).parts
    yield label(curve_text(summed), (PLOT.left + PLOT.right) / 2, PLOT.bottom + 18)


def amount_text(amount: Formula) -> str:
    """With its sign."""
    return _text(signed(amount))


def curve_text(summed: Sum) -> str:
    """z → a"""
    return f"{minus(summed.z_shown.text)} → {minus(summed.a_shown.text)}"


def _text(formula: Formula) -> str:
    return minus(formula.text)


# --- a miss


def _miss(misses: Sequence[Miss], place: int, row: float) -> Iterator[Markup]:
    """A row with a ruler: the target below, the answer above, and the gap between; and the square on the gap, within one whose side is 1."""
    miss, y = misses[place], row * (place + 0.5)
    low, high = min(0.0, miss.y, miss.answer) // 1, -(-max(1.0, miss.y, miss.answer) // 1)
    axis = Axis(RULER[0] - low * (per := (RULER[1] - RULER[0]) / (high - low)), per)
    start, end = sorted((axis.at(miss.y), axis.at(miss.answer)))
    yield element("path", class_="axis", d=_ticks(axis, low, high, y))
    yield element("rect", class_="gap", x=start, y=y - 3, width=end - start, height=6)
    yield element("circle", class_="aim", cx=axis.at(miss.y), cy=y, r=DOT)
    yield element("circle", class_="dot", cx=axis.at(miss.answer), cy=y, r=DOT)
    yield label(miss.names[0], axis.at(miss.y), y + 17, "name")
    yield label(miss.names[1], axis.at(miss.answer), y - 17, "name")
    yield label(minus(f"{low:g}"), RULER[0] - 10, y, "quiet", "end")
    yield label(f"{high:g}", RULER[1] + 10, y, "quiet", "start")
    largest = max(1.0, *(abs(each.y - each.answer) for each in misses))
    unit, side = (min(LARGEST_SQUARE, row - 6) * share for share in (1.0, abs(miss.y - miss.answer) / largest))
    whole = unit / largest
    yield element("rect", class_="unit", x=SQUARE_LEFT, y=y + unit / 2 - whole, width=whole, height=whole)
    yield element("rect", class_="square", x=SQUARE_LEFT, y=y + unit / 2 - side, width=side, height=side)
    yield from _beside_squares(_text(miss.line), y)


def _beside_squares(line: str, y: float) -> Iterator[Markup]:
    """In two rows, since its numbers may have many decimals."""
    before, sign, after = re.split("([=≈])", line, maxsplit=1)
    yield label(before.rstrip(), RIGHT, y - LINE / 2, None, "end")
    yield label(sign + after, RIGHT, y + LINE / 2, None, "end")


def _ticks(axis: Axis, low: float, high: float, y: float) -> str:
    ticks = (f"M{number(axis.at(at))} {number(y - 5)}v10" for at in (low, high))
    return f"M{number(axis.at(low))} {number(y)}H{number(axis.at(high))}{''.join(ticks)}"


# --- the legend


def _legend(words: Legend) -> Iterator[Markup]:
    """What the look of connections and neurons says."""
    first, second, third = LEGEND_COLUMNS
    upper, lower = LEGEND_ROWS
    for word, sign, x in ((words.positive, "positive", first), (words.negative, "negative", second)):
        yield element("path", class_=f"key-line {sign}", d=f"M{number(x)} {number(upper)}h{number(KEY)}")
        yield _word(word, x, upper)
    yield element(
        "path", class_="key", d=f"M{number(third)} {number(upper - 0.5)}l{number(KEY)} -2v5l{number(-KEY)} -2z"
    )
    yield _word(words.stronger, third, upper)
    middle = KEY / 2
    yield element("circle", cx=first + middle, cy=lower, r=9, fill_opacity=0.8)
    yield _word(words.activation, first, lower)
    yield element("g", element("circle", cx=second + middle, cy=lower, r=9, fill_opacity=0), class_="focus")
    yield _word(words.focus, second, lower)


def _word(word: str, x: float, y: float) -> Markup:
    return label(word, x + KEY + 8, y, "quiet", "start")
