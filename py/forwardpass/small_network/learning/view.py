"""A step of gradient descent as a view: the network with its present parameters, the falling error, and words with the arithmetic behind a weight."""

import re
from dataclasses import replace
from gettext import NullTranslations
from math import ceil
from typing import TYPE_CHECKING

from ...errors import WrongArgument
from ...formulas.notation import NoTrueLine
from ...svg.labels import MINUS
from ...svg.markup import Markup
from ..description import describe
from ..drawing.draw import draw
from ..problem.problems import Problem
from ..steps import Neuron, Step
from ..sums import Below, below, misses
from . import arithmetic as lf
from .descent import RATES, Descent
from .narration import curve_in_words, error_decimals, full_step, narrate, spoken, worked_parameter
from .plot import plot
from .taken import rounded

if TYPE_CHECKING:
    from ...messages import Learned

MOST_MOVES = 100  # of a run from the guess to the end


def learning_view(problem: Problem, descent: Descent, iteration: int, t: NullTranslations) -> "Learned":
    """The state after so many steps, 0 for the guess. Its numbers name the step that comes `onward` when learning runs. Raises ValueError for a step that the descent does not have."""
    if not 0 <= iteration <= descent.last:
        raise WrongArgument(f"step {iteration} of learning; expected 0 to {descent.last}, the last one")
    state = descent.states[iteration]
    words = narrate(problem, descent, iteration, t)
    shown = drawn_step(problem, descent, iteration)
    computed = _below(shown, problem, error_decimals(state.error), t)
    alt = describe(shown, problem, t, computed)
    curve_alt = curve_in_words(descent, iteration, t)
    return {
        "title": words.title,
        "svg": _still(
            draw(shown, words.title, alt, problem.y, _widest(descent), lf.PARAMETER_DECIMALS, below=computed)
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
    return replace(step, network=rounded(step.network, lf.PARAMETER_DECIMALS), focus=focus)


def _below(step: Step, problem: Problem, decimals: int, t: NullTranslations) -> Below:
    """How far the answer is from y; what the look of the drawing says where that is too far to be told."""
    try:
        return misses(step, problem, decimals)
    except NoTrueLine:
        return below(step, problem, t)


def _still(svg: Markup) -> Markup:
    """A drawing in which nothing can be changed: its numbers are not those of the lesson."""
    return Markup(re.sub(r' data-(edit|term)="[^"]*"', "", svg))


def _widest(descent: Descent) -> str:
    """As wide as the widest parameter on the whole way, so that nothing is moved aside on it."""
    return MINUS + re.sub(r"\d", "0", f"{descent.largest:.{lf.PARAMETER_DECIMALS}f}")
