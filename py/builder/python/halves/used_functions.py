"""Which functions of Pyodide's WebAssembly the demos use: noted in used_functions.json by `build.py profile`, for one WebAssembly, known by its hash."""

import base64
import hashlib
import json
import zlib
from collections.abc import Collection
from pathlib import Path

FILE = Path(__file__).with_suffix(".json")


def used_functions(wasm: bytes, file: Path = FILE) -> frozenset[int] | None:
    """Counted without imported ones; None where the note is of another WebAssembly."""
    note = json.loads(file.read_text())
    if note["sha256"] != hashlib.sha256(wasm).hexdigest():
        return None
    bits = zlib.decompress(base64.b64decode(note["functions"]))
    return frozenset(at for at in range(8 * len(bits)) if bits[at >> 3] >> (at & 7) & 1)


def note_used(wasm: bytes, used: Collection[int], file: Path = FILE) -> None:
    """A bit for each function, packed. Added to what was noted for the same WebAssembly, since when Python collects garbage, for one, is a matter of chance."""
    used = frozenset(used) | ((used_functions(wasm, file) if file.exists() else None) or frozenset())
    bits = bytearray(1 + max(used) // 8)
    for function in used:
        bits[function >> 3] |= 1 << (function & 7)
    packed = base64.b64encode(zlib.compress(bytes(bits), 9)).decode()
    note = {"sha256": hashlib.sha256(wasm).hexdigest(), "used": len(used), "functions": packed}
    file.write_text(json.dumps(note, indent=2) + "\n")
