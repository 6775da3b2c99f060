"""A problem as a short text for the address, and back: its seed, its architecture and what was set by hand; with a version and a checksum.

Bytes: version, columns, then sizes and activations, the seed, then for each edit how many places it lies beyond the one before, and its number
in hundredths; where parameters were learned, numbers have more decimals, and how many comes last. Whole numbers in seven bits a byte, signed ones
folded; CRC-32 at the end; all of it in base64 for addresses.
"""

import base64
import binascii
from collections.abc import Iterable, Iterator
from decimal import Decimal
from gettext import NullTranslations

from ...errors import ReaderError
from ...words.activations import ELEMENTWISE, by_number
from .architecture import Architecture
from .editing import with_edits
from .places import LEARNED_DECIMALS, fits, learned_limits, limits, places
from .problems import RECIPE, Problem, make_problem

VERSION = RECIPE
CHECKSUM = 4  # bytes
BITS = 6  # of a character in base64
LONGEST = 4000  # characters: more than any problem takes
LARGEST = 2**40
DECIMALS = 2  # of a number in a code


class CodeError(ReaderError):
    """A message for the reader: the link is damaged."""

    code = "wrong_problem"


def encode(problem: Problem) -> str:
    """The code of a problem: letters, digits, - and _."""
    content = _bytes([*_network(problem.architecture), problem.seed, *_edits(problem)])
    return _text(content + _checksum(content))


def beginning(architecture: Architecture) -> str:
    """With what the codes of all problems of a network begin; those of networks with other sizes begin otherwise."""
    content = _bytes(_network(architecture))
    return _text(content)[: len(content) * 8 // BITS]


def _network(architecture: Architecture) -> list[int]:
    activations = [ELEMENTWISE[activation].number for activation in architecture.activations]
    return [VERSION, len(architecture.sizes), *architecture.sizes, *activations]


def _bytes(numbers: Iterable[int]) -> bytes:
    return bytes(byte for number in numbers for byte in _packed(number))


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def decode(code: str, t: NullTranslations) -> Problem:
    """The problem of a code. Raises CodeError for anything else."""
    try:
        return _decoded(code)
    except (ValueError, IndexError, StopIteration):
        message = t.gettext(
            "This link is damaged: “{value}” is not the code of a problem. Here is the first problem instead."
        )
        raise CodeError(message.format(value=code[:40])) from None


def _decoded(code: str) -> Problem:
    if len(code) > LONGEST or not code.isascii():
        raise ValueError(f"{len(code)} characters; expected {LONGEST} at most, of base64")
    raw = base64.b64decode(code + "=" * (-len(code) % 4), altchars=b"-_", validate=True)
    content, checksum = raw[:-CHECKSUM], raw[-CHECKSUM:]
    if checksum != _checksum(content):
        raise ValueError("the checksum does not fit")
    numbers = list(_unpacked(content))
    version, columns, *rest = numbers
    if version != VERSION:
        raise ValueError(f"version {version}; expected {VERSION}")
    sizes, rest = tuple(rest[:columns]), rest[columns:]
    activations, rest = tuple(map(by_number, rest[: columns - 1])), rest[columns - 1 :]
    problem = make_problem(rest[0], Architecture(sizes, activations))
    problem = with_edits(problem, dict(_read_edits(problem.architecture, rest[1:])))
    if encode(problem) != code:
        raise ValueError("not the code that this problem has")
    return problem


def _edits(problem: Problem) -> Iterator[int]:
    decimals = DECIMALS if all(fits(value, place) for place, value in problem.edits.items()) else LEARNED_DECIMALS
    before = -1
    for index, place in enumerate(places(problem.architecture)):
        if place in problem.edits:
            yield index - before - 1
            yield _folded(round(problem.edits[place] * 10**decimals))
            before = index
    if decimals != DECIMALS:
        yield decimals


def _read_edits(architecture: Architecture, numbers: list[int]) -> Iterator[tuple[str, float]]:
    names, index = list(places(architecture)), -1
    is_learned = len(numbers) % 2 == 1
    scale, limits_of = (numbers.pop(), learned_limits) if is_learned else (DECIMALS, limits)
    for gap, folded in zip(numbers[::2], numbers[1::2], strict=True):
        index += gap + 1
        value, (most, decimals) = Decimal(_unfolded(folded)).scaleb(-scale), limits_of(names[index])
        if abs(value) > most or value != round(value, decimals):
            raise ValueError(f"{value} does not fit at {names[index]}")
        yield names[index], float(value)


def _packed(number: int) -> Iterator[int]:
    while number > 0x7F:
        yield number & 0x7F | 0x80
        number >>= 7
    yield number


def _unpacked(content: Iterable[int]) -> Iterator[int]:
    number, shift = 0, 0
    for byte in content:
        number |= (byte & 0x7F) << shift
        shift += 7
        if number > LARGEST:
            raise ValueError(f"{number} is more than any number of a problem")
        if byte < 0x80:
            yield number
            number, shift = 0, 0
    if shift:
        raise ValueError("the last number is cut off")


def _folded(number: int) -> int:
    """0, -1, 1, -2 … as 0, 1, 2, 3 …"""
    return 2 * number if number >= 0 else -2 * number - 1


def _unfolded(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2


def _checksum(content: bytes) -> bytes:
    return binascii.crc32(content).to_bytes(CHECKSUM, "big")
