"""The shape of a small network: how many neurons in which column, and which activations."""

from dataclasses import dataclass

from ...errors import WrongArgument
from ...network.activations import ELEMENTWISE

MOST_LAYERS, MOST_NEURONS = 4, 6  # layers with weights; neurons in a column, inputs included


@dataclass(frozen=True)
class Architecture:
    """sizes: neurons per column, inputs first; activations: one for each layer with weights.

    Raises WrongArgument for what the lesson cannot show.
    """

    sizes: tuple[int, ...] = (3, 2, 1)
    activations: tuple[str, ...] = ("sigmoid", "sigmoid")

    def __post_init__(self) -> None:
        if not 2 <= len(self.sizes) <= MOST_LAYERS + 1:
            raise WrongArgument(f"{len(self.sizes)} columns of neurons; expected 2 to {MOST_LAYERS + 1}")
        for size in self.sizes:
            if not 1 <= size <= MOST_NEURONS:
                raise WrongArgument(f"{size} neurons in a column; expected 1 to {MOST_NEURONS}")
        if len(self.activations) != len(self.sizes) - 1:
            raise WrongArgument(f"{len(self.activations)} activations; expected {len(self.sizes) - 1}, one a layer")
        for activation in self.activations:
            if activation not in ELEMENTWISE:
                raise WrongArgument(f"unknown activation {activation!r}; expected one of {', '.join(ELEMENTWISE)}")
