"""The drawing of a step in words, for readers who hear it: what it shows and no more."""

from collections.abc import Iterator
from gettext import NullTranslations

from ..formulas import notation as n
from ..words.wording import facts_of, in_a_row, listed
from .arithmetic import neuron_name, target, value
from .problem.problems import Problem
from .steps import Neuron, Step


def describe(step: Step, problem: Problem, t: NullTranslations) -> str:
    """Sentences: the architecture, then each neuron with the numbers that the drawing shows."""
    return in_a_row(_sentences(step, problem, t), t)


def _sentences(step: Step, problem: Problem, t: NullTranslations) -> Iterator[str]:
    _, sizes = t.gettext, step.network.sizes
    yield _("Drawing of a network with layers of {sizes} neurons, from the inputs to the output.").format(
        sizes=listed(map(str, sizes), t)
    )
    for column, size in enumerate(sizes):
        for index in range(size):
            facts = list(_facts(step, (column, index), t))
            if facts:
                yield facts_of(neuron_name(sizes, (column, index)).text, facts, t)
    if step.shows_target:
        yield _("Target: y = {y}.").format(y=target(problem).text)
    if step.focus and len(step.focus) < sum(sizes):
        names = listed((neuron_name(step.network.sizes, neuron).text for neuron in sorted(step.focus)), t)
        yield _("In focus: {neurons}.").format(neurons=names)


def _facts(step: Step, neuron: Neuron, t: NullTranslations) -> Iterator[str]:
    _, (column, index) = t.gettext, neuron
    if neuron in step.weighted:
        layer = step.network.layers[column - 1]
        if step.shows_weights(neuron):
            weights = listed((n.exact(float(weight)).text for weight in layer.weights[index]), t)
            yield t.ngettext("weight {weights}", "weights {weights}", layer.n_in).format(weights=weights)
        yield _("bias {bias}").format(bias=n.exact(float(layer.biases[index])).text)
    if neuron in step.known:
        yield _("value {value}").format(value=value(step, neuron).text)
