"""What all tests share: compiled catalogs, and a gallery of drawings to compare with."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.catalogs import compile_catalogs

GALLERY = Path(__file__).parent / "gallery"


def pytest_sessionstart() -> None:
    compile_catalogs()


@pytest.fixture
def gallery() -> Callable[[str, str], bool]:
    """gallery(name, text): whether text is what the gallery holds; UPDATE_GALLERY=1 writes it instead. The pictures are there to be looked at."""

    def same(name: str, text: str) -> bool:
        path = GALLERY / name
        if os.environ.get("UPDATE_GALLERY"):
            GALLERY.mkdir(exist_ok=True)
            path.write_text(text + "\n", encoding="utf-8")
        return path.read_text(encoding="utf-8") == text + "\n"

    return same
