"""Step → words in the reader's language, as markup and as plain text. Every sentence is a message of the catalogs; formulas fill its placeholders."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from gettext import NullTranslations

from ..formulas import activations as act
from ..formulas import notation as n
from ..formulas.expressions import Formula
from ..words.activations import ELEMENTWISE
from ..words.blocks import Block, Equation, Narration, Paragraph, say
from ..words.wording import count, decimal, in_a_row
from . import arithmetic as f
from .description import in_one_sentence
from .problem.problems import LearnedNetwork, Problem, squared_error
from .steps import Kind, Step
from .terms import activations_in_words, columns_in_words, layer_name, neuron_title


def narrate(step: Step, problem: Problem, t: NullTranslations) -> Narration:
    """The words of a step in the language of t."""
    title, blocks = TELLERS[step.kind](step, problem, t)
    return Narration(title, tuple(blocks), in_one_sentence(step, problem, t))


def waiting(t: NullTranslations) -> Narration:
    """What stands in place of a step that is not computed yet."""
    _ = t.gettext
    return Narration(
        _("One moment"),
        (say(_("Python is starting. The numbers of this problem appear as soon as it has computed them.")),),
    )


Told = tuple[str, list[Block]]


def _data(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _, sizes = t.gettext, step.network.sizes
    point = t.ngettext(
        "Our data set has a single point: {count} input, and the answer that belongs to it.",
        "Our data set has a single point: {count} inputs, and the answer that belongs to it.",
        sizes[0],
    )
    task = _(
        "The task: find weights and biases that make this {sizes} network ({layers}; {activations}) answer {y} when given {x}."
    )
    in_words = {
        "sizes": "-".join(map(str, sizes)),
        "layers": columns_in_words(sizes, t),
        "activations": activations_in_words(problem.architecture, t),
    }
    return _("One data point"), [
        say(point.format(count=sizes[0])),
        Equation(n.equal(n.name("x"), f.input_vector(problem))),
        Equation(n.equal(n.name("y"), f.target(problem))),
        say(task.format(**in_words, x="{x}", y="{y}"), x=n.name("x"), y=n.name("y")),
    ]


def _layer(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _, data = t.gettext, step.network.layers[step.layer]
    title, origin = _origin(problem, t)
    words = [origin] if step.layer == 0 else []
    words.append(
        _(
            "The neuron of this layer has a weight for each of its inputs and one bias: a {rows}×{columns} matrix of weights and a single bias."
        )
        if data.n_out == 1
        else _(
            "Each neuron of this layer has a weight for each of its inputs and one bias: together a {rows}×{columns} matrix of weights, "
            "with a row for each neuron, and a vector of {rows} biases."
        )
    )
    told = in_a_row(words, t).format(rows=data.n_out, columns=data.n_in)
    layer = layer_name(step.layer, step.network.sizes, t)
    return title.format(layer=layer), [say(told), *_parameters(step, step.layer)]


def _origin(problem: Problem, t: NullTranslations) -> tuple[str, str]:
    """Where the initial parameters come from, as a title and as a sentence."""
    _ = t.gettext
    if problem.guess_is_given:
        return (
            _("Initial parameters: {layer}"),
            _(
                "The lesson starts from these initial parameters. They were not drawn at random: they come from a file or were set by hand."
            ),
        )
    if problem.is_edited("guess"):
        return (
            _("Changed parameters: {layer}"),
            _("Nobody knows good parameters yet. These initial ones were drawn at random, then changed by hand."),
        )
    return (
        _("Random parameters: {layer}"),
        _("Nobody knows good parameters yet, so the initial ones are drawn at random."),
    )


def _parameters(step: Step, layer: int) -> list[Block]:
    return [Equation(formula) for formula in f.parameters(step, layer)]


def _input(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _, count = t.gettext, len(problem.x)
    if count == 1:
        words = _(
            "The number of {x} is placed in the input neuron. It computes nothing: it holds its value and sends it along all its connections."
        )
    else:
        words = _(
            "The {count} numbers of {x} are placed in the input neurons. These compute nothing: each holds its value "
            "and sends it along all its connections."
        )
    return _("The point goes in"), [
        say(words.format(count=count, x="{x}"), x=n.name("x")),
        *(Equation(formula) for formula in f.inputs(step)),
    ]


def _neuron(step: Step, problem: Problem, t: NullTranslations) -> Told:
    sizes, neuron = step.network.sizes, (step.layer + 1, step.unit)
    activation = step.network.layers[step.layer].activation
    sum_line, activation_line = f.unit_lines(step, step.layer, step.unit)
    second = say(
        in_a_row((*_about_decimals([sum_line], step, t), *_about_the_activation(step, activation, t)), t),
        z=f.pre_activation_name(sizes, neuron),
        a=f.neuron_name(sizes, neuron),
        definition=act.definition(activation),
    )
    title = neuron_title(neuron, sizes, t)
    return title, [say(_about_the_sum(step, t)), Equation(sum_line), second, Equation(activation_line)]


def _about_the_sum(step: Step, t: NullTranslations) -> str:
    _ = t.gettext
    if step.is_asked or step.layer == step.unit == 0:
        return _(
            "This neuron multiplies each input by the weight of its connection, adds the products up and adds its bias."
        )
    if step.unit == 0:
        return _(
            "This neuron takes the values of the layer before as its inputs. The recipe is the same: multiply, add up, add the bias."
        )
    return _("The next neuron of this layer gets the same inputs, but it has weights and a bias of its own.")


def _about_decimals(lines: Iterable[Formula], step: Step, t: NullTranslations) -> Iterator[str]:
    """Why a value that had two decimals so far has more of them now, where one has."""
    if any(f.has_more_decimals(line, step) for line in lines):
        yield t.gettext("Some values are given with more decimals here, so that the line comes out as printed.")


def _about_the_activation(step: Step, activation: str, t: NullTranslations) -> Iterator[str]:
    _, layers, words = t.gettext, step.network.layers, ELEMENTWISE[activation]
    earlier = [layer.activation for layer in layers[: step.layer]] + [activation] * (step.unit > 0)
    if step.is_asked:
        yield _("Then {activation} turns the sum {z} into the activation {a}.").replace(
            "{activation}", _(words.subject)
        )
    elif activation in earlier:
        yield _("Again {activation} turns the sum {z} into the activation {a}.").replace(
            "{activation}", _(words.subject)
        )
    else:
        yield _(words.introduction)
    if step.layer == len(layers) - 1:
        count = layers[-1].n_out
        yield (
            _("That is the answer of the network.")
            if count == 1
            else _("That is one of the {count} answers of the network.").format(count=count)
        )


def _error(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    if problem.hits(step.network):
        answer = _("The network answers {guess}, and the target was {target}: rounded to two decimals, it is right.")
    else:
        answer = _("The network answers {guess}, but the target was {target}. How bad is that?")
    measure = [
        _(
            "For regression the usual measure is the squared error: the difference, multiplied by itself. It is never negative, and 0 only for a perfect answer."
        )
    ]
    if problem.y.size > 1:
        measure.append(_("With several outputs, the squared errors of all of them are added up."))
    line = f.squared_error_line(step, problem, _("error"))
    return _("How far off?"), [
        say(answer, guess=f.answer_line(step), target=n.equal(n.name("y"), f.target(problem))),
        say(in_a_row(measure, t)),
        Equation(line),
        *(say(sentence) for sentence in _about_decimals([line], step, t)),
    ]


def _best(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    search = _("Training a network means looking for parameters that make the error small.")
    if problem.learned:
        title, given = _("The learned parameters"), _learned(problem.learned, t)
    elif problem.keeps_learned:
        title = _("Other parameters")
        given = _("These were learned from initial ones, before numbers were changed by hand.")
    elif problem.hits(step.network):
        title, given = _("The best parameters"), _("Here we skip the search and simply take the best ones.")
    else:
        title = _("Other parameters")
        given = _("Here we skip the search. These were the best ones before numbers were changed by hand.")
    return title, [
        say(in_a_row([search, given], t)),
        *(block for layer in range(len(step.network.layers)) for block in _parameters(step, layer)),
    ]


def _learned(learned: LearnedNetwork, t: NullTranslations) -> str:
    message = t.ngettext(
        "These were found that way: by {steps} step of gradient descent at a learning rate of {rate}. They are rounded to {decimals} decimals.",
        "These were found that way: by {steps} steps of gradient descent at a learning rate of {rate}. They are rounded to {decimals} decimals.",
        learned.steps,
    )
    rate = decimal(f"{learned.rate:g}", t)
    return message.format(steps=count(learned.steps, t), rate=rate, decimals=learned.decimals)


def _pass(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    lines = f.whole_pass(step)
    words = t.ngettext(
        "The same point goes through the same network with the new parameters. The whole forward pass takes {count} line:",
        "The same point goes through the same network with the new parameters. The whole forward pass takes {count} lines:",
        len(lines),
    )
    if problem.hits(step.network):
        end = _("Rounded to two decimals, that is {target}: exactly the target.")
    else:
        end = _("The target was {target}; with these numbers the network misses it.")
    return _("The whole pass"), [
        say(words.format(count=len(lines))),
        *(Equation(line) for line in lines),
        say(in_a_row((*_about_decimals(lines, step, t), end), t), target=n.equal(n.name("y"), f.target(problem))),
    ]


def _conclusion(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    before, after = (
        n.rounded(squared_error(network, problem.x, problem.y), f.ERROR_DECIMALS)
        for network in (problem.guess, problem.best)
    )
    return _("The parameters decide"), [
        say(
            in_a_row(
                [
                    _("The point and the network stayed the same; only the weights and biases are different."),
                    _change(n.value_of(before), n.value_of(after), t),
                ],
                t,
            ),
            before=before,
            after=after,
        ),
        say(_("So what a network answers is decided by its parameters, and learning means finding good ones.")),
        Paragraph(_("Press “{next}” for a new problem.").format(next=_("Next")), {}, "onward"),
    ]


def _change(before: Decimal, after: Decimal, t: NullTranslations) -> str:
    _ = t.gettext
    if after < before:
        return _("The squared error fell from {before} to {after}, to three decimals.")
    if after > before:
        return _("The squared error rose from {before} to {after}, to three decimals.")
    return _("The squared error is {after} with both, to three decimals.")


Teller = Callable[[Step, Problem, NullTranslations], Told]
TELLERS: dict[Kind, Teller] = {
    Kind.DATA: _data,
    Kind.LAYER: _layer,
    Kind.INPUT: _input,
    Kind.NEURON: _neuron,
    Kind.ERROR: _error,
    Kind.BEST: _best,
    Kind.PASS: _pass,
    Kind.CONCLUSION: _conclusion,
}
