"""A question before the answer: for a step that reveals something, what a reader may be asked first, and what is right."""

from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Any

from . import notation as n
from .blocks import Paragraph, say
from .formulas import VALUE_DECIMALS, neuron_name, pre_activation_name
from .forward import forward
from .lesson import Kind, Step
from .notation import Formula
from .problems import Problem

STEADY_DECIMALS = 9  # beyond them, two machines may disagree about the sign of a sum


@dataclass(frozen=True)
class Question:
    """answer: the number of the right choice, from 0; reason: why it is right."""

    asked: Paragraph
    choices: tuple[str, str]
    answer: int
    reason: Paragraph

    def as_data(self) -> dict[str, Any]:
        return {
            "html": self.asked.html,
            "text": self.asked.text,
            "choices": list(self.choices),
            "answer": self.answer,
            "reason": self.reason.html,
        }


def question(step: Step, problem: Problem, t: NullTranslations) -> Question | None:
    """The question of a step in the language of t; None where there is nothing to guess."""
    if step.kind is Kind.NEURON and not step.is_asked:
        return ASKERS[step.network.layers[step.layer].activation](step, t)
    return _more_or_less(step, problem, t) if step.kind is Kind.PASS else None


def _z(step: Step) -> float:
    return round(float(step.trace.z[step.layer][step.unit]), STEADY_DECIMALS)


def _names(step: Step) -> dict[str, Formula]:
    sizes, neuron = step.network.sizes, (step.layer + 1, step.unit)
    return {"z": pre_activation_name(sizes, neuron), "a": neuron_name(sizes, neuron)}


def _of_sigmoid(step: Step, t: NullTranslations) -> Question:
    _, names, positive = t.gettext, _names(step), _z(step) >= 0
    reason = (
        _("The weighted sum {z} is 0 or more, and the sigmoid of such a number is one half or more.")
        if positive
        else _("The weighted sum {z} is negative, and the sigmoid of a negative number is less than one half.")
    )
    return Question(
        say(_("Before you see it: where will {a} lie?"), a=names["a"]),
        (_("At one half or above"), _("Below one half")),
        0 if positive else 1,
        say(reason, z=names["z"]),
    )


def _of_tanh(step: Step, t: NullTranslations) -> Question:
    _ = t.gettext
    positive, negative = (
        _("tanh keeps the sign: {z} is 0 or more, so {a} is too."),
        _("tanh keeps the sign: {z} is negative, so {a} is too."),
    )
    return _sign(step, t, positive if _z(step) >= 0 else negative)


def _of_identity(step: Step, t: NullTranslations) -> Question:
    _ = t.gettext
    positive, negative = (
        _("The identity changes nothing: {z} is 0 or more, so {a} is too."),
        _("The identity changes nothing: {z} is negative, so {a} is too."),
    )
    return _sign(step, t, positive if _z(step) >= 0 else negative)


def _sign(step: Step, t: NullTranslations, reason: str) -> Question:
    _, names = t.gettext, _names(step)
    return Question(
        say(_("Before you see it: where will {a} lie?"), a=names["a"]),
        (_("At 0 or above"), _("Below 0")),
        0 if _z(step) >= 0 else 1,
        say(reason, **names),
    )


def _of_relu(step: Step, t: NullTranslations) -> Question:
    _, names, positive = t.gettext, _names(step), _z(step) > 0
    reason = (
        _("The weighted sum {z} is positive, and the ReLU lets it pass as it is.")
        if positive
        else _("The weighted sum {z} is not positive, and the ReLU makes 0 of it.")
    )
    return Question(
        say(_("Before you see it: where will {a} lie?"), a=names["a"]),
        (_("Above 0"), _("Exactly at 0")),
        0 if positive else 1,
        say(reason, z=names["z"]),
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
        say(_("With the guess, {answer} came out. What will the best parameters give?"), answer=n.about(name, then)),
        (_("More"), _("Less")),
        0 if after > before else 1,
        say(_("With the guess it was {before}, with the best parameters it is {after}."), before=then, after=now),
    )


ASKERS: dict[str, Callable[[Step, NullTranslations], Question]] = {
    "sigmoid": _of_sigmoid,
    "tanh": _of_tanh,
    "relu": _of_relu,
    "identity": _of_identity,
}
