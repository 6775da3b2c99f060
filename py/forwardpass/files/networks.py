"""A file → a network, and how it was read.

Bytes → the kind of file (kinds.py) → named arrays and the file's own words (formats/) → layers → a network.
What a file leaves open is decided in one order, and never by the name of one array alone:

1. shapes: which matrix feeds which, the way round of all that are not square, whose biases a vector is (chain.py);
2. the file's own words: activations, pixels, the way round (said.py);
3. the order in the file, unless it is that of the alphabet (chain.py);
4. numbers in names, 2 before 10 (names.py);
5. names (parts.py, names.py).

What nothing tells is assumed, and told as assumed (report.py). What a reader chooses in the panel goes before all but shapes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..errors import Refused
from ..images.pixels import CLASSES, PIXELS
from ..network.layers import Layer, Network
from ..words.catalogs import N_
from .arrays import Arrays
from .chain import Chain, chains, chosen_chain, misfit, names_of, no_weights_for, orders, usual_way
from .kinds import read_arrays
from .norms import fed_with, folded, named_by_order, placed
from .parts import Entry, Found, Part, parts_of
from .said import (
    AT_THE_END,
    HIDDEN,
    IN_OUT,
    LAST,
    OUT_IN,
    PIXELS_AS,
    SCORES,
    UNIT,
    activations,
    allowed,
    check_classes,
    not_understood,
    pixels,
    way,
)

MOST_LAYERS = 16  # as many as the drawing has room for


@dataclass(frozen=True)
class Wanted:
    """The networks that a demo can show: their inputs and outputs, where it fixes them; the activation of layers that a file says nothing of; ends_in: that of the last layer."""

    n_in: int | None
    n_out: int | None
    usual: str
    ends_in: str | None = None


OF_IMAGES = Wanted(PIXELS, CLASSES, "relu", LAST)


@dataclass(frozen=True)
class Choices:
    """What a reader says of a file where it leaves something open; None is the file's or the assumed."""

    way: str | None = None
    activations: Sequence[str | None] = ()
    pixels: str | None = None


NO_CHOICES = Choices()


@dataclass(frozen=True, eq=False)
class Taken:
    """A network from a file, and how it was read.

    network: for pixels as the file's network was trained on; pixels: what they are, a key of PIXELS_AS.
    way: OUT_IN or IN_OUT, None where matrices of both kinds are mixed. is_open: whether it might be the other way round.
    assumed: what neither the file nor a reader has said: the way, activations, pixels.
    at_the_end: the file's last activation, where another is shown. order: names of the weights where it is not the file's order.
    """

    network: Network
    pixels: str = UNIT
    way: str | None = OUT_IN
    is_open: bool = False
    assumed: tuple[str, ...] = ()
    at_the_end: str = ""
    order: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    layout: str = ""
    has_biases: bool = True

    @property
    def ready(self) -> Network:
        """The network for brightness from 0 to 1: what its pixels ask for is in its first layer."""
        if self.pixels == UNIT:
            return self.network
        mean, deviation = PIXELS_AS[self.pixels]
        first, *others = self.network.layers
        n_in = first.n_in
        return Network(
            (fed_with(first, np.full(n_in, 1 / deviation), np.full(n_in, -mean / deviation)), *others),
        )


def read_network(content: bytes) -> Network:
    """The network in a file, for pixels from 0 to 1. Activations that it does not name are relu, and softmax for the last layer. Raises Refused."""
    return take(read_arrays(content)).ready


def take(arrays: Arrays, wanted: Wanted = OF_IMAGES, choices: Choices = NO_CHOICES) -> Taken:
    """Raises Refused."""
    found = named_by_order(arrays, parts_of(arrays))
    fitting = _fitting(arrays, found, wanted)
    told = choices.way or way(arrays)
    chain = chosen_chain(fitting, (choices.way, told))
    ways = _ways(chain, choices.way, told)
    names = _Activations(arrays, len(ways), wanted, choices.activations)
    layers = [_layer(*each) for each in zip(chain.parts, ways, names.shown, strict=True)]
    places = placed(found.norms, chain.parts, sizes := Network(tuple(layers)).sizes)
    check_classes(arrays, sizes[-1])
    is_open = None in chain.ways or _turns(chain, fitting)
    is_told = bool(told) or (len(chain.votes) == 1 and not _turns(chain, fitting))
    return Taken(
        network=Network(tuple(folded(layers, places, arrays))),
        pixels=_pixels(arrays, wanted, choices),
        way=ways[0] if len(set(ways)) == 1 else None,
        is_open=is_open,
        assumed=(*names.assumed, *(() if is_told or not is_open else ways[:1])),
        at_the_end=names.at_the_end,
        order=_remarkable_order(chain, found, fitting),
        folded=tuple(place.norm.layer for place in places),
        not_understood=tuple(not_understood(arrays)),
        layout=arrays.layout,
        has_biases=any(part.biases for part in chain.parts) or bool(places),
    )


def _fitting(arrays: Arrays, found: Found, wanted: Wanted) -> list[Chain]:
    """The chains that fit. Where biases that have the names of their weights do not, they are placed by their sizes. Raises Refused."""
    if not found.parts and found.loose:
        raise no_weights_for(found.loose)
    if not 1 <= len(found.parts) <= MOST_LAYERS:
        raise Refused(
            N_("The file holds {count} layers; expected 1 to {most}, each with weights and biases."),
            count=len(found.parts),
            most=MOST_LAYERS,
        )
    ends = (wanted.n_in, wanted.n_out)
    fitting = chains(found.parts, found.loose, ends, arrays.is_ordered) or chains(
        *_unnamed(arrays, found), ends, arrays.is_ordered
    )
    if not fitting:
        raise misfit(found.parts, found.loose, ends, arrays.is_ordered)
    return fitting


def _unnamed(arrays: Arrays, found: Found) -> tuple[list[Part], list[Entry]]:
    """Biases parted from the weights whose names they share, in the file's order."""
    vectors = dict(found.loose) | dict(part.biases for part in found.parts if part.biases)
    bare = [replace(part, biases=None) for part in found.parts]
    return bare, [(name, vectors[name]) for name in arrays.by_name if name in vectors]


def _ways(chain: Chain, choice: str | None, told: str | None) -> list[str]:
    """The way round of each matrix. Square ones are as a reader says, as the others are, as the file says, or as usual under such names."""
    others = next(iter(chain.votes)) if len(chain.votes) == 1 else None
    return [
        way_here or choice or others or told or usual_way(part)
        for part, way_here in zip(chain.parts, chain.ways, strict=True)
    ]


def _turns(chain: Chain, fitting: Sequence[Chain]) -> bool:
    """Whether the same order fits the other way round, too."""
    return any(names_of(other) == names_of(chain) and other.ways != chain.ways for other in fitting)


def _layer(part: Part, way_here: str, activation: str) -> Layer:
    weights = np.ascontiguousarray(part.weights.T if way_here == IN_OUT else part.weights)
    return Layer(weights, part.biases[1] if part.biases else np.zeros(len(weights)), activation)


class _Activations:
    """Those of all layers. shown: as the demo has them; assumed: which of them nobody has said; at_the_end: what the file says of the last layer, where another is shown."""

    def __init__(self, arrays: Arrays, count: int, wanted: Wanted, choices: Sequence[str | None]) -> None:
        said = activations(arrays, count)
        chosen = [*choices, *[None] * count][:count]
        known = [choice or name for choice, name in zip(chosen, said, strict=True)]
        self.at_the_end = ""
        if wanted.ends_in:
            last = known[-1] or wanted.ends_in
            if last not in (wanted.ends_in, *SCORES):
                self.at_the_end = last
            known[-1] = wanted.ends_in if last in AT_THE_END else last
        self.shown = [name or wanted.usual for name in known]
        self.assumed = (wanted.usual,) if None in known else ()
        ends = (wanted.ends_in, *AT_THE_END) if wanted.ends_in else HIDDEN
        allowed(self.shown, [*[HIDDEN] * (count - 1), ends])


def _pixels(arrays: Arrays, wanted: Wanted, choices: Choices) -> str:
    if wanted.n_in is None:
        return UNIT
    return choices.pixels or pixels(arrays) or UNIT


def _remarkable_order(chain: Chain, found: Found, fitting: Sequence[Chain]) -> tuple[str, ...]:
    """The names of the weights in order, where that is not the likeliest one, or where others fit that the file may have meant."""
    usual = [tuple(part.name for part in order) for order in orders(found.parts, False)]
    order, others = tuple(names_of(chain)), {tuple(names_of(other)) for other in fitting}
    is_by_alphabet = usual[0] != tuple(part.name for part in found.parts)
    return order if order != usual[0] or (len(others) > 1 and not is_by_alphabet) else ()
