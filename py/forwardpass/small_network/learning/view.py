"""A step of gradient descent as a view: the network with its present parameters, the falling error, and words with the arithmetic behind a weight."""

import re
from dataclasses import replace
from gettext import NullTranslations
from math import ceil
from typing import TYPE_CHECKING

from ...errors import WrongArgument
from ...network.activations import Array
from ...network.layers import Layer, Network
from ...svg.labels import MINUS
from ...svg.markup import Markup
from ..description import describe
from ..drawing.draw import draw
from ..problem.problems import Problem
from ..steps import Neuron, Step
from . import arithmetic as lf
from .descent import RATES, Descent
from .narration import curve_in_words, full_step, narrate, spoken, worked_parameter
from .plot import plot

if TYPE_CHECKING:
    from ...messages import Learned

MOST_MOVES = 100  # of a run from the guess to the end
SMALL = 3  # columns, and neurons in each, that can be read beside the curve


def learning_view(problem: Problem, descent: Descent, iteration: int, t: NullTranslations) -> "Learned":
    """The state after so many steps, 0 for the guess. Its numbers name the step that comes `onward` when learning runs. Raises ValueError for a step that the descent does not have."""
    if not 0 <= iteration <= descent.last:
        raise WrongArgument(f"step {iteration} of learning; expected 0 to {descent.last}, the last one")
    state = descent.states[iteration]
    words = narrate(problem, descent, iteration, t)
    shown = drawn_step(problem, descent, iteration)
    alt = describe(shown, problem, t)
    curve_alt = curve_in_words(descent, iteration, t)
    return {
        "title": words.title,
        "svg": _still(
            draw(shown, words.title, alt, problem.y, _widest(descent), lf.PARAMETER_DECIMALS), state.network.sizes
        ),
        "plot": plot(descent, iteration, t.gettext("The error at every step"), curve_alt, t),
        "html": words.html,
        "text": words.text,
        "alt": alt,
        "plot_alt": curve_alt,
        "spoken": spoken(descent, iteration, t),
        "numbers": {
            "iteration": iteration,
            "last": descent.last,
            "onward": min(iteration + ceil(descent.last / MOST_MOVES), descent.last),
            "rate": descent.rate,
            "rates": list(RATES),
            "outcome": descent.outcome,
            "error": state.error,
            "y": problem.y.tolist(),
            "output": state.trace.output.tolist(),
            **state.network.as_data(),
        },
    }


# --- the drawing


def drawn_step(problem: Problem, descent: Descent, iteration: int) -> Step:
    """The step as the drawing shows it: parameters to two decimals, values those of the parameters in full; in focus, the weight or bias that is worked out."""
    step = full_step(descent.states[iteration])
    focus: frozenset[Neuron] = frozenset()
    if iteration:
        worked, _slope = worked_parameter(problem, descent.states[iteration - 1])
        focus = frozenset({worked.target, *([worked.source] if worked.source else [])})
    return replace(step, network=_rounded(step.network), focus=focus)


def _still(svg: Markup, sizes: tuple[int, ...]) -> Markup:
    """A drawing that is only looked at, beside that of the lesson: nothing in it can be changed, and its ids are its own."""
    size = "large" if len(sizes) > SMALL or max(sizes) > SMALL else "small"
    bare = re.sub(r' data-(edit|term)="[^"]*"', "", svg).replace('role="group"', 'role="img"', 1)
    return Markup(bare.replace('"drawing-', '"learning-').replace('class="drawing', f'class="{size} drawing', 1))


def _rounded(network: Network) -> Network:
    return Network(
        tuple(
            Layer(_two_decimals(layer.weights), _two_decimals(layer.biases), layer.activation)
            for layer in network.layers
        )
    )


def _widest(descent: Descent) -> str:
    """As wide as the widest parameter on the whole way, so that nothing is moved aside on it."""
    return MINUS + re.sub(r"\d", "0", f"{descent.largest:.{lf.PARAMETER_DECIMALS}f}")


def _two_decimals(values: Array) -> Array:
    """-0.0 never comes out."""
    return values.round(lf.PARAMETER_DECIMALS) + 0.0
