"""A step of gradient descent as a view: the network with its present parameters, the falling error, and words with the arithmetic behind a weight."""

import re
from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations
from math import ceil, floor, log10
from typing import Any

import numpy as np

from . import formulas as f
from . import learning_formulas as lf
from . import notation as n
from .activations import Array
from .blocks import Block, Equation, Narration, say
from .descent import LARGEST, RATES, Descent, Outcome, State
from .description import describe
from .drawing import draw
from .gradient import gradient
from .learning_plot import plot
from .lesson import Kind, Neuron, Step
from .network import Layer, Network
from .notation import Formula
from .problems import Problem
from .svg import Markup
from .wording import count, in_a_row

View = dict[str, Any]
MOST_MOVES = 100  # of a run from the guess to the end
SMALL = 3  # columns, and neurons in each, that can be read beside the curve
DIGITS = 2  # that an error is printed with, at least


def learning_view(problem: Problem, descent: Descent, iteration: int, t: NullTranslations) -> View:
    """The state after so many steps, 0 for the guess. Its numbers name the step that comes `onward` when learning runs. Raises ValueError for a step that the descent does not have."""
    if not 0 <= iteration <= descent.last:
        raise ValueError(f"step {iteration} of learning; expected 0 to {descent.last}, the last one")
    state = descent.states[iteration]
    words = Narration(_title(descent, iteration, t), tuple(_blocks(problem, descent, iteration, t)))
    shown = drawn_step(problem, descent, iteration)
    alt = describe(shown, problem, t)
    curve_alt = _curve_in_words(descent, iteration, t)
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
        "spoken": _spoken(descent, iteration, t),
        "numbers": {
            "iteration": iteration,
            "last": descent.last,
            "onward": min(iteration + ceil(descent.last / MOST_MOVES), descent.last),
            "rate": descent.rate,
            "rates": RATES,
            "outcome": descent.outcome,
            "error": state.error,
            "y": problem.y.tolist(),
            "output": state.trace.output.tolist(),
            **state.network.as_data(),
        },
    }


# --- the drawing


def drawn_step(problem: Problem, descent: Descent, iteration: int) -> Step:
    """The step as the drawing shows it: parameters to two decimals, values those of the parameters in full; in focus, the weight that is worked out."""
    step = full_step(descent.states[iteration])
    focus: frozenset[Neuron] = frozenset()
    if iteration:
        weight, _slope = _worked(problem, descent.states[iteration - 1])
        focus = frozenset({weight.source, weight.target})
    return replace(step, network=_rounded(step.network), focus=focus)


def _still(svg: Markup, sizes: tuple[int, ...]) -> Markup:
    """A drawing that is only looked at, beside that of the lesson: nothing in it can be changed, and its ids are its own."""
    size = "large" if len(sizes) > SMALL or max(sizes) > SMALL else "small"
    bare = re.sub(r' data-(edit|term)="[^"]*"', "", svg).replace('role="group"', 'role="img"', 1)
    return Markup(bare.replace('"drawing-', '"learning-').replace('class="drawing', f'class="{size} drawing', 1))


def full_step(state: State) -> Step:
    """A state as a step of a lesson that shows everything."""
    sizes = state.network.sizes
    every = frozenset((column, index) for column, size in enumerate(sizes) for index in range(size))
    computed = frozenset(neuron for neuron in every if neuron[0] > 0)
    return Step(Kind.PASS, state.network, state.trace, "guess", known=every, weighted=computed, shows_target=True)


def _rounded(network: Network) -> Network:
    return Network(
        tuple(
            Layer(_two_decimals(layer.weights), _two_decimals(layer.biases), layer.activation)
            for layer in network.layers
        )
    )


def _widest(descent: Descent) -> str:
    """As wide as the widest parameter on the whole way, so that nothing is moved aside on it."""
    return "−" + re.sub(r"\d", "0", f"{descent.largest:.{lf.PARAMETER_DECIMALS}f}")


def _two_decimals(values: Array) -> Array:
    """-0.0 never comes out."""
    return values.round(lf.PARAMETER_DECIMALS) + 0.0


def _worked(problem: Problem, before: State) -> tuple[lf.Weight, float]:
    """The weight whose step is told, and its slope."""
    slopes = gradient(before.network, before.trace, problem.y)
    weight = lf.most_moved(slopes)
    return weight, float(slopes.weights[-1][weight.target[1], weight.source[1]])


# --- the words


def _title(descent: Descent, iteration: int, t: NullTranslations) -> str:
    _ = t.gettext
    if iteration == descent.last and descent.outcome is Outcome.HIT:
        return _("Learned: the guess has become a hit")
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
            "The network starts from the guess. For each weight {w}, learning asks: if it grew a little, how fast would the squared error {error} grow? "
            "The answer, {slope}, comes from the chain rule, applied layer by layer from the output back to the inputs (backpropagation)."
        ),
        w=lf.LETTER,
        error=n.name("E"),
        slope=lf.slope_name(),
    )
    yield say(_("Then each weight takes a step the other way, downhill, and so does each bias:"))
    yield Equation(lf.rule(descent.rate))
    yield say(
        _("The learning rate, here {rate}, says how large the steps are. {error} is now {value}."),
        rate=n.exact(descent.rate, 0),
        error=n.name("E"),
        value=error_shown(descent.states[0].error),
    )


def _moved(problem: Problem, descent: Descent, iteration: int, t: NullTranslations) -> Iterator[Block]:
    _ = t.gettext
    before, after = descent.states[iteration - 1], descent.states[iteration]
    yield _change(before.error, after.error, t)
    weight, slope = _worked(problem, before)
    step = full_step(before)
    yield say(
        _("One of them, the weight from {source} to {target}:"),
        source=f.neuron_name(step.network.sizes, weight.source),
        target=f.neuron_name(step.network.sizes, weight.target),
    )
    y = float(problem.y[weight.target[1]])
    yield from (Equation(line) for line in lf.weight_lines(step, y, weight, slope, descent.rate))


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
        yield say(_("There is nothing to learn: the guess hits y already."))
        return
    yield say(
        t.ngettext(
            "After {number} step, the answer of the network rounds to {y}: the guess hits. Nobody had to give these parameters, going downhill found them.",
            "After {number} steps, the answer of the network rounds to {y}: the guess hits. Nobody had to give these parameters, going downhill found them.",
            descent.last,
        ),
        number=n.exact(descent.last, 0),
        y=n.name("y"),
    )
    weight, found, given = _farthest_weight(last, problem.best)
    yield say(
        _(
            "They are not the best parameters of the lesson: the weight from {source} to {target}, for example, is {found} here and {given} there. "
            "Many sets of parameters answer a single data point."
        ),
        source=f.neuron_name(last.sizes, weight.source),
        target=f.neuron_name(last.sizes, weight.target),
        found=n.rounded(found, lf.PARAMETER_DECIMALS),
        given=n.exact(given),
    )


def _off(problem: Problem, descent: Descent, t: NullTranslations) -> Iterator[Block]:
    yield say(
        t.gettext("After {number} steps the answer is still off, and here the search ends. Try another learning rate."),
        number=n.exact(descent.last, 0),
    )


def _runaway(problem: Problem, descent: Descent, t: NullTranslations) -> Iterator[Block]:
    yield say(
        t.gettext(
            "The steps are too large: the next one would carry a parameter beyond {limit}, and here the search ends. Try a smaller learning rate."
        ),
        limit=n.exact(LARGEST, 0),
    )


ENDINGS = {Outcome.HIT: _hit, Outcome.OFF: _off, Outcome.RUNAWAY: _runaway}


def _farthest_weight(found: Network, given: Network) -> tuple[lf.Weight, float, float]:
    """The weight in which two networks differ most, and what it is in both."""
    differences = [np.abs(a.weights - b.weights) for a, b in zip(found.layers, given.layers, strict=True)]
    layer = max(range(len(differences)), key=lambda i: float(differences[i].max()))
    target, source = np.unravel_index(int(differences[layer].argmax()), differences[layer].shape)
    place = int(target), int(source)
    weight = lf.Weight((layer, place[1]), (layer + 1, place[0]))
    return weight, float(found.layers[layer].weights[place]), float(given.layers[layer].weights[place])


# --- errors


def error_shown(error: float) -> Formula:
    """To three decimals; a smaller one to two digits."""
    return n.rounded(error, _decimals(error))


def errors_shown(before: float, after: float) -> tuple[Formula, Formula]:
    """Both with as many decimals as it takes to tell them apart, if that is possible."""
    for decimals in range(max(_decimals(before), _decimals(after)), n.MOST_DECIMALS + 1):
        old, new = n.rounded(before, decimals), n.rounded(after, decimals)
        if old.value != new.value:
            break
    return old, new


def _decimals(error: float) -> int:
    first_digit = -floor(log10(error)) if error > 0 else n.MOST_DECIMALS
    return min(max(f.ERROR_DECIMALS, first_digit + DIGITS - 1), n.MOST_DECIMALS)


# --- the curve in words


def _spoken(descent: Descent, iteration: int, t: NullTranslations) -> str:
    error = error_shown(descent.states[iteration].error).text
    message = t.gettext("Step {number} of {last}: error {error}")
    return message.format(number=count(iteration, t), last=count(descent.last, t), error=error)


def _curve_in_words(descent: Descent, iteration: int, t: NullTranslations) -> str:
    _ = t.gettext
    first, last = (error_shown(descent.states[i].error).text for i in (0, -1))
    whole = _(
        "A curve of the squared error on a logarithmic scale: {first} before the first step, {last} after step {number}."
    )
    present = _("The marked point is step {number}, with an error of {error}.")
    return in_a_row(
        (
            whole.format(first=first, last=last, number=count(descent.last, t)),
            present.format(number=count(iteration, t), error=error_shown(descent.states[iteration].error).text),
        ),
        t,
    )
