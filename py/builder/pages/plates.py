"""Figures as they stand in a page: numbered, with a caption; some of them live."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from forwardpass import api
from forwardpass.chapter import curves, neuron
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


def plate(attributes: dict[str, str], number: int, lang: str) -> str:
    """name and caption of a figure, and `live` where it is, to its <figure>."""
    name, caption = attributes["name"], attributes["caption"]
    live = live_part(name, lang) if "live" in attributes else None
    return render("pages/figure.html", lang, figure=drawn(name, lang), number=number, caption=caption, live=live)


def live_part(name: str, lang: str) -> dict[str, Any]:
    """What a live figure has besides its picture: its first reading, its knobs and where its axis lies."""
    if name in curves.CURVES:
        start = curves.CURVES[name].start
        knobs = [("", [Knob("z", notation.name("z"), curves.FURTHEST, start)])]
        axis = {"origin": curves.CENTER, "unit": curves.UNIT}
        return {"html": api.curve(name, start, lang)["html"], "groups": knobs, "step": STEP, "axis": axis}
    reading = api.neuron(list(neuron.INPUTS), list(neuron.WEIGHTS), neuron.BIAS, lang)
    return {"html": reading["html"], "groups": list(_neuron_knobs(lang)), "step": STEP, "axis": None}


def _neuron_knobs(lang: str) -> Iterator[tuple[str, list[Knob]]]:
    _ = translator(lang).gettext
    yield _("inputs"), [_numbered("x", i, INPUTS, value) for i, value in enumerate(neuron.INPUTS, 1)]
    yield _("weights"), [_numbered("w", i, WEIGHTS, value) for i, value in enumerate(neuron.WEIGHTS, 1)]
    yield _("bias"), [Knob("b", notation.name("b"), BIAS, neuron.BIAS)]


def _numbered(letter: str, index: int, furthest: float, value: float) -> Knob:
    return Knob(letter, notation.name(letter, index), furthest, value)
