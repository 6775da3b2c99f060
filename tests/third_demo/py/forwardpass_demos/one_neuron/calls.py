"""The call of the demo."""

from typing import Any

from .demo import DEMO
from .view import lesson

__all__ = ["one_neuron"]


def one_neuron(case: int, lang: str = "en") -> dict[str, Any]:
    """The three steps of a case, 0 to 999. Raises ValueError for another."""
    return lesson(case, DEMO.translator(lang))
