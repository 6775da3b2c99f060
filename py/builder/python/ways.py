"""The ways to start faster. To do without one for good, delete its folders here and in web/python/fast/, and its lines here and in web/python/fast/ways.js."""

from collections.abc import Collection

from .bytecode.archives import BYTECODE
from .halves.write_halves import HALVES
from .parts.python_parts import PARTS
from .snapshot.snapshot import SNAPSHOT
from .way import Way

WAYS = (BYTECODE, PARTS, SNAPSHOT, HALVES)  # each works on what those before it have made


def ways_without(names: Collection[str] = ()) -> tuple[Way, ...]:
    """All but those of some names. Bytecode is what the others are made of."""
    return tuple(way for way in WAYS if way.name not in names)
