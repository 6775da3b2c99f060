"""Parts → layers in their order, each the right way round: a chain in which every layer is fed with what the one before gives.

Shapes decide first. Of several orders that fit, the file's goes before that of the numbers in names, and that before that of the names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..errors import Refused
from ..words.catalogs import N_
from .arrays import shortened
from .names import BIAS, KERNELS, natural, parsed
from .parts import Entry, Part, not_dense, wrong_biases
from .said import IN_OUT, OUT_IN

MOST_TRIED = 20_000  # places in the search for an order

Ways = tuple[str | None, ...]
Ends = tuple[int | None, int | None]  # what the first layer is fed with and what the last gives, where that is known


@dataclass(frozen=True)
class Chain:
    """Parts in order. ways: OUT_IN, IN_OUT, or None for a square matrix, which fits either way."""

    parts: tuple[Part, ...]
    ways: Ways

    @property
    def votes(self) -> set[str]:
        """The ways of those whose shapes tell."""
        return {way for way in self.ways if way}


def chains(parts: Sequence[Part], loose: Sequence[Entry], ends: Ends, is_ordered: bool) -> list[Chain]:
    """Those that fit, the likeliest order first; loose vectors become the biases of the layers that they fit."""
    fitting = [chain for order in orders(parts, is_ordered) for chain in walks(order, ends)]
    if not fitting and not is_ordered:
        fitting = [chain for order in _searched(parts, ends) for chain in walks(order, ends)]
    filled = [_with_biases(chain, loose) for chain in fitting]
    return [chain for chain in filled if chain]


def orders(parts: Sequence[Part], is_ordered: bool) -> list[tuple[Part, ...]]:
    """The file's order first; but one by the alphabet says nothing: many programs write it, 10 before 2."""
    in_file = tuple(parts)
    if is_ordered:
        return [in_file]
    by_number = tuple(sorted(parts, key=lambda part: natural(part.layer)))
    names = [part.name for part in parts]
    found = [by_number, in_file] if names == sorted(names) else [in_file, by_number]
    return found[:1] if found[0] == found[1] else found


def walks(order: Sequence[Part], ends: Ends) -> Iterator[Chain]:
    """The chains in this order: one; where it is not known what the first layer is fed with, one for each way round of all."""
    (n_in, n_out), (rows, columns) = ends, order[0].shape
    for start in dict.fromkeys((columns, rows)) if n_in is None else (n_in,):
        size, ways = start, list[str | None]()
        for part in order:
            step = next_step(part, size)
            if step is None:
                break
            size = step[0]
            ways.append(step[1])
        chain = Chain(tuple(order), tuple(ways))
        if len(ways) == len(order) and n_out in (None, size) and (n_in is not None or len(chain.votes) < 2):
            yield chain


def next_step(part: Part, n_in: int) -> tuple[int, str | None] | None:
    """What a layer gives when it is fed with n_in values, and which way round it is then; None where it does not fit."""
    rows, columns = part.shape
    if n_in not in (rows, columns):
        return None
    n_out, way = (rows, OUT_IN) if n_in == columns else (columns, IN_OUT)
    fits = part.biases is None or part.biases[1].size == n_out
    return (n_out, None if rows == columns else way) if fits else None


def _searched(parts: Sequence[Part], ends: Ends) -> Iterator[tuple[Part, ...]]:
    """An order that fits, nearest to the likeliest one."""
    likely, (n_in, n_out) = orders(parts, False)[0], ends
    starts = {size: None for part in likely for size in part.shape} if n_in is None else {n_in: None}
    for start in starts:
        if found := _Search(likely, n_out).from_size(start, frozenset(range(len(likely)))):
            yield tuple(likely[place] for place in found)
            return


class _Search:
    """Depth first; what has led nowhere is remembered."""

    def __init__(self, parts: Sequence[Part], n_out: int | None) -> None:
        self.parts, self.n_out = parts, n_out
        self.nowhere = set[tuple[int, frozenset[int]]]()

    def from_size(self, size: int, left: frozenset[int]) -> list[int] | None:
        if not left:
            return [] if self.n_out in (None, size) else None
        if (size, left) in self.nowhere or len(self.nowhere) > MOST_TRIED:
            return None
        for place in sorted(left):
            step = next_step(self.parts[place], size)
            rest = self.from_size(step[0], left - {place}) if step else None
            if rest is not None:
                return [place, *rest]
        self.nowhere.add((size, left))
        return None


def _with_biases(chain: Chain, loose: Sequence[Entry]) -> Chain | None:
    """Each loose vector as the biases of the first layer without any that gives as many values. None where one fits nowhere."""
    parts = list(chain.parts)
    for entry in loose:
        places = (
            place
            for place, part in enumerate(parts)
            if part.biases is None and entry[1].size == given(part, chain.ways[place])
        )
        place = next(places, None)
        if place is None:
            return None
        parts[place] = replace(parts[place], biases=entry)
    return Chain(tuple(parts), chain.ways)


def given(part: Part, way: str | None) -> int:
    """How many values a layer gives."""
    return part.shape[1 if way == IN_OUT else 0]


# --- which of them


def usual_way(part: Part) -> str:
    return IN_OUT if part.word in KERNELS else OUT_IN


def chosen_chain(found: Sequence[Chain], wished: Sequence[str | None]) -> Chain:
    """The first that is the way round that is wished, by the strongest wish that one can fulfil; else the first in the likeliest order."""
    for way in wished:
        if way and (fitting := [chain for chain in found if chain.votes <= {way}]):
            return fitting[0]
    usual = usual_way(found[0].parts[0])
    same_order = [chain for chain in found if names_of(chain) == names_of(found[0])]
    return next((chain for chain in same_order if chain.votes <= {usual}), found[0])


def names_of(chain: Chain) -> list[str]:
    return [part.name for part in chain.parts]


# --- why none fits


def misfit(parts: Sequence[Part], loose: Sequence[Entry], ends: Ends, is_ordered: bool) -> Refused:
    """The one without which the others fit, else the first that does not fit in the likeliest order."""
    for part in parts if len(parts) > 1 and None not in ends else ():
        if chains([other for other in parts if other is not part], loose, ends, is_ordered):
            return _fits_nowhere(part)
    order, (n_in, n_out) = orders(parts, is_ordered)[0], ends
    size = order[0].shape[0 if usual_way(order[0]) == IN_OUT else 1] if n_in is None else n_in
    for part in order:
        if size not in part.shape:
            return _wrong_inputs(part, size, part is order[0] and size == n_in)
        n_out_here = part.shape[0] if size == part.shape[1] else part.shape[1]
        if part.biases and part.biases[1].size != n_out_here:
            return wrong_biases(*part.biases, (n_out_here,))
        size = n_out_here
    if n_out not in (None, size):
        return Refused(
            N_("The last layer, “{name}” of shape {shape}, has {found} outputs; expected {expected}."),
            name=shortened(order[-1].name),
            shape=order[-1].shape,
            found=size,
            expected=n_out,
        )
    return no_weights_for(loose)


def _fits_nowhere(part: Part) -> Refused:
    return Refused(
        N_("Array “{name}” has shape {shape} and fits nowhere; the others fit without it. Leave it out of the file."),
        name=shortened(part.name),
        shape=part.shape,
    )


def no_weights_for(loose: Sequence[Entry]) -> Refused:
    """Of vectors that belong to no layer: the first."""
    if loose and parsed(loose[0][0]).role != BIAS:
        return not_dense(*loose[0])
    return Refused(
        N_("There are biases, “{name}”, without weights of the same name."),
        name=shortened(loose[0][0] if loose else ""),
    )


def _wrong_inputs(part: Part, n_in: int, is_known: bool) -> Refused:
    if is_known and n_in + 1 in part.shape:
        return Refused(
            N_(
                "Array “{name}” has shape {shape}: {n_in} inputs and one more, as if the biases were a row or a column of the weights. Save them as an array of their own."
            ),
            name=shortened(part.name),
            shape=part.shape,
            n_in=n_in,
        )
    return Refused(
        N_("Array “{name}” has shape {shape}; expected {expected}, since its layer is fed with {n_in} values."),
        name=shortened(part.name),
        shape=part.shape,
        expected=f"({n_in}, n)" if usual_way(part) == IN_OUT else f"(n, {n_in})",
        n_in=n_in,
    )
