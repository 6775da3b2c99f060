"""What the live figures show: a curve with its point moved, a neuron with other numbers. They start as the still of the same name."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import TYPE_CHECKING

from ..errors import WrongArgument
from ..formulas import notation as n
from ..words.blocks import Block, Equation, Paragraph, say
from ..words.catalogs import translator
from . import curves, neuron
from .view import shown

if TYPE_CHECKING:
    from .. import messages as m

STEEP, FLAT = 0.2, 0.05  # slopes that are called so


def curve_view(name: str, z: float, lang: str) -> "m.CurveFigure":
    """The sigmoid or the ReLU with its point at z, from -6 to 6, taken to one decimal."""
    if name not in curves.CURVES:
        raise WrongArgument(f"no curve {name!r}; expected one of {', '.join(curves.CURVES)}")
    t, curve = translator(lang), curves.CURVES[name]
    curves.check(z)
    reading = curve.read(z)
    at = float(reading.z.text)
    lines = (Equation(formula) for formula in (reading.value_line, reading.slope_line) if formula)
    blocks: tuple[Block, ...] = (*lines, _steepness(curve, at, t))
    numbers: m.CurveNumbers = {"z": at, "value": curve.value(at), "slope": curve.slope(at)}
    return {**shown(curves.draw(curve, at, t), blocks), "numbers": numbers}


def neuron_view(inputs: Sequence[float], weights: Sequence[float], bias: float, lang: str) -> "m.NeuronFigure":
    """A neuron with three inputs, its weighted sum and its output. All numbers are taken to one decimal."""
    t, unit = translator(lang), neuron.compute(inputs, weights, bias)
    blocks = (
        say(t.gettext("Multiply each input by its weight, add the products up, add the bias:")),
        Equation(unit.sum_line),
        say(t.gettext("The activation function, here the sigmoid, turns the sum into the output:")),
        Equation(unit.output_line),
    )
    z = float(unit.z.text)
    numbers: m.NeuronNumbers = {
        "inputs": [float(value.text) for value in unit.inputs],
        "weights": [float(value.text) for value in unit.weights],
        "bias": float(unit.bias.text),
        "z": z,
        "y": curves.CURVES["sigmoid"].value(z),
    }
    return {**shown(neuron.draw(unit, t), blocks), "numbers": numbers}


def _steepness(curve: curves.Curve, z: float, t: NullTranslations) -> Paragraph:
    _ = t.gettext
    if curve.name == "relu" and z == 0:
        return say(_("At 0 the curve has a kink and no slope; programs usually use 0."))
    if curve.name == "relu" and z > 0:
        return say(_("To the right of 0 the value grows exactly as fast as {z}."), z=n.name("z"))
    if curve.name == "relu":
        return say(_("To the left of 0 the curve is flat: the value stays 0, whatever {z} does."), z=n.name("z"))
    if curve.slope(z) > STEEP:
        return say(_("Here the curve is steep: a small change of {z} shows clearly in the value."), z=n.name("z"))
    if curve.slope(z) < FLAT:
        return say(_("Here the curve is nearly flat: a change of {z} hardly shows in the value."), z=n.name("z"))
    return say(_("Here the curve rises gently."))
