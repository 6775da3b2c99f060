"""What comes into a demo only when it is first used, as a file of its own: markup, style and words."""

from gettext import NullTranslations
from typing import Any

from forwardpass.chapter.stills import stylesheet
from forwardpass.face import Panel

from ..shared.templates import render_with, style_sheet
from .spoken import Spoken
from .words import code_words

SHARING = Panel("sharing")  # that every demo has, as it does the one of its code


def code(t: NullTranslations) -> Panel:
    return Panel("code", ("demo/code/code",), words=code_words(t))


def panels(demo: Spoken) -> dict[str, dict[str, Any]]:
    """Name → markup, style sheet and words of each panel of a demo."""
    return {panel.name: as_data(panel, demo) for panel in (SHARING, code(demo.t), *demo.face.panels(demo.t))}


def as_data(panel: Panel, demo: Spoken) -> dict[str, Any]:
    html = render_with(demo.t, f"pages/panels/{panel.name}.html", demo.lang, demo=demo, **(panel.values or {}))
    css = style_sheet(*(f"elements/{name}.css" for name in panel.styles)) if panel.styles else ""
    return {"html": html, "css": (stylesheet() if panel.has_figures else "") + css, "words": dict(panel.words or {})}
