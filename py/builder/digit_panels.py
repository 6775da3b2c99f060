"""What comes into a demo only when it is first used, as a file of its own: markup, style and words."""

from gettext import NullTranslations
from typing import Any

from forwardpass.figures import stylesheet
from forwardpass.translation import translator

from .templates import render, style_sheet


def digit_panels(lang: str) -> dict[str, dict[str, Any]]:
    """Name → markup, style sheet and words of a panel of the digit demo."""
    t = translator(lang)
    return {
        "drawing_pad": _panel("drawing_pad", lang, _pad_words(t)),
        "look_inside": _panel("look_inside", lang, _inside_words(t)),
    }


def _panel(name: str, lang: str, words: dict[str, str]) -> dict[str, Any]:
    css = stylesheet() + style_sheet("elements/panel.css", f"elements/{name.replace('_', '-')}.css")
    return {"html": render(f"pages/{name}.html", lang), "css": css, "words": words}


def _pad_words(t: NullTranslations) -> dict[str, str]:
    _ = t.gettext
    return {
        "position": _("row {row}, column {column}"),
        "painted": _("row {row}, column {column}: painted"),
        "no_picture": _(
            "“{name}” is no image that this browser can read; expected PNG, JPEG, WebP or the like. The drawing is as it was."
        ),
        "large_picture": _("“{name}” is too large; expected an image of {most} MB at most. The drawing is as it was."),
        "no_ink": _(
            "In “{name}” there is no ink to be seen; expected strokes that are clearly darker or brighter than the paper. The drawing is as it was."
        ),
    }


def _inside_words(t: NullTranslations) -> dict[str, str]:
    return {
        "label": t.gettext(
            "Drawing of the network. Arrow keys move from neuron to neuron and, in the image, from pixel to pixel; Enter looks inside, Escape closes."
        ),
    }
