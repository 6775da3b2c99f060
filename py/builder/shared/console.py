"""What the builder says to people. Standard library only: it is used before anything is installed."""

import sys
from collections.abc import Callable
from typing import TextIO


class Failure(Exception):
    """Something a person has to know: what happened (with the value), what was expected and what to do. Ends in exit status 1."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__("\n".join(filter(None, (what, remedy))))


def say(line: str = "", to: TextIO | None = None) -> None:
    """One line about what is going on, to standard output if nothing else is said."""
    print(line, file=to, flush=True)


def in_plain_words(command: Callable[[], int]) -> int:
    """Run a command; a Failure or Ctrl-C becomes a message and an exit status instead of a traceback."""
    try:
        return command()
    except Failure as failure:
        print(f"\nFailed: {failure}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr, flush=True)
        return 130
