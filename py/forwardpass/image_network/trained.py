"""The trained networks: one in data/, which every reader gets, and others that come as files when somebody chooses them."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..errors import MissingNetwork, WrongArgument
from ..network.activations import Array
from ..network.layers import Layer, Network

if TYPE_CHECKING:
    from ..files.networks import Taken

DATA = f"{__file__.rpartition('/image_network/')[0]}/data"
DEFAULT = "mnist_784_10_10"
OWN = "own"  # so begin the names of networks that readers have brought


@dataclass(frozen=True)
class Score:
    """How many of how many images a network gets right."""

    right: int
    count: int

    @property
    def share(self) -> float:
        return self.right / self.count


@dataclass(frozen=True, eq=False)
class Trained:
    """A network with its name and, where somebody has measured it, how it does on the test images. taken: as it was in a reader's file."""

    name: str
    network: Network
    score: Score | None = None
    taken: "Taken | None" = None


def is_own(name: str) -> bool:
    """Whether a reader has brought the network of that name."""
    return name.startswith(OWN)


_handed_over: dict[str, Trained] = {}


def keep(trained: Trained) -> None:
    """From now on the network is found by its name; it takes the place of one of the same name."""
    _handed_over[trained.name] = trained


def forget() -> None:
    """Nothing is handed over any more."""
    _handed_over.clear()


def find(name: str = DEFAULT) -> Trained:
    """Raises MissingNetwork where it is neither in data/ nor handed over, WrongArgument for what cannot be the name of one."""
    if name in _handed_over:
        return _handed_over[name]
    if not name.isidentifier():
        raise WrongArgument(f"there is no network {name!r}; expected letters, digits and _")
    try:
        return _stored(name)  # known by now, it needs no file: a Python restored from its memory has none
    except FileNotFoundError:
        raise MissingNetwork(name) from None


@cache
def _stored(name: str) -> Trained:
    return Trained(name, load_network(name), measured_score(name))


@cache
def load_network(name: str = DEFAULT) -> Network:
    """The trained network from data/: stored as float32 or float16, computed in float64."""
    with np.load(f"{DATA}/{name}.npz") as data:
        activations = data["activations"].tolist()
        return Network(
            tuple(
                Layer(_constant(data[f"weights_{number}"]), _constant(data[f"biases_{number}"]), activation)
                for number, activation in enumerate(activations, start=1)
            )
        )


@cache
def measured_score(name: str = DEFAULT) -> Score:
    """How the network does on the 10,000 test images of its set, as train_digits.py measured it and stored it with the weights."""
    with np.load(f"{DATA}/{name}.npz") as data:
        return Score(*data["test_score"].tolist())


def _constant(stored: NDArray[Any]) -> Array:
    values = stored.astype(np.float64)
    values.setflags(write=False)
    return values
