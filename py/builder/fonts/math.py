"""The font of formulas: a small part of Noto Sans Math, with the table by which brackets stretch."""

from pathlib import Path
from string import ascii_letters, digits

from fontTools import subset

from ..shared.paths import NODE_MODULES

FONT = NODE_MODULES / "@fontsource" / "noto-sans-math" / "files" / "noto-sans-math-latin-400-normal.woff2"
UPRIGHT = ascii_letters + digits + " .,+-−×·=≈<>≤≥∑′()[]{}⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠/|^ˆσ…"
MOST_BYTES = 20_000


def write_font(target: Path) -> None:
    """Write the subset as WOFF2."""
    options = subset.Options(
        flavor="woff2", layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14]
    )
    font = subset.load_font(str(FONT), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=UPRIGHT + "".join(map(_italic, ascii_letters)) + "𝜎")
    subsetter.subset(font)
    target.parent.mkdir(parents=True, exist_ok=True)
    subset.save_font(font, str(target), options)
    font.close()
    if target.stat().st_size > MOST_BYTES:
        raise ValueError(
            f"{target.name} has {target.stat().st_size:,} bytes; expected {MOST_BYTES:,} at most: take fewer characters into it"
        )


def _italic(letter: str) -> str:
    """The mathematical italic letter that <mi> shows: Unicode's block from U+1D434, h being older."""
    if letter == "h":
        return "ℎ"
    start = 0x1D434 - ord("A") if letter.isupper() else 0x1D44E - ord("a")
    return chr(start + ord(letter))
