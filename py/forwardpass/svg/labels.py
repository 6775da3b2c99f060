"""Text in a drawing."""

from .markup import Attribute, Markup, element

MINUS = "−"  # in keyboards and in Python it is a hyphen


def minus(text: str) -> str:
    """A number as it is set: with a true minus sign."""
    return text.replace("-", MINUS)


def label(
    words: str, x: float, y: float, classes: str | None = None, anchor: str = "middle", **attributes: Attribute
) -> Markup:
    """A line of text; y is its middle."""
    return element("text", words, class_=classes, x=x, y=y, dy="0.35em", text_anchor=anchor, **attributes)


def text(
    words: str, x: float, y: float, classes: str | None = None, anchor: str = "middle", **attributes: Attribute
) -> Markup:
    """A line of text; y is what its letters stand on."""
    return element("text", words, class_=classes, x=x, y=y, text_anchor=anchor, **attributes)
