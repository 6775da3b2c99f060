"""How much a test does: little in `build.py test`, all in `build.py endure`."""

import os
from typing import TypeVar

from builder.checks import ENDURE

T = TypeVar("T")
IN_FULL = ENDURE in os.environ


def amount(short: T, full: T) -> T:
    return full if IN_FULL else short
