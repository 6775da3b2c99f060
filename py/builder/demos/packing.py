"""Texts that differ in values only, such as the lessons of all images: what they share once, and for each what stands between. Nothing is said of what they mean."""

import re
from collections.abc import Sequence
from itertools import chain, groupby

DELIMITERS = re.compile(r'(["<>])')  # of JSON and of markup


def packed(texts: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """The pieces that all texts share, and the fillings of each: piece, filling, piece, … piece. Texts that are built differently share nothing."""
    rows = [DELIMITERS.split(text) for text in texts]
    if len({len(row) for row in rows}) > 1:
        return ["", ""], [[text] for text in texts]
    is_shared = [True, *(len(set(column)) == 1 for column in zip(*rows, strict=True)), True]
    runs = [(shared, [place for place, _ in run]) for shared, run in groupby(enumerate(is_shared), lambda at: at[1])]

    def parts(row: list[str], shared: bool) -> list[str]:
        framed = ["", *row, ""]
        return ["".join(framed[place] for place in places) for kind, places in runs if kind == shared]

    return parts(rows[0], True), [parts(row, False) for row in rows]


def unpacked(pieces: Sequence[str], fillings: Sequence[str]) -> str:
    """The text."""
    return "".join(chain.from_iterable(zip(pieces, fillings, strict=False))) + pieces[-1]
