"""The face of a demo: what its pages say and show, and which files it wants in the site. The build asks for it; a reader's Python never does."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from gettext import NullTranslations
from typing import Any

from .images.pixels import Bytes
from .messages import BlankView

Files = Iterator[tuple[str, bytes]]  # path in their folder, content
ReadImages = Callable[[str], tuple[Bytes, Bytes]]  # the test images of a set: (n, 784) and their labels (n,)


@dataclass(frozen=True)
class Texts:
    """What pages say of a demo in one language.

    title: in its bar; headline: over its own page; heading: of the window of that; short: in menus. sentence and summary: what it is, in one and in two.
    link: to what is on screen; address: of that.
    """

    title: str
    headline: str
    heading: str
    short: str
    sentence: str
    summary: str
    link: str
    address: str


@dataclass(frozen=True)
class AddressParameter:
    """What an address or an attribute may say: a whole number within limits, or a text that a pattern (a regular expression) fits as a whole.

    otherwise: what is taken for a wrong one. names: texts that may stand for numbers. choices: the only ones that fit. more: what the scripts of the demo want to know of it besides.
    """

    otherwise: int | str
    least: int | None = None
    most: int | None = None
    pattern: str | None = None
    names: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    more: Mapping[str, Any] | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """What people may write, in short."""
        if self.choices:
            return self.choices
        return (*self.names, f"{self.least}–{self.most}") if self.pattern is None else tuple(self.pattern.split("|"))

    def as_data(self) -> dict[str, Any]:
        rule = {"least": self.least, "most": self.most} if self.pattern is None else {"pattern": self.pattern}
        return {**rule, "otherwise": self.otherwise, **(self.more or {})}


def number(least: int, most: int, otherwise: int | str, names: tuple[str, ...] = (), **more: Any) -> AddressParameter:
    return AddressParameter(otherwise, least, most, names=names, more=more)


def text(pattern: str, otherwise: str = "", **more: Any) -> AddressParameter:
    return AddressParameter(otherwise, pattern=pattern, more=more)


def choice(choices: Iterable[str], otherwise: str) -> AddressParameter:
    given = tuple(choices)
    return AddressParameter(otherwise, pattern="|".join(map(re.escape, given)), choices=given)


@dataclass(frozen=True)
class Panel:
    """What comes into a demo when it is first used: the template of its name, its style sheets, the words of its script and what the template is filled with."""

    name: str
    styles: tuple[str, ...] = ()
    words: Mapping[str, str] | None = None
    values: Mapping[str, Any] | None = None
    has_figures: bool = False


@dataclass(frozen=True)
class Mode:
    """A way to use a demo: the tab of this title. controls: those that it is for; where all are left out, so is the tab. The first mode is there anyway.

    short: what a tab says where all are to stand in the width of a phone; the title, unless it is too long.
    """

    name: str
    title: str
    controls: tuple[str, ...] = ()
    short: str = ""


def usual_modes(t: NullTranslations) -> tuple[Mode, ...]:
    """Of a demo that says nothing else."""
    return (Mode("step", t.gettext("Step through")), code_mode(t))


def code_mode(t: NullTranslations) -> Mode:
    return Mode("code", t.gettext("Code"), ("code",))


@dataclass(frozen=True)
class Folder:
    """A folder of the site that belongs to a demo, named by its content like all that browsers keep for good.

    at_once: which of its files a reader may need without a network later; the others are kept as they are used.
    """

    name: str
    files: Callable[[ReadImages], Files]
    at_once: tuple[str, ...] = ()


@dataclass(frozen=True)
class Face:
    """What the builder asks of a demo; t is the catalog of a language.

    script: where web/ registers it; styles: its style sheets; height: of its frame, in px, where that is 880 wide.
    unit: the parameter that numbers its lessons; recorded: those that the build computes; brought: how many of them its own page carries;
    is_packed: whether their files share what they have in common. arguments: of the call that makes one, besides the language.
    blank: the view while nothing is computed. parameters: of an address; attributes: those that the element takes, too; example: some of these.
    words: the sentences of its script; values: what its template of controls is filled with; data: what else its script needs.
    modes: its tabs; what belongs to one says so in its template by in_mode. mode_at_front: of the demo that opens the front page, the mode it has there.
    limits: numbers that its scripts know as LIMITS. styles_of_lesson: of the page with a whole lesson, where there is one.
    """

    script: str
    styles: tuple[str, ...]
    height: int
    unit: str
    recorded: range
    arguments: Callable[[int, ReadImages], dict[str, Any]]
    blank: Callable[..., BlankView]
    texts: Callable[[NullTranslations], Texts]
    parameters: Callable[[], Mapping[str, AddressParameter]]
    attributes: tuple[str, ...]
    example: Mapping[str, int | str]
    words: Callable[[NullTranslations], dict[str, str]]
    values: Callable[[NullTranslations], dict[str, Any]]
    data: Callable[[NullTranslations], dict[str, Any]] = lambda t: {}
    modes: Callable[[NullTranslations], tuple[Mode, ...]] = usual_modes
    mode_at_front: str = ""
    panels: Callable[[NullTranslations], tuple[Panel, ...]] = lambda t: ()
    folders: tuple[Folder, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)
    styles_of_lesson: tuple[str, ...] = ()
    brought: int = 1
    is_packed: bool = False

    @property
    def first(self) -> int:
        """The number of the lesson that is shown first."""
        return self.recorded[0]
