"""What the package raises on purpose, and how an error crosses the border. Decisions rest on its code, never on its words."""

import re
from gettext import NullTranslations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .messages import CallError, Code


COMMENT = re.compile(r"(?<=  # ).+$", re.MULTILINE)


class Foreseen(Exception):
    """What somebody has thought of: its message says what was given, what was expected, what to do.

    for_reader: the message is in the reader's language; else it is English, for whoever wrote the call.
    """

    code: "Code"
    for_reader = False

    def as_data(self) -> "CallError":
        return {"code": self.code, "message": str(self), "for_reader": self.for_reader}


class WrongArgument(Foreseen, ValueError):
    """A value that cannot be."""

    code: "Code" = "wrong_argument"


class UnknownCall(WrongArgument):
    """A name that is no call."""

    code = "unknown_call"


class ReaderError(WrongArgument):
    """What a reader gave cannot be, and is told so."""

    for_reader = True


class WrongFile(ReaderError):
    """A reader's file that does not fit. lines: of Python, which make one that fits."""

    code = "wrong_file"

    def __init__(self, message: str, lines: str = "") -> None:
        super().__init__(message)
        self.lines = lines

    def as_data(self) -> "CallError":
        return {**super().as_data(), "lines": self.lines}


class Missing(Foreseen, LookupError):
    """Something has to be brought before the call is asked again; its name is `missing`."""

    def __init__(self, message: str, missing: str) -> None:
        super().__init__(message)
        self.missing = missing

    def as_data(self) -> "CallError":
        return {**super().as_data(), "missing": self.missing}


class MissingCatalog(Missing):
    """The catalog of a language is not there: the build compiles it."""

    code = "missing_catalog"

    def __init__(self, lang: str) -> None:
        super().__init__(f"the catalog for language {lang!r} is not there; python3 build.py build compiles it", lang)


class MissingNetwork(Missing):
    """A network that has not been handed over yet."""

    code = "missing_network"

    def __init__(self, name: str) -> None:
        super().__init__(f"there is no network {name!r}", name)


class Term(str):
    """A message that fills a placeholder of another one; it is translated with it."""


class Refused(ValueError):
    """A file that does not fit: a message with {placeholders} and what fills them. lines: of Python, which make a file that fits."""

    def __init__(self, message: str, *, lines: str = "", **values: object) -> None:
        super().__init__(message.format(**values))
        self.message, self.values, self.lines = message, values, lines

    def said(self, t: NullTranslations) -> WrongFile:
        """The same in a reader's language, comments of the lines, too."""
        lines = COMMENT.sub(lambda comment: t.gettext(comment[0]), self.lines)
        return WrongFile(said(self.message, t, **self.values), lines)


def said(message: str, t: NullTranslations, **values: object) -> str:
    """A message in a reader's language, filled; terms among the values are translated, too."""
    filled = {name: t.gettext(value) if isinstance(value, Term) else value for name, value in values.items()}
    return t.gettext(message).format(**filled)


BROKEN = (ImportError, MemoryError, SystemError)  # Python itself is not whole: who has started it is to know


def unforeseen(error: Exception) -> "CallError":
    """What nobody has thought of, with the traceback for who looks into it."""
    from traceback import format_exception  # noqa: PLC0415  it is not needed as long as all goes well

    message = f"{type(error).__name__}: {error}"
    return {
        "code": "unforeseen",
        "message": message,
        "for_reader": False,
        "traceback": "".join(format_exception(error)),
    }
