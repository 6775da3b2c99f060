"""A WebAssembly module → two halves: the hot one with the functions in use and all data, the cold one with those that are hardly ever called.

Both number types, functions, tables, globals and tags as the whole does, so that no instruction changes. A function of the other half is a stub that calls through
a table the two share. In slot 0 is the loader, put there by web/python/fast/halves/, which brings in the cold half; behind it are the functions of both.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from . import wasm as w

MODULE = "split"  # the cold half imports what they share from it; the hot half exports it under names that begin so
LOCAL_GET, I32_CONST, CALL, CALL_INDIRECT, TABLE_GET, IS_NULL, IF = (
    bytes([code]) for code in (0x20, 0x41, 0x10, 0x11, 0x25, 0xD1, 0x04)
)
NO_LOCALS, NO_RESULT = b"\0", b"\x40"
LOADER = b"\x60\0\0"  # the type () → ()
ENSURE = b"\x60\1\x7f\1\x7f"  # the type (i32) → i32
IN_A_TABLE, OF_FUNCTIONS = b"\2", b"\0"  # of elements
VARIABLE = 1  # of a global


class Whole:
    """A module, read as far as it takes to split it. Functions are counted without those that are imported."""

    def __init__(self, file: bytes) -> None:
        self.sections = w.read_sections(file)
        content = defaultdict(lambda: w.NONE, self.sections)
        self.types = w.items(content[w.TYPE], w.skip_type)
        self.imports = w.items(content[w.IMPORT], w.skip_import)
        self.functions = w.numbers(content[w.FUNCTION])  # their types
        self.bodies = w.bodies(content[w.CODE])
        self.defined = {
            w.A_TABLE: w.items(content[w.TABLE], w.skip_table),
            w.A_MEMORY: w.items(content[w.MEMORY], w.skip_limits),
            w.A_GLOBAL: w.items(content[w.GLOBAL], w.skip_global),
            w.A_TAG: w.items(content[w.TAG], w.skip_tag),
        }
        self.imported = Counter(
            map(w.import_kind, self.imports)
        )  # how many of a kind come before those that are defined


@dataclass(frozen=True)
class Shared:
    """What the hot half defines and the cold one imports; what: as an import describes it."""

    name: str
    kind: int
    number: int
    what: bytes

    @property
    def exported(self) -> bytes:
        return w.block(self.name.encode()) + bytes([self.kind]) + w.number(self.number)

    @property
    def imported(self) -> bytes:
        return w.block(MODULE.encode()) + w.block(self.name.encode()) + bytes([self.kind]) + self.what


class Split:
    """A whole in two halves; hot: the functions that are in use."""

    def __init__(self, whole: Whole, hot: Collection[int]) -> None:
        every = range(len(whole.bodies))
        self.whole = whole
        self.hot = [function for function in every if function in hot]
        self.cold = [function for function in every if function not in hot]
        self.slots = {function: slot for slot, function in enumerate([*self.cold, *self.hot], 1)}
        self.types = [*whole.types, *(kind for kind in (LOADER, ENSURE) if kind not in whole.types)]
        self.table = w.number(whole.imported[w.A_TABLE] + len(whole.defined[w.A_TABLE]))
        self.ensure = w.number(whole.imported[w.A_FUNCTION] + len(whole.bodies))
        globals_ = enumerate(whole.defined[w.A_GLOBAL], 1)
        self.variables = max((count for count, item in globals_ if item[1] == VARIABLE), default=0)

    def hot_half(self) -> bytes:
        """The whole without the cold functions, and with one function, one table, elements of that and some exports more."""
        bodies = list(self.whole.bodies)
        for function in self.cold:
            bodies[function] = self.stub(function, CALL + self.ensure)
        more = {
            w.TYPE: self.types[len(self.whole.types) :],
            w.FUNCTION: [w.number(self.types.index(ENSURE))],
            w.TABLE: [self.table_type()],
            w.EXPORT: [shared.exported for shared in self.shared()],
            w.ELEMENT: [self.elements(self.hot)],
        }
        code = w.vector(map(w.block, [*bodies, self.ensuring()]))
        return w.assembled(
            (kind, code if kind == w.CODE else w.with_more(section, more[kind]) if kind in more else section)
            for kind, section in self.whole.sections
        )

    def cold_half(self) -> bytes:
        """The cold functions, and stubs for the others; everything else is that of the hot half."""
        bodies = list(self.whole.bodies)
        for function in self.hot:
            bodies[function] = self.stub(function)
        imports = [*self.whole.imports, *(shared.imported for shared in self.shared())]
        sections = {
            w.TYPE: w.vector(self.types),
            w.IMPORT: w.vector(imports),
            w.FUNCTION: w.vector(map(w.number, self.whole.functions)),
            w.GLOBAL: w.vector(self.whole.defined[w.A_GLOBAL][self.variables :]),
            w.ELEMENT: w.vector([self.elements(self.cold)]),
            w.CODE: w.vector(map(w.block, bodies)),
        }
        return w.assembled(sections.items())

    def shared(self) -> Iterator[Shared]:
        """Memory, tables, tags, and the globals until the last that can change: what comes behind is constant."""
        for kind, items in self.whole.defined.items():
            for i, item in enumerate(items[: self.variables] if kind == w.A_GLOBAL else items):
                number = self.whole.imported[kind] + i
                yield Shared(f"{MODULE}:{kind}:{i}", kind, number, item[:2] if kind == w.A_GLOBAL else item)
        yield Shared(f"{MODULE}:functions", w.A_TABLE, w.Reader(self.table).number(), self.table_type())

    def table_type(self) -> bytes:
        """Of the one through which the halves call each other."""
        size = w.number(1 + len(self.slots))
        return bytes([w.FUNCREF, 1]) + size + size

    def stub(self, function: int, ensure: bytes = b"") -> bytes:
        """Hands its arguments on to the true function; ensure: makes sure that this is in its slot."""
        kind = self.whole.functions[function]
        arguments = b"".join(LOCAL_GET + w.number(i) for i in range(w.parameters(self.whole.types[kind])))
        slot = I32_CONST + w.signed(self.slots[function])
        return NO_LOCALS + arguments + slot + ensure + CALL_INDIRECT + w.number(kind) + self.table + w.END

    def ensuring(self) -> bytes:
        """slot → the same slot, after a call of the loader where there is nothing in it."""
        slot = LOCAL_GET + b"\0"
        load = I32_CONST + b"\0" + CALL_INDIRECT + w.number(self.types.index(LOADER)) + self.table
        return NO_LOCALS + slot + TABLE_GET + self.table + IS_NULL + IF + NO_RESULT + load + w.END + slot + w.END

    def elements(self, functions: Sequence[int]) -> bytes:
        """Puts functions whose slots follow each other into them."""
        first = self.slots[functions[0]] if functions else 0
        numbers = w.vector(w.number(self.whole.imported[w.A_FUNCTION] + function) for function in functions)
        return IN_A_TABLE + self.table + I32_CONST + w.signed(first) + w.END + OF_FUNCTIONS + numbers
