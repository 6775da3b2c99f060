"""Figures as they stand in a page: numbered, with a caption; some of them live."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from forwardpass import api
from forwardpass.chapter import curves, neuron
from forwardpass.chapter.plane import exactly_one, linear_classifier
from forwardpass.chapter.plane.boundary import Boundary
from forwardpass.formulas import notation
from forwardpass.formulas.expressions import Formula
from forwardpass.words.catalogs import translator

from ..figures.figure_files import drawn
from ..shared.templates import render

STEP = 0.1
INPUTS, WEIGHTS, BIAS = 3, 2, 3  # how far the knobs of the neuron go, to either side


@dataclass(frozen=True)
class Knob:
    """A number that the reader may change. field: its name in the form; symbol: its name in formulas."""

    field: str
    symbol: Formula
    furthest: float
    value: float


Groups = list[tuple[str, list[Knob]]]  # each with its legend


def plate(attributes: dict[str, str], number: int, lang: str) -> str:
    """name and caption of a figure, and `live` where it is, to its <figure>."""
    name, caption = attributes["name"], attributes["caption"]
    live = live_part(name, lang) if "live" in attributes else None
    return render("pages/figure.html", lang, figure=drawn(name, lang), number=number, caption=caption, live=live)


def live_part(name: str, lang: str) -> dict[str, Any]:
    """What a live figure has besides its picture: the call that answers, its first reading, its knobs and where its axis lies."""
    if name in curves.CURVES:
        start = curves.CURVES[name].start
        knobs = [("", [Knob("z", notation.name("z"), curves.FURTHEST, start)])]
        axis = {"origin": curves.CENTER, "unit": curves.UNIT}
        return _live("curve", api.curve(name, start, lang), knobs, axis)
    return LIVE[name](lang)


def _live(call: str, view: Any, groups: Groups, axis: dict[str, int] | None = None) -> dict[str, Any]:
    return {"call": call, "html": view["html"], "groups": groups, "step": STEP, "axis": axis}


def _neuron(lang: str) -> dict[str, Any]:
    _ = translator(lang).gettext
    groups = [
        (_("inputs"), [_numbered("x", i, INPUTS, value) for i, value in enumerate(neuron.INPUTS, 1)]),
        (_("weights"), [_numbered("w", i, WEIGHTS, value) for i, value in enumerate(neuron.WEIGHTS, 1)]),
        (_("bias"), [Knob("b", notation.name("b"), BIAS, neuron.BIAS)]),
    ]
    return _live("neuron", api.neuron(list(neuron.INPUTS), list(neuron.WEIGHTS), neuron.BIAS, lang), groups)


def _linear_classifier(lang: str) -> dict[str, Any]:
    _, start, line = translator(lang).gettext, linear_classifier.START, linear_classifier
    groups = [
        (_("weights"), [_numbered("w", i, line.FURTHEST_WEIGHT, value) for i, value in enumerate(start.weights, 1)]),
        (_("bias"), [Knob("b", notation.name("b"), line.FURTHEST_BIAS, start.bias)]),
    ]
    return _live("linear_classifier", api.linear_classifier(list(start.weights), start.bias, lang), groups)


def _exactly_one(lang: str) -> dict[str, Any]:
    t, pair = translator(lang), exactly_one.START
    fields = {"first": pair.first, "second": pair.second}
    groups = [
        (t.gettext("hidden neuron {number}").format(number=number), _hidden_knobs(field, hidden))
        for number, (field, hidden) in enumerate(fields.items(), 1)
    ]
    numbers = {field: [*hidden.weights, hidden.bias] for field, hidden in fields.items()}
    return _live("exactly_one", api.exactly_one(**numbers, lang=lang), groups)


def _hidden_knobs(field: str, hidden: Boundary) -> list[Knob]:
    furthest, names = exactly_one.FURTHEST_WEIGHT, (notation.name("w", 1), notation.name("w", 2))
    weights = [Knob(field, name, furthest, value) for name, value in zip(names, hidden.weights, strict=True)]
    return [*weights, Knob(field, notation.name("b"), exactly_one.FURTHEST_BIAS, hidden.bias)]


def _numbered(letter: str, index: int, furthest: float, value: float) -> Knob:
    return Knob(letter, notation.name(letter, index), furthest, value)


LIVE: dict[str, Callable[[str], dict[str, Any]]] = {
    "artificial_neuron": _neuron,
    "linear_classifier": _linear_classifier,
    "exactly_one": _exactly_one,
}
