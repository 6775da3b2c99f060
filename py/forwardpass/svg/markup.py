"""Markup in one place: elements with escaped attributes and text, for SVG, HTML and MathML alike."""

Attribute = str | int | float | None


class Markup(str):
    """Text that is markup already and is not escaped again."""


def element(tag: str, *children: str, **attributes: Attribute) -> Markup:
    """<tag attributes>children</tag>. A plain str child is escaped, Markup is not.

    In attribute names a trailing _ is dropped and any other _ becomes -: class_="neuron", stroke_width=2.
    None leaves the attribute out; numbers are printed with at most two decimals.
    """
    opening = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    inside = join(*children)
    return Markup(f"<{tag}{opening}>{inside}</{tag}>") if inside or tag not in EMPTY else Markup(f"<{tag}{opening}/>")


EMPTY = {"circle", "line", "path", "rect", "use", "polygon", "br", "input"}


def join(*parts: str) -> Markup:
    """The parts one after the other, plain text escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))


IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
IN_ATTRIBUTES = IN_TEXT | str.maketrans({'"': "&quot;", "'": "&#x27;"})


def escape(text: str, within: dict[int, str] = IN_TEXT) -> str:
    """What html.escape does, which would bring a table of all entities along."""
    return text.translate(within)


def number(value: float) -> str:
    """A coordinate: at most two decimals, no trailing zeros, never -0. What machines add differently, in the last place, does not decide."""
    return f"{round(round(value, 9), 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def _value(value: Attribute) -> str:
    if isinstance(value, float):
        return number(value)
    return escape(str(value), IN_ATTRIBUTES)
