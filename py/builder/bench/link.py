"""The server of the measurements: it counts what it sends and, where asked to, is as far away and as slow as a link of 9 Mbit/s with 85 ms."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..publish.serve import Handler, serving

BITS_A_SECOND = 9e6
LATENCY = 0.085  # s, there and back
PIECE = 4096  # bytes that one answer sends before another has its turn


@dataclass
class Link:
    """What the server sent, and when. All connections share one link, as those of a reader do."""

    slow: bool = False
    sent: list[tuple[float, int]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    turn: Any = field(default_factory=threading.Lock)

    def carry(self, write: Any, content: bytes) -> int:
        pieces = range(0, len(content), PIECE) if self.slow else (0,)
        for start in pieces:
            piece = content[start : start + PIECE] if self.slow else content
            if self.slow:
                with self.turn:
                    time.sleep(8 * len(piece) / BITS_A_SECOND)
            write(piece)
            self.sent.append((time.time(), len(piece)))
        return len(content)

    def wait(self) -> None:
        """One way there and one back: once for a connection, once for each request."""
        if self.slow:
            time.sleep(LATENCY)

    def bytes_until(self, moment: float) -> int:
        return sum(count for when, count in list(self.sent) if when <= moment)

    def clear(self) -> None:
        self.sent.clear()
        self.asked.clear()

    def handler(self) -> type[Handler]:
        link = self

        class Linked(Handler):
            """A handler on this link."""

            def setup(self) -> None:
                super().setup()
                write = self.wfile.write
                self.wfile.write = lambda content: link.carry(write, bytes(content))  # type: ignore[method-assign]
                link.wait()

            def answer(self, with_body: bool) -> None:
                link.asked.append(self.path)
                link.wait()
                super().answer(with_body)

        return Linked


@contextmanager
def linked(folder: Path, link: Link) -> Iterator[str]:
    """Serve a folder over a link; gives the address."""
    with serving(folder, handler=link.handler()) as address:
        yield address
