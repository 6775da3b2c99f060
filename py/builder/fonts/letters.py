"""Fonts for pictures with Chinese, Korean or Japanese words: the letters of a text, out of the slices in which npm brings Noto Sans."""

import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from ..shared.paths import NODE_MODULES, WORK

WEIGHTS = (400, 600)
FOLDER = WORK / "letters"  # cutting takes seconds, and words change seldom
SETTING = [
    "GDEF",
    "GPOS",
    "GSUB",
    "STAT",
    "VVAR",
    "vhea",
    "vmtx",
]  # tables for setting type, which single words do without


@dataclass(frozen=True)
class Letters:
    """A family of fonts and its files."""

    family: str
    files: list[Path]


@dataclass(frozen=True)
class Source:
    """A variable font of npm, in slices. package: its name below @fontsource-variable/"""

    family: str
    package: str

    @property
    def folder(self) -> Path:
        return NODE_MODULES / "@fontsource-variable" / self.package

    def slices(self, text: str) -> Iterator[Path]:
        """The files with letters of the text."""
        ranges: dict[str, str] = json.loads((self.folder / "unicode.json").read_text(encoding="utf-8"))
        for name, covered in ranges.items():
            if any(_covers(covered, ord(letter)) for letter in set(text)):
                yield self.folder / "files" / f"{self.package}-{name.strip('[]')}-wght-normal.woff2"


SOURCES = {
    "zh": Source("Noto Sans SC", "noto-sans-sc"),
    "ko": Source("Noto Sans KR", "noto-sans-kr"),
    "ja": Source("Noto Sans JP", "noto-sans-jp"),
}


def letters(lang: str, text: str) -> Letters:
    """Regular and semibold, with what the font of a language of SOURCES has of the letters of a text."""
    source, key = SOURCES[lang], _key(SOURCES[lang], text)
    files = [FOLDER / f"{source.package}-{weight}-{key}.ttf" for weight in WEIGHTS]
    if not all(file.is_file() for file in files):
        FOLDER.mkdir(parents=True, exist_ok=True)
        cut = [_cut(file, text) for file in source.slices(text)]
        for weight, file in zip(WEIGHTS, files, strict=True):
            _merged((_instance(font, weight) for font in cut), source.family).save(file)
    return Letters(source.family, files)


def _key(source: Source, text: str) -> str:
    """Changes with the letters and with the release of the font."""
    release = (source.folder / "package.json").read_bytes()
    return hashlib.sha256("".join(sorted(set(text))).encode() + release).hexdigest()[:16]


def _covers(ranges: str, code: int) -> bool:
    """Of a list as style sheets write it: U+20,U+4e00-4e08"""
    ends = (part.removeprefix("U+").split("-") for part in ranges.split(","))
    return any(int(end[0], 16) <= code <= int(end[-1], 16) for end in ends)


def _cut(file: Path, text: str) -> bytes:
    """A slice with the letters alone, still in all weights."""
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += SETTING
    font = subset.load_font(io.BytesIO(file.read_bytes()), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    return _saved(font)


def _instance(font: bytes, weight: int) -> io.BytesIO:
    """In one weight."""
    return io.BytesIO(_saved(instantiateVariableFont(TTFont(io.BytesIO(font)), {"wght": weight})))


def _saved(font: TTFont) -> bytes:
    font.flavor = None
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def _merged(parts: Iterable[io.BytesIO], family: str) -> TTFont:
    """One font of all slices, under the family's own name."""
    font = Merger().merge(list(parts))
    font["name"].setName(family, 1, 3, 1, 0x409)
    return font
