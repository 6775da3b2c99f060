"""The blocks of web/integrations/*.md, so that the tests run what authors are told to write."""

import re
from pathlib import Path

from builder.shared.paths import WEB

FOLDER = WEB / "integrations"
ADDRESS = "https://example.org/forward-pass"  # stands for ours in the text
BLOCK = re.compile(r"^(`{3,})(\w+)\n(.*?)\n\1$", re.MULTILINE | re.DOTALL)


def block(heading: str, language: str, site: str, number: int = 0, readme: Path = FOLDER / "README.md") -> str:
    """A code block in that language below a heading, with our address put in."""
    found = [text for _, kind, text in BLOCK.findall(section(heading, readme)) if kind == language]
    return str(found[number]).replace(ADDRESS, site)


def section(heading: str, readme: Path = FOLDER / "README.md") -> str:
    """The text from a heading, known by how it begins, to the next one of its rank or above."""
    parts = re.split(r"^(?=#{1,2} )", readme.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return next(part for part in parts if part.lstrip("# ").startswith(heading))


def table(heading: str) -> dict[str, list[str]]:
    """The table below a heading: first cell, without backquotes → the other cells."""
    rows = [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in section(heading).splitlines()
        if line.startswith("| ")
    ]
    return {cells[0].strip("`"): cells[1:] for cells in rows[1:]}
