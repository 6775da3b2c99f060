"""Panels that a demo fetches when they are first asked for, so that its page stays light."""

from forwardpass.descent import RATES, USUAL_RATE

from .shell import Demo
from .templates import render


def panels(demo: Demo, lang: str) -> dict[str, str]:
    """The markup of each panel of a demo in a language, by name."""
    found = {"sharing": render("pages/panels/sharing.html", lang, demo=demo)}
    if demo.steps:
        found["learning"] = render("pages/panels/learning.html", lang, rates=RATES, usual=USUAL_RATE)
    return found
