"""Step → words in the reader's language, as markup and as plain text. Every sentence is a message of the catalogs; formulas fill its placeholders."""

from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations
from html import escape
from itertools import groupby

from . import formulas as f
from . import notation as n
from .lesson import Kind, Step
from .notation import Formula
from .problems import Problem, squared_error
from .svg import Markup, element, join, with_punctuation


@dataclass(frozen=True)
class Paragraph:
    """A sentence or two with formulas in their places."""

    message: str
    formulas: dict[str, Formula]

    @property
    def html(self) -> Markup:
        marks = {key: element("span", formula.mathml, class_="formula") for key, formula in self.formulas.items()}
        words = escape(self.message, quote=False).format(**marks)
        return Markup(f"<p>{with_punctuation(words, 'formula')}</p>")

    @property
    def text(self) -> str:
        return self.message.format(**{key: formula.text for key, formula in self.formulas.items()})


@dataclass(frozen=True)
class Equation:
    """A formula on a line of its own."""

    formula: Formula

    @property
    def html(self) -> Markup:
        return element("p", self.formula.breakable_mathml, class_="equation")

    @property
    def text(self) -> str:
        return self.formula.text


Block = Paragraph | Equation


@dataclass(frozen=True)
class Narration:
    """What is said at a step: its title and its blocks."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def html(self) -> Markup:
        """Equations that follow one another share a box, so that short ones can stand side by side."""
        parts = [element("h3", self.title)]
        for kind, blocks in groupby(self.blocks, type):
            inside = join(*(block.html for block in blocks))
            parts.append(element("div", inside, class_="equations") if kind is Equation else inside)
        return join(*parts)

    @property
    def text(self) -> str:
        return "\n".join([self.title, *(block.text for block in self.blocks)])


def narrate(step: Step, problem: Problem, t: NullTranslations) -> Narration:
    """The words of a step in the language of t."""
    title, blocks = TELLERS[step.kind](step, problem, t)
    return Narration(title, tuple(blocks))


def waiting(t: NullTranslations) -> Narration:
    """What stands in place of a step that is not computed yet."""
    _ = t.gettext
    return Narration(
        _("One moment"),
        (say(_("Python is starting. The numbers of this problem appear as soon as it has computed them.")),),
    )


def say(message: str, **formulas: Formula) -> Paragraph:
    return Paragraph(message, formulas)


Told = tuple[str, list[Block]]


def _data(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    return _("One data point"), [
        say(_("Our data set has a single point: three inputs, and the answer that belongs to them.")),
        Equation(n.equal(n.name("x"), n.vector(problem.x))),
        Equation(n.equal(n.name("y"), f.target(problem))),
        say(
            _(
                "The task: find weights and biases with which this 3-2-1 network (3 inputs, 2 hidden neurons, 1 output; "
                "sigmoid activation) answers {y} when it is given {x}."
            ),
            x=n.name("x"),
            y=n.name("y"),
        ),
    ]


def _layer(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    if step.layer == len(step.network.layers) - 1:
        title = _("Random parameters: the output layer")
        words = _(
            "The output neuron has a weight for each hidden neuron and one bias. So its layer is a 1×2 matrix of weights and a single bias."
        )
    else:
        title = _("Random parameters: the hidden layer")
        words = _(
            "Nobody knows good parameters yet, so we guess them at random. Each of the 2 hidden neurons has a weight for each "
            "of the 3 inputs and one bias: a 2×3 matrix with a row for each neuron, and a vector of 2 biases."
        )
    return title, [say(words), *_parameters(step, step.layer)]


def _parameters(step: Step, layer: int) -> list[Block]:
    return [Equation(formula) for formula in f.parameters(step, layer)]


def _input(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    return _("The point goes in"), [
        say(
            _(
                "The three numbers of {x} are placed in the input neurons. These compute nothing: each holds its value "
                "and sends it along all its connections."
            ),
            x=n.name("x"),
        ),
        *(Equation(formula) for formula in f.inputs(step)),
    ]


def _neuron(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    z, a = f.pre_activation_name(step, step.layer, step.unit), f.activation_name(step, step.layer, step.unit)
    sum_line, activation_line = f.unit_lines(step, step.layer, step.unit)
    if step.layer == len(step.network.layers) - 1:
        title = _("The output")
        first = _(
            "The output neuron takes the values of the hidden neurons as its inputs. The recipe is the same: weigh, add up, add the bias."
        )
        second = _("The sigmoid of {z} is its activation {a}: the answer of the network.")
    elif step.unit == 0:
        title = _("Hidden neuron {number}").format(number=1)
        first = _(
            "Hidden neuron 1 multiplies each input by the weight of its connection, adds the products up and adds its bias."
        )
        second = _(
            "The sum {z} then goes through the sigmoid, {sigmoid}, which squeezes any number into the range from 0 to 1. The result is the activation {a}."
        )
    else:
        title = _("Hidden neuron {number}").format(number=step.unit + 1)
        first = _("The next hidden neuron gets the same inputs, but it has weights and a bias of its own.")
        second = _("Again the sigmoid of the sum {z} is the activation {a}.")
    formulas = {"z": z, "a": a, "sigmoid": n.sigmoid_definition()}
    return title, [say(first), Equation(sum_line), say(second, **formulas), Equation(activation_line)]


def _error(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    return _("How far off?"), [
        say(
            _("The network answers {guess}, but {target} was asked for. How bad is that?"),
            guess=n.about(n.name("ŷ"), f.answer(step)),
            target=n.equal(n.name("y"), f.target(problem)),
        ),
        say(
            _(
                "For regression the usual measure is the squared error: the difference, multiplied by itself. It is never negative, and 0 only for a perfect answer."
            )
        ),
        Equation(f.squared_error_line(step, problem, _("error"))),
    ]


def _best(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    return _("The best parameters"), [
        say(
            _(
                "Training a network means: look for parameters that make the error small. Here we skip the search, and are given the best ones."
            )
        ),
        *(block for layer in range(len(step.network.layers)) for block in _parameters(step, layer)),
    ]


def _pass(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    return _("The whole pass"), [
        say(
            _(
                "The same point goes through the same network with the new parameters. The whole forward pass takes three lines:"
            )
        ),
        *(Equation(line) for line in f.whole_pass(step)),
        say(
            _("Rounded to two decimals, that is {target}: exactly what was asked for."),
            target=n.equal(n.name("y"), f.target(problem)),
        ),
    ]


def _conclusion(step: Step, problem: Problem, t: NullTranslations) -> Told:
    _ = t.gettext
    return _("The parameters decide"), [
        say(
            _(
                "The point and the network stayed the same, only the weights and biases are others. "
                "The squared error fell from {before} to {after}, to three decimals."
            ),
            before=n.rounded(squared_error(problem.guess, problem.x, problem.y), f.ERROR_DECIMALS),
            after=n.rounded(squared_error(problem.best, problem.x, problem.y), f.ERROR_DECIMALS),
        ),
        say(_("So what a network answers is decided by its parameters, and learning means finding good ones.")),
        say(_("Press “{next}” for a new problem.").format(next=_("Next"))),
    ]


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
