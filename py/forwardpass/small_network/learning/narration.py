"""A step of gradient descent in words, with the arithmetic behind one of its parameters; the curve of the error in words."""

from collections.abc import Iterator
from gettext import NullTranslations
from math import floor, log10

import numpy as np

from ...formulas import notation as n
from ...formulas.expressions import Formula
from ...network.gradient import gradient
from ...network.layers import Network
from ...words.blocks import Block, Equation, Narration, say
from ...words.wording import count, decimal, in_a_row
from .. import arithmetic as f
from ..problem.problems import Problem
from ..steps import Kind, Neuron, Step
from . import arithmetic as lf
from .descent import LARGEST, Descent, Outcome, State

DIGITS = 2  # that an error is printed with, at least


def narrate(problem: Problem, descent: Descent, iteration: int, t: NullTranslations) -> Narration:
    return Narration(_title(descent, iteration, t), tuple(_blocks(problem, descent, iteration, t)))


def worked_parameter(problem: Problem, before: State) -> tuple[lf.Parameter, float]:
    """The parameter whose step is told, and its slope."""
    slopes = gradient(before.network, before.trace, problem.y)
    worked = lf.most_moved(slopes)
    return worked, worked.slope(slopes)


def full_step(state: State) -> Step:
    """A state as a step of a lesson that shows everything."""
    sizes = state.network.sizes
    every = frozenset((column, index) for column, size in enumerate(sizes) for index in range(size))
    computed = frozenset(neuron for neuron in every if neuron[0] > 0)
    return Step(Kind.PASS, state.network, state.trace, "guess", known=every, weighted=computed, shows_target=True)


def _title(descent: Descent, iteration: int, t: NullTranslations) -> str:
    _ = t.gettext
    if iteration == descent.last and descent.outcome is Outcome.HIT:
        return _("Learned: the network answers correctly")
    if iteration == 0:
        return _("Before the first step")
    return _("After step {number}").format(number=count(iteration, t))


def _blocks(problem: Problem, descent: Descent, iteration: int, t: NullTranslations) -> Iterator[Block]:
    yield from _moved(problem, descent, iteration, t) if iteration else _beginning(descent, t)
    if iteration == descent.last:
        yield from ENDINGS[descent.outcome](problem, descent, t)


def _beginning(descent: Descent, t: NullTranslations) -> Iterator[Block]:
    _ = t.gettext
    yield say(
        _(
            "The network starts from its initial parameters. For each weight {w}, training asks: if it grew a little, how fast would the squared error {error} grow? The answer, {slope}, comes from the chain rule, applied layer by layer from the output back to the inputs (backpropagation)."
        ),
        w=n.name(lf.WEIGHT),
        error=n.name("E"),
        slope=lf.slope_name(),
    )
    yield say(_("Then each weight takes a step the other way, downhill, and so does each bias:"))
    yield Equation(lf.rule(descent.rate))
    yield say(
        _("The learning rate, here {rate}, sets the size of the steps. {error} is now {value}."),
        rate=n.exact(descent.rate, 0),
        error=n.name("E"),
        value=error_shown(descent.states[0].error),
    )


def _moved(problem: Problem, descent: Descent, iteration: int, t: NullTranslations) -> Iterator[Block]:
    _ = t.gettext
    before, after = descent.states[iteration - 1], descent.states[iteration]
    yield _change(before.error, after.error, t)
    worked, slope = worked_parameter(problem, before)
    step = full_step(before)
    target = f.neuron_name(step.network.sizes, worked.target)
    if worked.source is None:
        yield say(
            _("One of them, the bias of {target}, since the slope of each weight that leads to an output is 0:"),
            target=target,
        )
    else:
        source = f.neuron_name(step.network.sizes, worked.source)
        yield say(_("One of them, the weight from {source} to {target}:"), source=source, target=target)
    yield say(_way(slope, t))
    y = float(problem.y[worked.target[1]])
    try:
        yield from (Equation(line) for line in lf.worked_lines(step, y, worked, slope, descent.rate))
    except n.NoTrueLine:
        yield say(
            _("Its numbers differ so much in size that no line of arithmetic with the digits that fit here is true.")
        )


def _way(slope: float, t: NullTranslations) -> str:
    """In words first, which way it went and why."""
    if slope > 0:
        return t.gettext("Raised a little, it would make the error grow, so it was lowered. Exactly:")
    return t.gettext("Raised a little, it would make the error shrink, so it was raised. Exactly:")


def _change(before: float, after: float, t: NullTranslations) -> Block:
    _ = t.gettext
    old, new = errors_shown(before, after)
    if old.value == new.value:
        return say(_("All weights and biases moved at once; the squared error stayed near {new}."), new=new)
    if after > before:
        return say(
            _(
                "All weights and biases moved at once; the squared error rose from {old} to {new}: the steps are too large."
            ),
            old=old,
            new=new,
        )
    return say(_("All weights and biases moved at once; the squared error fell from {old} to {new}."), old=old, new=new)


def _hit(problem: Problem, descent: Descent, t: NullTranslations) -> Iterator[Block]:
    _, last = t.gettext, descent.states[-1].network
    if descent.last == 0:
        yield say(_("There is nothing to learn: the initial parameters already give {y}."), y=n.name("y"))
        return
    yield say(
        t.ngettext(
            "After {number} step, the network’s answer rounds to {y}. Nobody had to supply these parameters: going downhill found them.",
            "After {number} steps, the network’s answer rounds to {y}. Nobody had to supply these parameters: going downhill found them.",
            descent.last,
        ),
        number=n.exact(descent.last, 0),
        y=n.name("y"),
    )
    source, target, found, given = _farthest_weight(last, problem.best)
    yield say(
        _(
            "They are not the best parameters of the lesson: the weight from {source} to {target}, for example, is {found} here and {given} there. Many sets of parameters fit a single data point."
        ),
        source=f.neuron_name(last.sizes, source),
        target=f.neuron_name(last.sizes, target),
        found=n.rounded(found, lf.PARAMETER_DECIMALS),
        given=n.exact(given),
    )


def _off(problem: Problem, descent: Descent, t: NullTranslations) -> Iterator[Block]:
    yield say(
        t.gettext("After {number} steps the answer is still off, so the search ends here. Try another learning rate."),
        number=n.exact(descent.last, 0),
    )


def _runaway(problem: Problem, descent: Descent, t: NullTranslations) -> Iterator[Block]:
    yield say(
        t.gettext(
            "The steps are too large: the next one would carry a parameter beyond {limit}, so the search ends here. Try a smaller learning rate."
        ),
        limit=n.exact(LARGEST, 0),
    )


def _stuck(problem: Problem, descent: Descent, t: NullTranslations) -> Iterator[Block]:
    yield say(
        t.gettext(
            "Here the slope of every weight and bias is 0: no step would move anything, so the search ends. Try another learning rate, or other initial parameters."
        )
    )


ENDINGS = {Outcome.HIT: _hit, Outcome.OFF: _off, Outcome.RUNAWAY: _runaway, Outcome.STUCK: _stuck}


def _farthest_weight(found: Network, given: Network) -> tuple[Neuron, Neuron, float, float]:
    """The ends of the weight in which two networks differ most, and what it is in both."""
    differences = [np.abs(a.weights - b.weights) for a, b in zip(found.layers, given.layers, strict=True)]
    layer = max(range(len(differences)), key=lambda i: float(differences[i].max()))
    target, source = np.unravel_index(int(differences[layer].argmax()), differences[layer].shape)
    place = int(target), int(source)
    return (
        (layer, place[1]),
        (layer + 1, place[0]),
        float(found.layers[layer].weights[place]),
        float(given.layers[layer].weights[place]),
    )


# --- errors


def error_shown(error: float) -> Formula:
    """To three decimals; a smaller one to two digits."""
    return n.rounded(error, error_decimals(error))


def errors_shown(before: float, after: float) -> tuple[Formula, Formula]:
    """Both with as many decimals as it takes to tell them apart, if that is possible."""
    for decimals in range(max(error_decimals(before), error_decimals(after)), n.MOST_DECIMALS + 1):
        old, new = n.rounded(before, decimals), n.rounded(after, decimals)
        if old.value != new.value:
            break
    return old, new


def error_decimals(error: float) -> int:
    """That an error is printed with."""
    first_digit = -floor(log10(error)) if error > 0 else n.MOST_DECIMALS
    return min(max(f.ERROR_DECIMALS, first_digit + DIGITS - 1), n.MOST_DECIMALS)


# --- the curve in words


def _told(error: float, t: NullTranslations) -> str:
    return decimal(error_shown(error).text, t)


def spoken(descent: Descent, iteration: int, t: NullTranslations) -> str:
    error = _told(descent.states[iteration].error, t)
    message = t.gettext("Step {number} of {last}: error {error}")
    return message.format(number=count(iteration, t), last=count(descent.last, t), error=error)


def curve_in_words(descent: Descent, iteration: int, t: NullTranslations) -> str:
    _ = t.gettext
    first, last = (_told(descent.states[i].error, t) for i in (0, -1))
    whole = _("A curve of the squared error: {first} before the first step, {last} after step {number}.")
    present = _("The marked point is step {number}, with an error of {error}.")
    return in_a_row(
        (
            whole.format(first=first, last=last, number=count(descent.last, t)),
            present.format(number=count(iteration, t), error=_told(descent.states[iteration].error, t)),
        ),
        t,
    )
