"""What a reader's code prints, handed over while it runs, and no more of it than a page can show."""

from collections.abc import Callable
from io import TextIOBase
from time import monotonic

MOST = 20_000  # characters
PAUSE = 0.1  # s between two pieces: what prints without end sends few


class Output(TextIOBase):
    """A stream that text is written to. printed: gets its pieces; the first one is "", since what was run before may be run again. is_cut: whether there was more of it than is shown."""

    is_cut = False

    def __init__(self, printed: Callable[[str], object]) -> None:
        self.printed = printed
        self.left = MOST
        self.waiting: list[str] = []
        self.last = 0.0
        printed("")

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.is_cut = self.is_cut or len(text) > self.left
        shown = text[: self.left]
        self.left -= len(shown)
        if shown:
            self.waiting.append(shown)
            if monotonic() - self.last > PAUSE:
                self.end()
        return len(text)

    def end(self) -> None:
        """Hands over what waits."""
        if self.waiting:
            self.printed("".join(self.waiting))
        self.waiting.clear()
        self.last = monotonic()
