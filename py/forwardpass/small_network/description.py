"""For readers who listen: the drawing of a step in words, what it shows and no more, and the step in one sentence."""

from collections.abc import Callable, Iterator
from gettext import NullTranslations

from ..formulas import notation as n
from ..formulas.expressions import Formula
from ..network.layers import Network
from ..svg.labels import minus
from ..words.activations import ELEMENTWISE
from ..words.wording import facts_of, in_a_row, listed, numbers, prose
from .arithmetic import ERROR_DECIMALS, answer, neuron_name, target, target_value, unit_lines, value
from .problem.problems import Problem, squared_error
from .steps import Kind, Neuron, Step
from .sums import Below
from .terms import neuron_title


def describe(step: Step, problem: Problem, t: NullTranslations, computed: Below | None = None) -> str:
    """Sentences: the architecture, then each neuron with the numbers that the drawing shows. computed: what it shows below the network."""
    inset = _computed(computed, t) if computed else ()
    return in_a_row((*_sentences(step, problem, t), *inset), t)


def _computed(computed: Below, t: NullTranslations) -> Iterator[str]:
    if computed.sum:
        terms = (f"{term.factors.text} → {n.signed(term.amount).text}" for term in computed.sum.terms)
        z, a = prose(computed.sum.z_shown.text, t), prose(computed.sum.a_shown.text, t)
        total = t.gettext("sum {sum}").format(sum=z)
        yield facts_of(computed.sum.z_name.text, (*(prose(term, t) for term in terms), total), t)
        message = t.gettext(
            "The curve of the activation function, with a dot on it where z is {z} and the activation is {a}."
        )
        yield message.format(z=z, a=a)
    for miss in computed.misses:
        message = t.gettext("A ruler with {y} and {answer}, and the square of the gap between them: {line}.")
        yield message.format(y=miss.names[0], answer=miss.names[1], line=prose(miss.line.text, t))


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
        yield _("Target: y = {y}.").format(y=minus(target(problem).text))
    if step.focus and len(step.focus) < sum(sizes):
        names = listed((neuron_name(step.network.sizes, neuron).text for neuron in sorted(step.focus)), t)
        yield _("In focus: {neurons}.").format(neurons=names)


def _facts(step: Step, neuron: Neuron, t: NullTranslations) -> Iterator[str]:
    _, (column, index) = t.gettext, neuron
    if neuron in step.weighted:
        layer = step.network.layers[column - 1]
        if step.shows_weights(neuron):
            weights = numbers((n.exact(float(weight)).text for weight in layer.weights[index]), t)
            yield t.ngettext("weight {weights}", "weights {weights}", layer.n_in).format(weights=weights)
        yield _("bias {bias}").format(bias=prose(n.exact(float(layer.biases[index])).text, t))
    if neuron in step.known:
        yield _("value {value}").format(value=prose(value(step, neuron).text, t))


def in_one_sentence(step: Step, problem: Problem, t: NullTranslations) -> str:
    """What a step does with which numbers."""
    return SENTENCES[step.kind](step, problem, t)


def _data_aloud(step: Step, problem: Problem, t: NullTranslations) -> str:
    message = t.gettext("Inputs: {inputs}. The target: {target}.")
    return message.format(inputs=_inputs(step, t), target=_targets(problem, t))


def _layer_aloud(step: Step, problem: Problem, t: NullTranslations) -> str:
    layer = step.network.layers[step.layer]
    message = t.gettext("Weights in this layer: {weights}; biases: {biases}. Nothing is computed yet.")
    return message.format(weights=layer.weights.size, biases=layer.biases.size)


def _input_aloud(step: Step, problem: Problem, t: NullTranslations) -> str:
    return t.gettext("The inputs are {inputs}, as they came.").format(inputs=_inputs(step, t))


def _neuron_aloud(step: Step, problem: Problem, t: NullTranslations) -> str:
    sum_line, activation_line = unit_lines(step, step.layer, step.unit)
    activation = ELEMENTWISE[step.network.layers[step.layer].activation]
    name = neuron_title((step.layer + 1, step.unit), step.network.sizes, t)
    sentence = t.gettext("{name}: the weighted sum is {sum}; after {activation} the value is {value}.").format(
        name=name, activation=t.gettext(activation.subject), sum=_result(sum_line, t), value=_result(activation_line, t)
    )
    if step.layer < len(step.network.layers) - 1:
        return in_a_row((sentence, t.gettext("The next layer gets this value.")), t)
    if step.network.sizes[-1] > 1:
        return sentence
    return in_a_row((sentence, t.gettext("That is the answer of the network.")), t)


def _error_aloud(step: Step, problem: Problem, t: NullTranslations) -> str:
    message = t.gettext("Answer: {answer}; target: {target}; squared error: {error}.")
    error = _error(step.network, problem, t)
    sentence = message.format(answer=_answers(step, t), target=_targets(problem, t), error=error)
    return in_a_row((sentence, t.gettext("A perfect answer would make it 0.")), t)


def _best_aloud(step: Step, problem: Problem, t: NullTranslations) -> str:
    layers = step.network.layers
    message = t.gettext("Other weights: {weights}; other biases: {biases}. Nothing is computed with them yet.")
    return message.format(
        weights=sum(layer.weights.size for layer in layers), biases=sum(layer.biases.size for layer in layers)
    )


def _pass_aloud(step: Step, problem: Problem, t: NullTranslations) -> str:
    message = t.gettext("With the new parameters the answer is {answer}; the target was {target}.")
    return message.format(answer=_answers(step, t), target=_targets(problem, t))


def _conclusion_aloud(step: Step, problem: Problem, t: NullTranslations) -> str:
    message = t.gettext("Squared error before: {before}; after: {after}.")
    return message.format(before=_error(problem.guess, problem, t), after=_error(problem.best, problem, t))


def _error(network: Network, problem: Problem, t: NullTranslations) -> str:
    return prose(n.rounded(squared_error(network, problem.x, problem.y), ERROR_DECIMALS).text, t)


def _inputs(step: Step, t: NullTranslations) -> str:
    return numbers((value(step, (0, i)).text for i in range(len(step.trace.x))), t)


def _answers(step: Step, t: NullTranslations) -> str:
    return numbers((answer(step, unit).text for unit in range(len(step.trace.output))), t)


def _targets(problem: Problem, t: NullTranslations) -> str:
    return numbers((target_value(problem, unit).text for unit in range(problem.y.size)), t)


def _result(line: Formula, t: NullTranslations) -> str:
    return prose(line.tokens[-1].text, t)


SENTENCES: dict[Kind, Callable[[Step, Problem, NullTranslations], str]] = {
    Kind.DATA: _data_aloud,
    Kind.LAYER: _layer_aloud,
    Kind.INPUT: _input_aloud,
    Kind.NEURON: _neuron_aloud,
    Kind.ERROR: _error_aloud,
    Kind.BEST: _best_aloud,
    Kind.PASS: _pass_aloud,
    Kind.CONCLUSION: _conclusion_aloud,
}
