"""How the totals become an answer: the softmax as a table, and the votes for two classes side by side."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from ....formulas import notation as n
from ....svg.figure import WIDTH, Figure, frame
from ....svg.labels import label, minus
from ....svg.markup import Markup, element, number
from ....words.wording import facts_of, labelled, listed, percentage
from ...data_sets import Words
from ...reading import Reading
from ..lines import parts, signed_text, softmax_table
from ..steps import Followed

ROW, TOP = 27, 38
Z, POWER, BAR, BAR_END = 196, 318, 328, 394  # where the columns end, or begin
MOST_ROWS = 9  # neurons in the comparison
COLUMNS = ((64.0, 268.0), (276.0, 480.0))  # of the two classes
REACH = 54.0  # of the largest bar, to either side


def softmax(reading: Reading, words: Words, title: str, t: NullTranslations) -> Figure:
    """A row a class: its total z, e to that power, and its share of the sum."""
    table = softmax_table(reading)
    shares = [percentage(p, t, brief=True) for p in reading.probabilities]
    rows, said = [], []
    for place, (row, share) in enumerate(zip(table.rows, shares, strict=True)):
        y = TOP + ROW * (place + 0.5)
        p, name = reading.probabilities[place], words.classes[place]
        weight = "heading" if place == reading.predicted else None
        rows += [
            label(name, 0, y, weight, "start"),
            label(minus(row.z.text), Z, y, weight, "end"),
            label(row.power.text, POWER, y, weight, "end"),
            element("rect", class_="track", x=BAR, y=y - 6, width=BAR_END - BAR, height=12),
            element("rect", class_="for", x=BAR, y=y - 6, width=p * (BAR_END - BAR), height=12),
            label(share, WIDTH, y, weight, "end"),
        ]
        said.append(labelled(name, listed((minus(row.z.text), row.power.text, share), t), t))
    bottom = TOP + ROW * len(table.rows)
    shifted = f"z {minus('-')} {minus(n.rounded(table.shift, 2).text)}" if table.shift else "z"
    return frame(
        "follow_softmax",
        title,
        facts_of(title, said, t),
        bottom + 40.0,
        label(shifted, Z, 16, "name", "end"),
        _power_of_e(POWER, 16),
        label(t.gettext("share"), WIDTH, 16, "heading", "end"),
        element("path", class_="axis", d=f"M0 {TOP - 6}H{WIDTH}M0 {bottom + 3}H{WIDTH}"),
        *rows,
        label(t.gettext("sum"), 0, bottom + 22, "heading", "start"),
        label(table.whole.text, POWER, bottom + 22, "heading", "end"),
    )


def _power_of_e(x: float, y: float) -> Markup:
    power = element("tspan", "z", dy="-0.45em", font_size="0.75em")
    return element("text", "e", power, class_="name", x=x, y=y, dy="0.35em", text_anchor="end")


# --- why not another


Pair = tuple[str, float, float]  # what speaks, and how much for either class


def side_by_side(followed: Followed, words: Words, title: str, t: NullTranslations) -> Figure:
    """The votes for the answer and for its rival, in a column each."""
    classes = followed.reading.predicted, followed.rival
    pairs, others = _pairs(followed, t)
    most = max((abs(value) for _, *values in (*pairs, *others) for value in values), default=0.0) or 1.0
    first, second = (followed.output(label).z for label in classes)
    lines: list[Pair] = [*pairs, *others, (t.gettext("sum"), first, second)]
    bottom = TOP + ROW * (len(lines) - 1)
    said = (labelled(name, listed(map(signed_text, values), t), t) for name, *values in lines)
    return frame(
        "follow_answer",
        title,
        facts_of(listed((words.classes[label_] for label_ in classes), t), said, t),
        bottom + ROW + 12.0,
        *(
            label(words.classes[label_], left + 76, 16, "heading", "end")
            for label_, (left, _) in zip(classes, COLUMNS, strict=True)
        ),
        element("path", class_="axis", d=f"M0 {TOP - 6}H{WIDTH}M0 {bottom + 4}H{WIDTH}"),
        *_lines(lines, most, len(lines) - 1),
    )


def _pairs(followed: Followed, t: NullTranslations) -> tuple[list[Pair], list[Pair]]:
    """The neurons that make the largest difference; and the others together, with the bias."""
    first, second = (followed.output(label) for label in (followed.reading.predicted, followed.rival))
    if not followed.hidden_layers:
        names = (t.gettext("for"), t.gettext("against"), t.gettext("bias"))
        return [*zip(names, parts(first), parts(second), strict=True)], []
    votes = [(one.name, one.product, two.product) for one, two in zip(first.addends, second.addends, strict=True)]
    votes.sort(key=lambda vote: -abs(vote[1] - vote[2]))
    most = MOST_ROWS + 1 if len(votes) == MOST_ROWS + 1 else MOST_ROWS
    shown, rest = sorted(votes[:most], key=lambda vote: vote[2] - vote[1]), votes[most:]
    others: list[Pair] = []
    if rest:
        # NOTE: the other neurons, in a narrow column
        name = t.pgettext("neurons", "others")
        others.append((name, sum(one for _, one, _ in rest), sum(two for _, _, two in rest)))
    others.append((t.gettext("bias"), first.bias, second.bias))
    return shown, others


def _lines(lines: Sequence[Pair], most: float, last: int) -> Iterator[Markup]:
    for place, (name, *values) in enumerate(lines):
        y = TOP + ROW * (place + 0.5) + (8 if place == last else 0)
        weight = "heading" if place == last else None
        yield label(name, 0, y, weight or "quiet", "start")
        for value, (left, right) in zip(values, COLUMNS, strict=True):
            yield label(signed_text(value), left + 76, y, weight, "end")
            if place < last:
                yield _bar(value, y, right - REACH - 4, most)


def _bar(value: float, y: float, zero: float, most: float) -> Markup:
    length = abs(value) / most * REACH
    left = zero if value >= 0 else zero - length
    bar = element("rect", class_="for" if value >= 0 else "against", x=left, y=y - 7, width=length, height=14)
    return element("g", element("path", class_="axis", d=f"M{number(zero)} {number(y - 11)}v22"), bar)
