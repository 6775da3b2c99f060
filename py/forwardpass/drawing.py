"""(layout, step) → SVG. Every step has the same elements in the same order and differs in classes and texts only, so that a page can animate the change."""

from collections.abc import Iterator

from .formulas import VALUE_DECIMALS, neuron_name, value
from .layout import RADIUS, Box, Connection, Layout, Point, make_layout
from .lesson import Step
from .notation import exact
from .svg import Markup, element, number

TARGET_DROP = 21.0


def draw(step: Step, title: str, description: str, y: float | None = None) -> Markup:
    """The network of a step. title and description are what a screen reader says; y is the target, shown where the step shows it."""
    layout = make_layout(step.network.sizes)
    return element(
        "svg",
        element("title", title, id="drawing-title"),
        element("desc", description, id="drawing-description"),
        element("g", *(_connection(c, step) for c in layout.connections), class_="connections"),
        element("g", *_neurons(layout, step), class_="neurons"),
        element("g", *(_weight(c, step) for c in layout.connections), class_="weights"),
        element("g", *_biases(layout, step), class_="biases"),
        _target(layout, y if step.shows_target else None),
        class_="drawing network",
        viewBox=f"0 0 {number(layout.width)} {number(layout.height)}",
        role="img",
        aria_labelledby="drawing-title",
        aria_describedby="drawing-description",
        xmlns="http://www.w3.org/2000/svg",
    )


def minus(text: str) -> str:
    """A number as it stands in a drawing: with a true minus sign."""
    return text.replace("-", "−")


def _connection(connection: Connection, step: Step) -> Markup:
    return element(
        "path",
        class_=_classes("connection", _in_focus(connection, step)),
        data_connection=_key(connection),
        d=_arrow(connection),
    )


def _arrow(connection: Connection) -> str:
    return "".join(
        f"M{number(s.start.x)} {number(s.start.y)}L{number(s.end.x)} {number(s.end.y)}" for s in connection.strokes
    )


def _neurons(layout: Layout, step: Step) -> Iterator[Markup]:
    for column, centers in enumerate(layout.neurons):
        for index, center in enumerate(centers):
            neuron = (column, index)
            name, known = neuron_name(step, neuron).text, neuron in step.known
            caption = layout.caption(column, index, name)
            yield element(
                "g",
                element("circle", cx=center.x, cy=center.y, r=RADIUS),
                _text(
                    Box(center, 0, 0), minus(value(step, neuron).text) if known else name, "value" if known else "name"
                ),
                _text(caption, name if known else "", "name caption"),
                class_=_classes("neuron", neuron in step.focus),
                data_neuron=f"{column}-{index}",
            )


def _weight(connection: Connection, step: Step) -> Markup:
    shown = (connection.layer + 1, connection.target) in step.weighted
    weight = float(step.network.layers[connection.layer].weights[connection.target, connection.source])
    text = minus(exact(weight).text) if shown else ""
    box = connection.label
    return element(
        "g",
        element("rect", class_="halo", x=box.left, y=box.top, width=box.width, height=box.height, rx=4),
        _text(box, text, ""),
        class_=_classes("weight", _in_focus(connection, step), shown),
        data_weight=_key(connection),
    )


def _biases(layout: Layout, step: Step) -> Iterator[Markup]:
    for (column, index), box in layout.biases.items():
        shown, focus = (column, index) in step.weighted, (column, index) in step.focus
        bias = exact(float(step.network.layers[column - 1].biases[index])).text
        yield _text(box, f"b = {minus(bias)}" if shown else "", _classes("bias", focus, shown))


def _target(layout: Layout, y: float | None) -> Markup:
    caption = layout.caption(len(layout.neurons) - 1, 0, "y = 0.00")
    box = Box(Point(caption.center.x, caption.center.y + TARGET_DROP), caption.width, caption.height)
    return _text(
        box,
        "" if y is None else f"y = {minus(exact(y, VALUE_DECIMALS).text)}",
        _classes("target", False, y is not None),
    )


def _text(box: Box, text: str, classes: str) -> Markup:
    return element(
        "text", text, class_=classes or None, x=box.center.x, y=box.center.y, dy="0.35em", text_anchor="middle"
    )


def _in_focus(connection: Connection, step: Step) -> bool:
    return {(connection.layer, connection.source), (connection.layer + 1, connection.target)} <= step.focus


def _key(connection: Connection) -> str:
    return f"{connection.layer}-{connection.source}-{connection.target}"


def _classes(name: str, focus: bool, shown: bool = True) -> str:
    return " ".join((name, *(["focus"] if focus else []), *([] if shown else ["absent"])))
