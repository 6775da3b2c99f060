"""The inside of a demo, the same for our pages and for elements made elsewhere, and the data its script needs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forwardpass import api, packed_digit, problem_code, problems
from forwardpass.data_sets import DATA_SETS, FIRST
from forwardpass.network import MOST_LAYERS, MOST_NEURONS
from forwardpass.trained import DEFAULT
from forwardpass.translation import translator

from .network_menu import all_networks, menu, menu_data
from .templates import SHARED_STYLES, render, style_sheet
from .words import words

SEEDS = range(1, 21)
SAMPLES = range(20)
PIECES = "pieces.txt"  # what the recorded lessons of a demo share
CODE = r"[\w\-]{1,4000}"
LONGEST = 6 + MOST_LAYERS * (1 + MOST_NEURONS)  # steps of the largest network
CSS = (*SHARED_STYLES, *(f"elements/{name}.css" for name in ("demo", "controls", "dialog", "narrow")))
CSS_OF_STEPS = ("elements/drawing.css", "elements/exploring.css")
CSS_OF_DIGITS = ("elements/digits.css",)


@dataclass(frozen=True)
class Demo:
    """A demo as a page or a shell speaks of it. title: in its bar; headline: of its own page; short: in menus; steps: the titles of its steps, none where each lesson is a single view."""

    name: str
    element: str
    title: str
    headline: str
    short: str
    steps: tuple[str, ...]
    recorded: range

    @property
    def path(self) -> str:
        return f"demos/{self.name}/"

    @property
    def is_packed(self) -> bool:
        """Whether its recorded lessons share a file of pieces."""
        return not self.steps

    @property
    def first(self) -> int:
        """The number of the lesson that is shown first."""
        return self.recorded[0]


def demos(lang: str) -> tuple[Demo, Demo]:
    """Both demos in a language."""
    _ = translator(lang).gettext
    steps = tuple(view["title"] for view in api.simple_forward_pass(SEEDS[0], lang)["views"])
    return (
        Demo(
            "simple_forward_pass",
            "simple-forward-pass",
            _("A forward pass, step by step"),
            _("Every number on the way to an answer"),
            _("Step by step"),
            steps,
            SEEDS,
        ),
        Demo(
            "forward_pass_mnist",
            "forward-pass-mnist",
            DATA_SETS[FIRST].words(translator(lang)).title,
            _("Small networks that recognise images"),
            _("Digits"),
            (),
            SAMPLES,
        ),
    )


def shell(demo: Demo, lang: str, view: api.View, root: str, brought: Mapping[str, str] | None = None) -> str:
    """The markup inside a page's shadow root: style, first view and data.

    root: the way from the page to the site's root. brought: recorded files that the page has in itself, name → text.
    """
    data = shell_data(demo, lang)
    files = {name: _inside_script(text) for name, text in (brought or {}).items()}
    return _render(demo, lang, view, root=root, css=css_of(demo), data=data, brought=files)


def _inside_script(text: str) -> str:
    """The text, if it can stand in a <script> as it is."""
    if found := re.search(r"<!--|</?script", text, re.IGNORECASE):
        raise ValueError(f"a recorded lesson has {found[0]} in it, which would end or change the <script> around it")
    return text


def shell_json(demo: Demo, lang: str) -> dict[str, Any]:
    """The same for an element that a page made by itself: no view yet, and links from the site's root."""
    markup = _render(demo, lang, {"html": "", "svg": "", "code": ""}, root="", css="", data={}, brought={})
    return {"html": markup, "css": css_of(demo), **shell_data(demo, lang)}


def css_of(demo: Demo, *more: str) -> str:
    """The style sheet of a demo's shadow root."""
    return style_sheet(*CSS, *(CSS_OF_STEPS if demo.steps else CSS_OF_DIGITS), *more)


def whole_lesson(demo: Demo, lang: str, views: list[api.View], root: str) -> str:
    """The inside of <whole-lesson>: the steps of a lesson, all in one page."""
    css, data = css_of(demo, "elements/whole-lesson.css"), shell_data(demo, lang)
    return render(
        "pages/whole_lesson.html", lang, demo=demo, views=views, root=root, prefix=_prefix(lang), css=css, data=data
    )


def shell_data(demo: Demo, lang: str) -> dict[str, Any]:
    """What the script needs besides markup: words, the view while nothing is computed, what is recorded, what addresses may ask for."""
    return {
        "words": words(translator(lang)),
        "blank": api.blank(demo.name, lang) | {"svg": ""},  # it is seldom needed: a file of its own
        "recorded": list(demo.recorded),
        "pieces": PIECES if demo.is_packed else "",
        "parameters": _parameters(demo, lang),
        **({} if demo.steps else {"sets": menu_data(lang)}),
    }


def _parameters(demo: Demo, lang: str) -> dict[str, dict[str, Any]]:
    if not demo.steps:
        return {
            "sample": _parameter(0, api.blank(demo.name, lang)["count"] - 1, demo.first),
            "drawing": {"pattern": packed_digit.PATTERN, "otherwise": ""},
            "network": {"pattern": "|".join(all_networks()), "otherwise": DEFAULT},
            "data": {"pattern": "|".join(DATA_SETS), "otherwise": FIRST},
        }
    return {
        "seed": _parameter(0, problems.LARGEST_SEED, demo.first),
        "problem": {"pattern": CODE, "otherwise": "", "usual": problem_code.beginning(problems.DEFAULT)},
        "step": _parameter(0, len(demo.steps) - 1, 0) | {"nearest": True, "most_of_problems": LONGEST - 1},
        "v": _parameter(problems.RECIPE, problems.RECIPE, problems.RECIPE),
    }


def _parameter(least: int, most: int, otherwise: int) -> dict[str, Any]:
    return {"least": least, "most": most, "otherwise": otherwise}


def _render(demo: Demo, lang: str, view: api.View, **values: Any) -> str:
    counter = words(translator(lang))["counter"].format(current=1, count=len(demo.steps))
    values |= {"counter": counter, "prefix": _prefix(lang), "networks": menu(lang)}
    return render("pages/shell.html", lang, demo=demo, view=view, **values)


def _prefix(lang: str) -> str:
    return "" if lang == api.LANGUAGES[0] else f"{lang}/"
