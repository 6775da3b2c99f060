"""The face of the small network: its texts, its parameters, its panel and its page with a whole lesson."""

from collections.abc import Mapping
from gettext import NullTranslations
from typing import Any

from ..face import AddressParameter, Face, Mode, Panel, ReadImages, Texts, choice, code_mode, number, text
from ..files.arrays import MOST_BYTES
from ..words.wording import numbers
from .learning.descent import MOST_STEPS, RATES, USUAL_RATE
from .problem import address, problems
from .problem.architecture import MOST_LAYERS, MOST_NEURONS
from .step_keys import numbered
from .steps import Kind
from .view import blank_view, lesson

RECORDED = range(1, 21)
KEY_OF_STEP = r"[a-z]{1,20}(-\d{1,2}){0,2}"
CODE = r"[\w\-]{1,4000}"
LONGEST = 6 + MOST_LAYERS * (1 + MOST_NEURONS)  # steps of the largest network


def texts(t: NullTranslations) -> Texts:
    _ = t.gettext
    return Texts(
        title=_("A forward pass, step by step"),
        headline=_("Every number on the way to an answer"),
        heading=_("A forward pass, step by step"),
        short=_("Step by step"),
        sentence=_(
            "A network small enough for every number to be on the page answers a question, one neuron at a time."
        ),
        summary=_(
            "A small network computes its answer, one neuron at a time: three inputs, two hidden neurons and one output, or as many as you choose. "
            "Every number is on the page, and every line of arithmetic is true as printed."
        ),
        link=_("Link to this step"),
        address=_("The address of this problem, at this step"),
    )


def words(t: NullTranslations) -> dict[str, str]:
    _ = t.gettext
    return {
        "wrong_seed": _("“{value}” is not a problem number: they run from {least} to {most}."),
        "wrong_step": _("“{value}” is not a step of this lesson: in an address they run from {least} to {most}."),
        "unknown_step": _("“{value}” is not a step of this lesson, so it starts from the first one."),
        "wrong_problem": _(
            "This link is damaged: “{value}” is not the code of a problem. Here is the first problem instead."
        ),
        "wrong_v": _(
            "The link asks for version “{value}” of the problems, but this page generates version {most}. Here is the first problem instead."
        ),
        "wrong_learned": _("“{value}” is not a number of learning steps: they run from {least} to {most}."),
        "wrong_rate": _("“{value}” is not a learning rate here: there are {rates}.").replace("{rates}", _rates(t)),
        "refused": "{reason}",
        "drag_me": _("Drag me"),
        "tap_me": _("Tap me"),
        "less": _("A little less"),
        "more": _("A little more"),
        "sign": _("Other sign"),
        "range": _("{least} to {most}"),
        "right": _("Right."),
        "not_quite": _("Not quite."),
        "problem": _("Problem {number}"),
        "tally": _("{right} of {asked} right"),
    }


def _rates(t: NullTranslations) -> str:
    return numbers((f"{rate:g}" for rate in RATES), t)


def parameters() -> Mapping[str, AddressParameter]:
    steps = tuple(numbered(problems.DEFAULT.sizes))
    return {
        "seed": number(0, problems.LARGEST_SEED, RECORDED[0]),
        "problem": text(CODE, usual=address.beginning(problems.DEFAULT)),
        "step": number(
            0, len(steps) - 1, steps[0], steps, nearest=True, most_with={"problem": LONGEST - 1}, key=KEY_OF_STEP
        ),
        "learned": number(1, MOST_STEPS, 0),
        "rate": choice((f"{rate:g}" for rate in RATES), f"{USUAL_RATE:g}"),
        "v": number(problems.RECIPE, problems.RECIPE, problems.RECIPE, is_version=True),
    }


def arguments(seed: int, read: ReadImages) -> dict[str, Any]:
    return {"seed": seed}


def values(t: NullTranslations) -> dict[str, Any]:
    """steps: the titles of the first lesson; groups: of these."""
    first = lesson(problems.make_problem(RECORDED[0]), t)
    steps = [view["title"] for view in first["views"]]
    return {
        "steps": steps,
        "groups": first["groups"],
        "counter": t.gettext("{current} / {count}").format(current=1, count=len(steps)),
    }


def data(t: NullTranslations) -> dict[str, Any]:
    """step_to_play: where every number is in the drawing, and what comes of a change is seen at once; step_to_take: where what was learned begins to count."""
    return {"step_to_play": str(Kind.PASS), "step_to_take": str(Kind.BEST)}


def modes(t: NullTranslations) -> tuple[Mode, ...]:
    _ = t.gettext
    return (
        Mode("step", _("Step through")),
        Mode("play", _("Play with numbers"), ("edit", "network"), t.pgettext("tab", "Numbers")),
        Mode("learn", _("Learn"), ("learn",)),
        code_mode(t),
    )


def panels(t: NullTranslations) -> tuple[Panel, ...]:
    return (Panel("learning", ("small-network/learning",), values={"rates": RATES, "usual": USUAL_RATE}),)


FACE = Face(
    script="elements/small-network/simple-forward-pass.js",
    styles=("small-network/drawing", "small-network/exploring", "shared/network-files"),
    styles_of_lesson=("small-network/whole-lesson",),
    height=1100,
    unit="seed",
    recorded=RECORDED,
    arguments=arguments,
    blank=blank_view,
    texts=texts,
    parameters=parameters,
    attributes=("seed", "problem", "step", "learned", "rate"),
    example={"seed": 7},
    words=words,
    limits={"bytes": MOST_BYTES},
    values=values,
    data=data,
    modes=modes,
    panels=panels,
)
