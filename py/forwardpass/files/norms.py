"""Batch normalisation → the weights and biases of a dense layer: both are linear, so one layer can do what both do (Ioffe and Szegedy 2015).

Before an activation it is folded into its own layer, behind one into the next: W·(s·a + t) + b.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..errors import Refused
from ..network.activations import Array
from ..network.layers import Layer
from ..words.catalogs import N_
from .arrays import Arrays, shortened
from .names import BETA, GAMMA, MEAN, NORM, VARIANCE
from .parts import Entry, Found, Norm, Part, not_dense

TORCH, KERAS = 1e-5, 1e-3  # what they add to the variance, unless told otherwise
AT_THE_INPUT = -1


@dataclass(frozen=True)
class Placed:
    """norm: of which layer, AT_THE_INPUT before the first; is_behind: it follows the activation."""

    norm: Norm
    layer: int
    is_behind: bool


def named_by_order(arrays: Arrays, found: Found) -> Found:
    """The vectors of unnamed arrays by their order: behind each matrix its biases, if it has some, and the four of a batch normalisation."""
    if not any(part.word == "arr" for part in found.parts):
        return found
    parts, norms = list[Part](), list[Norm]()
    for part, vectors in _followed(arrays, found):
        if len(vectors) not in (0, 1, 4, 5):
            return found
        biases = vectors[0] if len(vectors) in (1, 5) else None
        parts.append(replace(part, biases=biases))
        if len(vectors) > 1:
            norms.append(Norm(part.layer, dict(zip(NORM, vectors[-4:], strict=True))))
    return Found(parts, norms) if norms else found


def _followed(arrays: Arrays, found: Found) -> list[tuple[Part, list[Entry]]]:
    """Each matrix with the vectors between it and the next."""
    by_name, loose = {part.name: part for part in found.parts}, dict(found.loose)
    groups: list[tuple[Part, list[Entry]]] = []
    for name in arrays.by_name:
        if name in by_name:
            groups.append((by_name[name], []))
        elif name in loose and groups:
            groups[-1][1].append((name, loose[name]))
    return groups


def placed(norms: Sequence[Norm], parts: Sequence[Part], sizes: Sequence[int]) -> list[Placed]:
    """Which layer each belongs to: by the numbers in names where modules are numbered, else by size, in order. sizes: of the network. Raises Refused."""
    taken: list[Placed] = []
    for norm in norms:
        place = _by_number(norm, parts, sizes)
        if place is None:
            place = _by_size(norm, parts, sizes, taken)
        taken.append(place)
    return taken


def _by_number(norm: Norm, parts: Sequence[Part], sizes: Sequence[int]) -> Placed | None:
    """As in torch.nn.Sequential: 0 is the layer, 1 its normalisation; with a number between, that is its activation."""
    numbers = [part.layer for part in parts]
    if norm.layer in numbers:
        layer = numbers.index(norm.layer)
        return Placed(norm, layer, False) if norm.size == sizes[layer + 1] else None
    stem, number = _numbered(norm.layer)
    steps = [
        (number - n, layer) for layer, (s, n) in enumerate(map(_numbered, numbers)) if s == stem and 0 <= n < number
    ]
    if number < 0 or not steps:
        return Placed(norm, AT_THE_INPUT, False) if number == 0 and norm.size == sizes[0] else None
    distance, layer = min(steps)
    return Placed(norm, layer, distance > 1) if norm.size == sizes[layer + 1] else None


def _numbered(layer: str) -> tuple[str, int]:
    stem, _, number = layer.rpartition(".")
    return (stem, int(number)) if number.isdecimal() else (layer, -1)


def _by_size(norm: Norm, parts: Sequence[Part], sizes: Sequence[int], taken: Sequence[Placed]) -> Placed:
    """The first layer that gives as many values and has none yet; else before the first layer."""
    used = {place.layer for place in taken}
    fitting = [layer for layer in range(len(parts)) if sizes[layer + 1] == norm.size and layer not in used]
    if fitting:
        return Placed(norm, fitting[0], False)
    if norm.size == sizes[0] and AT_THE_INPUT not in used:
        return Placed(norm, AT_THE_INPUT, False)
    raise not_dense(*norm.vectors[MEAN])


def folded(layers: Sequence[Layer], places: Sequence[Placed], arrays: Arrays) -> list[Layer]:
    """The layers that do what they and the normalisations do. Raises Refused where one cannot be folded."""
    result = list(layers)
    for place in places:
        scale, shift = _scale_and_shift(place.norm, _epsilon(place.norm, arrays))
        if place.layer == AT_THE_INPUT or place.is_behind:
            if place.layer + 1 == len(result):
                raise not_dense(*place.norm.vectors[MEAN])
            result[place.layer + 1] = fed_with(result[place.layer + 1], scale, shift)
        else:
            layer = result[place.layer]
            result[place.layer] = Layer(layer.weights * scale[:, None], layer.biases * scale + shift, layer.activation)
    return result


def fed_with(layer: Layer, scale: Array, shift: Array) -> Layer:
    """The layer that takes a where the given one takes scale·a + shift."""
    return Layer(layer.weights * scale, layer.biases + layer.weights @ shift, layer.activation)


def _scale_and_shift(norm: Norm, epsilon: float) -> tuple[Array, Array]:
    """(n,) each: normalised, a becomes scale·a + shift."""
    vectors = {role: values for role, (_, values) in norm.vectors.items()}
    if (vectors[VARIANCE] < 0).any():
        raise Refused(
            N_("Array “{name}” holds a variance below 0; expected none."),
            name=shortened(norm.vectors[VARIANCE][0]),
        )
    scale = vectors.get(GAMMA, np.ones(norm.size)) / np.sqrt(vectors[VARIANCE] + epsilon)
    return scale, vectors.get(BETA, np.zeros(norm.size)) - scale * vectors[MEAN]


def _epsilon(norm: Norm, arrays: Arrays) -> float:
    """What the file says, else what the library that names them so adds."""
    told = next((value for name, value in arrays.words.items() if name.endswith(("eps", "epsilon"))), None)
    if isinstance(told, int | float) and 0 < told < 1:
        return float(told)
    name = norm.vectors[MEAN][0]
    counted = any(isinstance(value, int) for name, value in arrays.words.items() if name.startswith("arr_"))
    return KERAS if "moving" in name or (name.startswith("arr_") and not counted) else TORCH
