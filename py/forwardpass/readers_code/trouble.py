"""Why a reader's code stopped: the line, and a sentence in the reader's language for the usual kinds; of any other, the exception's own words."""

import re
import sys
from collections.abc import Callable
from gettext import NullTranslations
from types import TracebackType

from .operands import second_operand

FILE = "<code>"
SIZES = re.compile(r"size (\d+) is different from (\d+)")
SHAPES = re.compile(r"could not be broadcast together with shapes ((?:\([\d,]*\) ?)+)")
ALIGNED = re.compile(r"not aligned: (?P<expected>\d+) .* != (?P<given>\d+)")
INTO = re.compile(r"could not broadcast input array from shape (\([\d,]*\)) into shape (\([\d,]*\))")
BOUNDS = re.compile(r"index (-?\d+) is out of bounds for axis \d+ with size (\d+)")
RAGGED = "inhomogeneous shape"
Said = Callable[[BaseException, str, NullTranslations], str]


def line_of(error: BaseException) -> int | None:
    """The line of the code, from 1, in which it stopped."""
    if isinstance(error, SyntaxError):
        return error.lineno if error.filename == FILE else None
    last = _last_place(error)
    return last.tb_lineno if last else None


def wanted_module(error: BaseException) -> str:
    """The module that the code asked for, where Python has one of that name, though this one may have come without it; else ""."""
    name = error.name or "" if isinstance(error, ModuleNotFoundError) else ""
    return name if name.partition(".")[0] in (*sys.stdlib_module_names, "numpy") else ""


def said(error: BaseException, source: str, t: NullTranslations) -> str:
    """One sentence."""
    for kind, sentence in _SENTENCES:
        if isinstance(error, kind) and (found := sentence(error, _stretch(error, source), t)):
            return found
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _syntax(error: BaseException, stretch: str, t: NullTranslations) -> str:
    return t.gettext("Python cannot read this line: {reason}.").format(reason=getattr(error, "msg", error))


def _module(error: BaseException, stretch: str, t: NullTranslations) -> str:
    message = t.gettext("There is no module “{name}” here; numpy and Python’s own modules can be imported.")
    return message.format(name=getattr(error, "name", ""))


def _name(error: BaseException, stretch: str, t: NullTranslations) -> str:
    return t.gettext("Nothing is named “{name}” yet.").format(name=getattr(error, "name", ""))


def _index(error: BaseException, stretch: str, t: NullTranslations) -> str:
    found = BOUNDS.search(str(error))
    if not found:
        return t.gettext("The index is beyond the end.") if "index out of range" in str(error) else ""
    message = t.gettext("There is no index {index}: it runs from 0 to {last}.")
    return message.format(index=found[1], last=int(found[2]) - 1)


def _zero(error: BaseException, stretch: str, t: NullTranslations) -> str:
    return t.gettext("Something is divided by zero.")


def _memory(error: BaseException, stretch: str, t: NullTranslations) -> str:
    return t.gettext("There is no memory left for that.")


def _recursion(error: BaseException, stretch: str, t: NullTranslations) -> str:
    return t.gettext("A function calls itself without end.")


def _shape(error: BaseException, stretch: str, t: NullTranslations) -> str:
    """numpy's words about shapes, of which a few kinds are usual."""
    message = str(error)
    if RAGGED in message:
        return t.gettext("All rows of an array must be of the same length.")
    if found := SIZES.search(message):
        return _counted(second_operand(stretch), found[1], found[2], t)
    if found := ALIGNED.search(message):
        return _counted(second_operand(stretch), found["given"], found["expected"], t)
    if found := INTO.search(message):
        return _counted(second_operand(stretch), _shown(found[1]), _shown(found[2]), t)
    if (found := SHAPES.search(message)) and len(shapes := found[1].split()) == 2:
        return _counted(second_operand(stretch), _shown(shapes[1]), _shown(shapes[0]), t)
    return ""


def _counted(name: str, given: str, expected: str, t: NullTranslations) -> str:
    if not name:
        return t.gettext("{given} numbers cannot be paired with {expected}.").format(given=given, expected=expected)
    if given.isdecimal():
        message = t.ngettext(
            "{name} has {given} number; {expected} were expected.",
            "{name} has {given} numbers; {expected} were expected.",
            int(given),
        )
    else:
        message = t.gettext("{name} has {given} numbers; {expected} were expected.")
    return message.format(name=name, given=given, expected=expected)


def _shown(shape: str) -> str:
    """(2,3) as 2×3, (3,) as 3."""
    return "×".join(re.findall(r"\d+", shape)) or "1"


def _last_place(error: BaseException) -> TracebackType | None:
    """The last one that is in the code itself."""
    found, place = None, error.__traceback__
    while place:
        found = place if place.tb_frame.f_code.co_filename == FILE else found
        place = place.tb_next
    return found


def _stretch(error: BaseException, source: str) -> str:
    """The expression that was being computed, as it is written; "" where that is not known, or it takes several lines."""
    place = _last_place(error)
    if place is None:
        return ""
    positions = list(place.tb_frame.f_code.co_positions())
    first, last, start, end = positions[place.tb_lasti // 2]
    if first is None or first != last:
        return ""
    return source.splitlines()[first - 1].encode()[start:end].decode()  # columns are counted in bytes


_SENTENCES: tuple[tuple[type[BaseException], Said], ...] = (
    (SyntaxError, _syntax),
    (ModuleNotFoundError, _module),
    (NameError, _name),
    (IndexError, _index),
    (ZeroDivisionError, _zero),
    (MemoryError, _memory),
    (RecursionError, _recursion),
    (ValueError, _shape),
)
