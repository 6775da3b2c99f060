"""A window of a browser, whichever engine it has: what a reader does in it, and what can be seen there. What differs by engine is left to those who drive it."""

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Self, TypeVar

PAGE = Path(__file__).with_name("page.js").read_text(encoding="utf-8")
SHOWN = "const { demo, root, view } = shown();"
STATE = "[location.href, demo?.getAttribute('state'), window.marks, window.troubles]"
SECONDS = 60.0
PAUSE = 0.02
UNDER_WAY = (".part", ".wkdownload")  # names of files that are not whole yet
Point = tuple[float, float]
Found = TypeVar("Found")


class Leaving(Exception):
    """The page is just leaving, and cannot be asked."""


class Window(ABC):
    """A place in the page is a role and a name, `at("button", "Next")`, or a selector, `at(".counter")`."""

    engine: str
    downloads: Path  # the folder of files that the page has given

    @abstractmethod
    def open(self, address: str) -> Self:
        """Until the page is loaded."""

    @abstractmethod
    def once(self, body: str, given: list[Any]) -> Any:
        """What a function of JavaScript with this body gives for `given`. Raises Leaving."""

    @abstractmethod
    def keys(self, *keys: str) -> Self:
        """Press keys, one after the other: "Enter", "Shift+ArrowUp"."""

    @abstractmethod
    def type(self, text: str) -> Self: ...

    @abstractmethod
    def point(self, *points: Point, press: bool = True) -> Self:
        """Go to the first point, press, go over the others, let go."""

    @abstractmethod
    def give(self, selector: str, *files: Path) -> Self:
        """Choose files in a field."""

    @abstractmethod
    def inside(self, frame: str) -> AbstractContextManager[Self]:
        """The document of a frame, while the block runs."""

    @abstractmethod
    def picture(self, file: Path) -> None:
        """For looking at."""

    @abstractmethod
    def resize(self, width: int, height: int) -> Self:
        """The part of the page that is seen."""

    def ask(self, expression: str, *given: Any) -> Any:
        """An expression of JavaScript that may use `demo`, `root`, `view`, `find` and `given`."""
        return self.run(f"{PAGE}\n{SHOWN}\nreturn await ({expression});", list(given))

    def run(self, body: str, given: list[Any]) -> Any:
        """A function of JavaScript, in the page that is there or is coming."""

        def look() -> list[Any]:
            try:
                return [self.once(body, given)]
            except Leaving:
                return []

        return self.until("a page that stays", look)[0]

    def wait(self, expression: str, *given: Any, seconds: float = SECONDS) -> Any:
        """Until an expression is true. Asked from outside: a page that only waits for itself is given little time by WebKit."""
        what = f"{expression} {json.dumps(given)[:200]}"
        try:
            return self.until(what, lambda: self.ask(expression, *given), seconds)
        except AssertionError as late:
            late.add_note(f"The page: {json.dumps(self.ask(STATE))}")
            raise

    def until(self, what: str, look: Callable[[], Found], seconds: float = SECONDS) -> Found:
        """What is found in the end. Fails with the name of what did not come."""
        end = time.monotonic() + seconds
        while not (found := look()):
            assert time.monotonic() < end, f"{self.engine}: did not come within {seconds:g} s: {what}"
            time.sleep(PAUSE)
        return found

    def place(self, wanted: dict[str, str]) -> list[float]:
        """Its middle and size, once it is there and moves no more."""
        found: list[float] = self.wait("place(given[0])", wanted)
        return found

    def press(self, role: str, name: str = "") -> Self:
        """A click in the middle."""
        x, y, _, _ = self.place(at(role, name))
        return self.point((x, y))

    def drag(self, wanted: dict[str, str], *by: Point) -> Self:
        """From its middle over points that are so far from there."""
        x, y, _, _ = self.place(wanted)
        return self.point((x, y), *((x + dx, y + dy) for dx, dy in by))

    def focus(self, role: str, name: str = "") -> Self:
        self.wait("(find(given[0])?.focus(), find(given[0]))  !== undefined", at(role, name))
        return self

    def choose(self, selector: str, value: str) -> Self:
        """An option of a menu, as a reader's choice tells the page."""
        self.wait("[...(find(given[0])?.options ?? [])].some((o) => o.value === given[1])", at(selector), value)
        self.ask(
            "((menu) => { menu.value = given[1]; for (const type of ['input', 'change']) menu.dispatchEvent(new Event(type, { bubbles: true, composed: true })); })(find(given[0]))",
            at(selector),
            value,
        )
        return self

    def download(self, press: Callable[[], object]) -> tuple[str, bytes]:
        """The name and the content of the file that comes of it."""
        before = set(self.downloads.glob("*"))
        press()

        def whole() -> Path | None:
            new = [file for file in set(self.downloads.glob("*")) - before if file.suffix not in UNDER_WAY]
            sizes = [file.stat().st_size for file in new]
            time.sleep(PAUSE)
            return next((file for file, size in zip(new, sizes, strict=True) if 0 < size == file.stat().st_size), None)

        file = self.until("a file", whole)
        assert file
        return file.name, file.read_bytes()

    def shows(self, selector: str, words: str = "") -> Self:
        """Until it is seen, with these words in it."""
        self.wait("find(given[0])?.textContent.includes(given[1])", at(selector), words)
        return self

    def hides(self, selector: str) -> Self:
        self.wait("!find(given[0])", at(selector))
        return self


def at(role: str, name: str = "") -> dict[str, str]:
    """A role and a name, or a selector alone."""
    return {"role": role, "name": name} if name else {"selector": role}
