"""The inside of a demo, the same for our pages and for elements made elsewhere, and the data its script needs."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from forwardpass import api
from forwardpass.messages import View

from ..shared.templates import SHARED_STYLES, render_with, style_sheet
from .spoken import Spoken
from .words import words

PIECES = "pieces.txt"  # what the recorded lessons of a demo share
CSS = (
    *SHARED_STYLES,
    *(
        f"elements/demo/{name}.css"
        for name in ("demo", "controls", "modes", "rail", "stage", "dialog", "narrow", "thumb")
    ),
)


def shell(demo: Spoken, view: View, root: str, brought: Mapping[str, str] | None = None) -> str:
    """The markup inside a page's shadow root: style, first view and data.

    root: the way from the page to the site's root. brought: recorded files that the page has in itself, name → text.
    """
    files = {name: _inside_script(text) for name, text in (brought or {}).items()}
    return _render(demo, view, root=root, css=css_of(demo), data=shell_data(demo), brought=files)


def _inside_script(text: str) -> str:
    """The text, if it can stand in a <script> as it is."""
    if found := re.search(r"<!--|</?script", text, re.IGNORECASE):
        raise ValueError(f"a recorded lesson has {found[0]} in it, which would end or change the <script> around it")
    return text


def shell_json(demo: Spoken) -> dict[str, Any]:
    """The same for an element that a page made by itself: no view yet, and links from the site's root."""
    markup = _render(demo, {"html": "", "svg": "", "code": ""}, root="", css="", data={}, brought={})
    return {"html": markup, "css": css_of(demo), **shell_data(demo)}


def css_of(demo: Spoken, *more: str) -> str:
    """The style sheet of a demo's shadow root."""
    return style_sheet(*CSS, *(f"elements/{name}.css" for name in (*demo.face.styles, *more)))


def whole_lesson(demo: Spoken, views: Sequence[View], root: str) -> str:
    """The inside of <whole-lesson>: the steps of a lesson, all in one page."""
    css, data = css_of(demo, *demo.face.styles_of_lesson), shell_data(demo)
    values = {"demo": demo, "views": views, "root": root, "prefix": _prefix(demo.lang), "css": css, "data": data}
    return render_with(demo.t, "pages/whole_lesson.html", demo.lang, **values)


def shell_data(demo: Spoken) -> dict[str, Any]:
    """What the script needs besides markup: words, the view while nothing is computed, what is recorded, what addresses may ask for."""
    face, t = demo.face, demo.t
    return {
        "words": words(t) | face.words(t),
        "blank": {**face.blank(t), "svg": ""},  # it is seldom needed: a file of its own
        "recorded": list(face.recorded),
        "pieces": PIECES if face.is_packed else "",
        "parameters": {name: parameter.as_data() for name, parameter in face.parameters().items()},
        **face.data(t),
    }


def _render(demo: Spoken, view: Mapping[str, Any], **values: Any) -> str:
    values |= {"prefix": _prefix(demo.lang), "modes": demo.face.modes(demo.t), **demo.face.values(demo.t)}
    return render_with(demo.t, demo.template, demo.lang, demo=demo, view=view, **values)


def _prefix(lang: str) -> str:
    return "" if lang == api.LANGUAGES[0] else f"{lang}/"
