"""A question before the answer: for a step that reveals something, what a reader may be asked first, and what is right."""

from gettext import NullTranslations

from ..formulas import notation as n
from ..network.forward import forward
from ..words.activations import ELEMENTWISE
from ..words.blocks import Question, say
from .arithmetic import VALUE_DECIMALS, neuron_name, pre_activation_name
from .problem.problems import Problem
from .steps import Kind, Step

STEADY_DECIMALS = 9  # beyond them, two machines may disagree about the sign of a sum


def question(step: Step, problem: Problem, t: NullTranslations) -> Question | None:
    """The question of a step in the language of t; None where there is nothing to guess."""
    if step.kind is Kind.NEURON and not step.is_asked:
        return _where_it_lies(step, t)
    return _more_or_less(step, problem, t) if step.kind is Kind.PASS else None


def _where_it_lies(step: Step, t: NullTranslations) -> Question:
    """The value of the neuron of a step."""
    _, sizes, neuron = t.gettext, step.network.sizes, (step.layer + 1, step.unit)
    guess = ELEMENTWISE[step.network.layers[step.layer].activation].guess
    answer = 0 if guess.is_first(round(float(step.trace.z[step.layer][step.unit]), STEADY_DECIMALS)) else 1
    first, second = guess.choices
    z, a = pre_activation_name(sizes, neuron), neuron_name(sizes, neuron)
    return Question(
        say(_("Before you see it: where will {a} lie?"), a=a),
        (_(first), _(second)),
        answer,
        say(_(guess.reasons[answer]), z=z, a=a),
    )


def _more_or_less(step: Step, problem: Problem, t: NullTranslations) -> Question | None:
    """About the first output."""
    _ = t.gettext
    before, after = float(forward(problem.guess, problem.x).output[0]), float(step.trace.output[0])
    then, now = n.rounded(before, VALUE_DECIMALS), n.rounded(after, VALUE_DECIMALS)
    if then.value == now.value:
        return None
    name = neuron_name(step.network.sizes, (len(step.network.layers), 0))
    return Question(
        say(_asked(problem, t), answer=n.about(name, then)),
        (_("More"), _("Less")),
        0 if after > before else 1,
        say(_told(problem, t), before=then, after=now),
    )


def _asked(problem: Problem, t: NullTranslations) -> str:
    if problem.learned:
        return t.gettext("The initial parameters gave {answer}. What will the learned ones give?")
    return t.gettext("The initial parameters gave {answer}. What will the best ones give?")


def _told(problem: Problem, t: NullTranslations) -> str:
    if problem.learned:
        return t.gettext("With the initial parameters it was {before}; with the learned ones it is {after}.")
    return t.gettext("With the initial parameters it was {before}; with the best ones it is {after}.")
