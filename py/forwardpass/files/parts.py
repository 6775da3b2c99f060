"""Arrays → parts: each matrix with what belongs to it by name, and the vectors that names do not place."""

from dataclasses import dataclass, field

import numpy as np

from ..errors import Refused, Term
from ..words.catalogs import N_
from .arrays import Arrays, Numbers, checked, shortened
from .names import BETA, BIAS, GAMMA, MEAN, NORM, VARIANCE, WEIGHTS, is_beside, parsed, tokens
from .said import CLASS_KEYS, letters

Entry = tuple[str, Numbers]

LAYER_NORM = Term(N_("a layer normalisation"))
FOREIGN = {  # words in the names of layers that are not dense
    "conv": Term(N_("a convolution")),
    "embedding": Term(N_("an embedding")),
    "embed": Term(N_("an embedding")),
    "lstm": Term(N_("a recurrent layer")),
    "gru": Term(N_("a recurrent layer")),
    "rnn": Term(N_("a recurrent layer")),
    "hh": Term(N_("a recurrent layer")),
    "recurrent": Term(N_("a recurrent layer")),
    "attn": Term(N_("an attention layer")),
    "attention": Term(N_("an attention layer")),
    "norm": LAYER_NORM,
    "ln": LAYER_NORM,
}


@dataclass(frozen=True)
class Norm:
    """A batch normalisation: its vectors by role. layer: the rest of their names."""

    layer: str
    vectors: dict[str, Entry]

    @property
    def size(self) -> int:
        return self.vectors[MEAN][1].size


@dataclass(frozen=True, eq=False)
class Part:
    """The arrays of a layer. layer: the rest of their names; word: the one in the name of the weights that told what they are."""

    name: str
    weights: Numbers
    layer: str
    word: str
    biases: Entry | None = None

    @property
    def shape(self) -> tuple[int, int]:
        rows, columns = self.weights.shape
        return rows, columns


@dataclass
class Found:
    """In the file's order. loose: vectors that no name places."""

    parts: list[Part] = field(default_factory=list)
    norms: list[Norm] = field(default_factory=list)
    loose: list[Entry] = field(default_factory=list)


def parts_of(arrays: Arrays) -> Found:
    """Raises Refused for two arrays in one place, and for what belongs to no dense layer."""
    found, layers = Found(), dict[str, dict[str, Entry]]()
    for name, values in arrays.by_name.items():
        _place(found, layers, name, values)
    for layer, entries in layers.items():
        _close(found, layer, entries)
    return found


def squeezed(values: Numbers) -> Numbers:
    """Without axes of length 1, as long as there are more than two."""
    while values.ndim > 2 and 1 in values.shape:
        values = values.squeeze(values.shape.index(1))
    return values


def _place(found: Found, layers: dict[str, dict[str, Entry]], name: str, stored: Numbers) -> None:
    """An array where its shape, then its name says that it belongs."""
    told, values = parsed(name), squeezed(stored)
    is_matrix = values.ndim == 2 and min(values.shape) > 1
    if not is_matrix and (is_beside(name) or letters(name) in CLASS_KEYS or values.size == 0):
        return
    if values.ndim > 2 or (told.role in (*NORM, BIAS) and is_matrix) or _is_foreign(name, values):
        raise not_dense(name, stored)
    role = told.role or (WEIGHTS if is_matrix or _is_thin_matrix(layers, values) else "")
    if not role:
        found.loose.append(_vector(name, values))
        return
    entries = layers.setdefault(told.layer, {})
    if role in entries:
        raise two_in_one_place(entries[role][0], name)
    entries[role] = name, values


def _is_thin_matrix(layers: dict[str, dict[str, Entry]], values: Numbers) -> bool:
    """Whether an array without a telling name, (n, 1) or (1, n), is weights: not where it fits as the biases of those before it."""
    if values.ndim != 2:
        return False
    before = [entries for entries in layers.values() if WEIGHTS in entries][-1:]
    return not (before and BIAS not in before[0] and values.size in before[0][WEIGHTS][1].shape)


def _is_foreign(name: str, values: Numbers) -> bool:
    """By a word in its name, where it is no batch normalisation: of that the rest of the names tells."""
    return values.ndim == 2 and any(word in FOREIGN for word in tokens(name)) and min(values.shape) > 1


def _close(found: Found, layer: str, entries: dict[str, Entry]) -> None:
    """What has come together under one name: weights and biases, a batch normalisation, or both."""
    name, weights = entries.get(WEIGHTS, ("", np.zeros(0)))
    biases = entries.get(BIAS)
    if MEAN in entries and VARIANCE in entries:
        found.norms.append(_norm(layer, entries, weights.ndim == 2))
        if weights.ndim < 2:
            return
    elif stray := next((entries[role] for role in NORM if role in entries), None):
        raise not_dense(*stray, LAYER_NORM if GAMMA in entries or BETA in entries else None)
    if name and weights.ndim != 2:
        raise not_dense(name, weights, LAYER_NORM if biases else None)
    if name:
        word = parsed(name).word
        found.parts.append(Part(name, checked(name, weights), layer, word, biases and _vector(*biases)))
    elif biases:
        found.loose.append(_vector(*biases))


def _norm(layer: str, entries: dict[str, Entry], has_matrix: bool) -> Norm:
    """PyTorch calls its scale weight and its shift bias."""
    vectors = {role: _vector(*entries[role]) for role in NORM if role in entries}
    if not has_matrix:
        vectors |= {
            role: _vector(*entries[torch]) for role, torch in (("gamma", WEIGHTS), ("beta", BIAS)) if torch in entries
        }
    if len({values.size for _, values in vectors.values()}) > 1:
        raise not_dense(*vectors[MEAN])
    return Norm(layer, vectors)


def _vector(name: str, values: Numbers) -> Entry:
    return name, checked(name, values).ravel()


def two_in_one_place(first: str, second: str) -> Refused:
    return Refused(
        N_(
            "“{first}” and “{second}” would both be in one place of one layer; expected one array there. Leave one of them out of the file."
        ),
        first=shortened(first),
        second=shortened(second),
    )


def not_dense(name: str, values: Numbers, kind: Term | None = None) -> Refused:
    """Why an array is no part of a dense layer."""
    kind = kind or next((FOREIGN[word] for word in tokens(name) if word in FOREIGN), None)
    kind = kind or (FOREIGN["conv"] if values.ndim > 2 else None)
    if kind:
        return Refused(
            N_(
                "Array “{name}” has shape {shape} and belongs to {kind}. Only dense layers are read here, with batch normalisation or without."
            ),
            name=shortened(name),
            shape=values.shape,
            kind=kind,
        )
    if parsed(name).role == WEIGHTS:
        return Refused(
            N_("Array “{name}” has shape {shape}; expected two axes, outputs × inputs or inputs × outputs."),
            name=shortened(name),
            shape=values.shape,
        )
    if parsed(name).role == BIAS:
        return wrong_biases(name, values, "(n,)")
    return Refused(
        N_(
            "Array “{name}” belongs to no dense layer: expected names such as weights_1 and biases_1, 0.weight and 0.bias, or dense/kernel and dense/bias."
        ),
        name=shortened(name),
    )


def wrong_biases(name: str, values: Numbers, expected: object) -> Refused:
    return Refused(
        N_("Array “{name}” has shape {shape}; expected {expected}, one value for each neuron of its layer."),
        name=shortened(name),
        shape=values.shape,
        expected=expected,
    )
