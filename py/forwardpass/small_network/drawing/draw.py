"""(layout, step) → SVG. Every step has the same elements in the same order and differs in classes and texts only, so that a page can animate the change."""

import re
from collections.abc import Iterator

from ...formulas.notation import exact, name
from ...network.activations import Array
from ...svg.geometry import Box
from ...svg.labels import MINUS, label, minus
from ...svg.markup import Markup, element, number
from ..arithmetic import VALUE_DECIMALS, neuron_name, value
from ..problem.places import bias_place, input_place, target_place, weight_place
from ..problem.problems import Problem
from ..steps import Neuron, Step
from ..sums import Below
from .inset import inset, inset_height
from .layout import NUMBER, RADIUS, WIDTH, Connection, Layout, make_layout

UNKNOWN, THINNEST, PER_WEIGHT, THICKEST = 1.25, 0.9, 2.4, 6.0  # widths of connections


def draw(
    step: Step,
    title: str,
    description: str,
    y: Array | None = None,
    widest: str = NUMBER,
    decimals: int = 1,
    below: Below | None = None,
) -> Markup:
    """The network of a step. title and description are what a screen reader says; y are the targets, shown where the step shows them.

    widest: the widest weight or bias that the drawing will have to hold; each has at least so many decimals.
    below: what is computed at this step, to be shown under the network; without it there is no room for that.
    """
    layout = make_layout(step.network.sizes, widest)
    height = layout.height + (inset_height(layout) if below else 0.0)
    return element(
        "svg",
        element("title", title, id="drawing-title"),
        element("desc", description, id="drawing-description"),
        element("g", *(_connection(c, step) for c in layout.connections), class_="connections"),
        element("g", *_neurons(layout, step), class_="neurons"),
        element("g", *(_weight(c, step, decimals) for c in layout.connections), class_="weights"),
        element("g", *_biases(layout, step, decimals), class_="biases"),
        *_targets(layout, step, y),
        *([inset(below, layout, height)] if below else []),
        class_="drawing network wide" if layout.width > WIDTH else "drawing network",
        viewBox=f"0 0 {number(layout.width)} {number(height)}",
        role="group",
        aria_labelledby="drawing-title",
        aria_describedby="drawing-description",
        xmlns="http://www.w3.org/2000/svg",
    )


def widest(problem: Problem) -> str:
    """As wide as the widest parameter of a problem, so that its steps have one layout."""
    layers = (*problem.guess.layers, *problem.best.layers)
    every = (float(value) for layer in layers for value in (*layer.weights.flat, *layer.biases))
    return max((NUMBER, *(MINUS + re.sub(r"\d", "0", exact(abs(value)).text) for value in every)), key=len)


def _connection(connection: Connection, step: Step) -> Markup:
    """Its look says the sign of the weight and its size, as soon as there is one."""
    neuron = (connection.layer + 1, connection.target)
    weight = float(step.network.layers[connection.layer].weights[connection.target, connection.source])
    is_set = step.has_weights(neuron)
    sign = [] if not is_set else ["positive" if weight >= 0 else "negative"]
    return element(
        "path",
        class_=" ".join((_classes("connection", _in_focus(connection, step), not step.makes_room(neuron)), *sign)),
        stroke_width=width_of(weight) if is_set else UNKNOWN,
        data_connection=_key(connection),
        d=_arrow(connection),
    )


def width_of(weight: float) -> float:
    """The same at every step, whatever the other weights are."""
    return min(THINNEST + PER_WEIGHT * abs(weight), THICKEST)


def _arrow(connection: Connection) -> str:
    return "".join(
        f"M{number(s.start.x)} {number(s.start.y)}L{number(s.end.x)} {number(s.end.y)}" for s in connection.strokes
    )


def _neurons(layout: Layout, step: Step) -> Iterator[Markup]:
    for column, centers in enumerate(layout.neurons):
        for index, center in enumerate(centers):
            neuron = (column, index)
            letters, known = neuron_name(step.network.sizes, neuron).text, neuron in step.known
            shown = value(step, neuron).text if known else ""
            caption = layout.caption(column, index, letters)
            yield element(
                "g",
                element(
                    "circle",
                    cx=center.x,
                    cy=center.y,
                    r=RADIUS,
                    fill_opacity=_fullness(step, neuron) if known else 0,
                ),
                _text(
                    Box(center, 0, 0),
                    minus(shown) if known else letters,
                    "value" if known else "name",
                    input_place(index) if known and column == 0 else None,
                ),
                _text(caption, letters if known else "", "name caption"),
                class_=_classes("neuron", neuron in step.focus) + " below-zero" * shown.startswith("-"),
                data_neuron=f"{column}-{index}",
            )


def _value(step: Step, neuron: Neuron) -> float:
    column, index = neuron
    return float(step.trace.inputs_of(column)[index])


def _fullness(step: Step, neuron: Neuron) -> float:
    """The size of its value: of 1, or of the largest value of its column where that is larger."""
    values = [abs(_value(step, (neuron[0], index))) for index in range(step.network.sizes[neuron[0]])]
    return abs(_value(step, neuron)) / max(1.0, *values)


def _weight(connection: Connection, step: Step, decimals: int) -> Markup:
    layer, target, source = connection.layer, connection.target, connection.source
    shown = step.shows_weights((layer + 1, target))
    weight = float(step.network.layers[layer].weights[target, source])
    box = connection.label
    return element(
        "g",
        element("rect", class_="halo", x=box.left, y=box.top, width=box.width, height=box.height, rx=4),
        _text(
            box,
            minus(exact(weight, decimals).text) if shown else "",
            "",
            weight_place(step.in_force, layer, target, source) if shown else None,
        ),
        class_=_classes("weight", _in_focus(connection, step), shown),
        data_weight=_key(connection),
    )


def _biases(layout: Layout, step: Step, decimals: int) -> Iterator[Markup]:
    for (column, index), box in layout.biases.items():
        shown, focus = (column, index) in step.weighted, (column, index) in step.focus
        bias = exact(float(step.network.layers[column - 1].biases[index]), decimals).text
        yield _text(
            box,
            f"b = {minus(bias)}" if shown else "",
            _classes("bias", focus, shown),
            bias_place(step.in_force, column - 1, index) if shown else None,
            f"{column - 1}-b-{index}",
        )


def _targets(layout: Layout, step: Step, y: Array | None) -> Iterator[Markup]:
    outputs = len(layout.neurons[-1])
    for unit in range(outputs):
        letter = name("y", unit + 1 if outputs > 1 else None).text
        shown = step.shows_target and y is not None
        number_text = minus(exact(float(y[unit]), VALUE_DECIMALS).text) if y is not None else "0.00"
        text = f"{letter} = {number_text if shown else '0.00'}"
        yield _text(
            layout.target(unit, text),
            text if shown else "",
            _classes("target", False, shown),
            target_place(unit) if shown else None,
        )


def _text(box: Box, text: str, classes: str, edit: str | None = None, term: str | None = None) -> Markup:
    return label(text, box.center.x, box.center.y, classes or None, data_edit=edit, data_term=term)


def _in_focus(connection: Connection, step: Step) -> bool:
    return {(connection.layer, connection.source), (connection.layer + 1, connection.target)} <= step.focus


def _key(connection: Connection) -> str:
    return f"{connection.layer}-{connection.source}-{connection.target}"


def _classes(name: str, focus: bool, shown: bool = True) -> str:
    return " ".join((name, *(["focus"] if focus else []), *([] if shown else ["absent"])))
