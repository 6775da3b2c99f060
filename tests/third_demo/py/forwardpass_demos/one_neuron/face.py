"""The face of the demo."""

from collections.abc import Mapping
from gettext import NullTranslations
from typing import Any

from forwardpass.face import AddressParameter, Face, ReadImages, Texts, number

from .view import MOST, STEPS, blank, titles

RECORDED = range(1, 4)


def texts(t: NullTranslations) -> Texts:
    _ = t.gettext
    return Texts(
        title=_("One neuron"),
        headline=_("One neuron at work"),
        heading=_("One neuron"),
        short=_("One neuron"),
        sentence=_("A single neuron weighs two inputs."),
        summary=_("A single neuron weighs two inputs, adds a bias and answers."),
        link=_("Link to this case"),
        address=_("The address of this case"),
    )


def words(t: NullTranslations) -> dict[str, str]:
    return {
        "wrong_case": t.gettext("“{value}” is not a case: those go from {least} to {most}."),
        "wrong_step": t.gettext(
            "“{value}” is not a step of this lesson: in an address they run from {least} to {most}."
        ),
        "unknown_step": t.gettext("“{value}” is not a step of this lesson, so it starts from the first one."),
    }


def parameters() -> Mapping[str, AddressParameter]:
    last = len(STEPS) - 1
    step = number(0, last, STEPS[0], tuple(STEPS), nearest=True, key="[a-z]{1,20}")
    return {"case": number(0, MOST, RECORDED[0]), "step": step}


def arguments(case: int, read: ReadImages) -> dict[str, Any]:
    return {"case": case}


def values(t: NullTranslations) -> dict[str, Any]:
    return {"steps": titles(t)}


FACE = Face(
    script="elements/one-neuron/one-neuron.js",
    styles=("one-neuron/one-neuron",),
    height=640,
    unit="case",
    recorded=RECORDED,
    arguments=arguments,
    blank=blank,
    texts=texts,
    parameters=parameters,
    attributes=("case", "step"),
    example={"case": 2},
    words=words,
    values=values,
)
