"""WebAssembly as a file: its sections, and of those what it takes to spread its functions over two modules. Nobody reads instructions here.

Numbers in brackets are paragraphs of https://www.w3.org/TR/wasm-core-2/, chapter 5.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

MAGIC = b"\0asm\1\0\0\0"
# sections, by their numbers
CUSTOM, TYPE, IMPORT, FUNCTION, TABLE, MEMORY, GLOBAL, EXPORT, START, ELEMENT, CODE, DATA, DATA_COUNT, TAG = range(14)
# kinds of imports and exports
A_FUNCTION, A_TABLE, A_MEMORY, A_GLOBAL, A_TAG = range(5)
I32, FUNCREF, FUNC = 0x7F, 0x70, 0x60
END = b"\x0b"
NONE = b"\0"  # a section without items


class Reader:
    """Reads on from where it is."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]

    def byte(self) -> int:
        return self.take(1)[0]

    def number(self) -> int:
        """LEB128 [2.2]; of a signed number, whose value nobody asks for, the end is found as well."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def block(self) -> bytes:
        """Bytes behind their number."""
        return self.take(self.number())


def number(value: int) -> bytes:
    """LEB128, unsigned."""
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + number(rest) if rest else bytes([low])


def signed(value: int) -> bytes:
    """LEB128, signed, of a number that is not negative."""
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + signed(rest) if rest or low & 0x40 else bytes([low])


def block(content: bytes) -> bytes:
    return number(len(content)) + content


def vector(items: Iterable[bytes]) -> bytes:
    listed = list(items)
    return number(len(listed)) + b"".join(listed)


def read_sections(wasm: bytes) -> list[tuple[int, bytes]]:
    """Number and content of each, in their order. Raises ValueError where the bytes are no module."""
    if not wasm.startswith(MAGIC):
        raise ValueError(f"not a WebAssembly module: it begins with {wasm[:8]!r}")
    reader, found = Reader(wasm), []
    reader.take(len(MAGIC))
    while reader.at < len(wasm):
        found.append((reader.byte(), reader.block()))
    return found


def assembled(sections: Iterable[tuple[int, bytes]]) -> bytes:
    """The file."""
    return MAGIC + b"".join(bytes([kind]) + block(content) for kind, content in sections)


def items(content: bytes, skip: Callable[[Reader], object]) -> list[bytes]:
    """The items of a section, as they stand; skip: reads one of them."""
    return list(_items(content, skip))


def _items(content: bytes, skip: Callable[[Reader], object]) -> Iterator[bytes]:
    reader = Reader(content)
    for _ in range(reader.number()):
        start = reader.at
        skip(reader)
        yield content[start : reader.at]


def skip_type(reader: Reader) -> None:
    """Of a function [3.6]: parameters and results."""
    if reader.byte() != FUNC:
        raise ValueError("a type that is not that of a function")
    reader.block()
    reader.block()


def skip_limits(reader: Reader) -> None:
    for _ in range(1 + (reader.byte() & 1)):
        reader.number()


def skip_table(reader: Reader) -> None:
    reader.byte()
    skip_limits(reader)


def skip_tag(reader: Reader) -> None:
    reader.byte()
    reader.number()


def skip_global(reader: Reader) -> None:
    """Type and first value, which is one number: a constant, another global or a kind of null."""
    reader.take(3)
    reader.number()
    if reader.take(1) != END:
        raise ValueError("a global whose first value is not a plain constant")


def skip_import(reader: Reader) -> None:
    reader.block()
    reader.block()
    skip_what = (Reader.number, skip_table, skip_limits, lambda reader: reader.take(2), skip_tag)
    skip_what[reader.byte()](reader)


def import_kind(item: bytes) -> int:
    """A_FUNCTION … A_TAG."""
    reader = Reader(item)
    reader.block()
    reader.block()
    return reader.byte()


def parameters(function_type: bytes) -> int:
    """How many a type has."""
    return Reader(function_type[1:]).number()


def numbers(content: bytes) -> list[int]:
    """A section of numbers."""
    return [Reader(item).number() for item in items(content, Reader.number)]


def bodies(content: bytes) -> list[bytes]:
    """The functions of a code section: locals and instructions."""
    return [Reader(item).block() for item in items(content, Reader.block)]


def instructions_at(body: bytes) -> int:
    """Where they begin, behind the locals."""
    reader = Reader(body)
    for _ in range(reader.number()):
        reader.number()
        reader.byte()
    return reader.at


def with_more(section: bytes, added: Sequence[bytes]) -> bytes:
    """A section with items more at its end."""
    reader = Reader(section)
    return number(reader.number() + len(added)) + section[reader.at :] + b"".join(added)
