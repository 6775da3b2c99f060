"""Folders named by what they hold."""

import re
from pathlib import Path

import pytest

from builder.publish.hashed_folders import NAME, part_address, part_folder, parts, write_part
from builder.publish.hosting import write_hosting


def write(dist: Path, files: dict[str, str]) -> str:
    """The address of a part with these files."""

    def fill(target: Path) -> None:
        for name, text in files.items():
            (target / name).parent.mkdir(exist_ok=True)
            (target / name).write_text(text)

    write_part(dist, "python", fill)
    return part_address(dist, "python")


def test_the_same_files_have_the_same_address(tmp_path: Path) -> None:
    first = write(tmp_path / "one", {"a": "1", "deep/b": "2"})
    again = write(tmp_path / "two", {"deep/b": "2", "a": "1"})
    assert re.fullmatch(rf"python/{NAME}/", first)
    assert first == again
    assert (part_folder(tmp_path / "one", "python") / "deep" / "b").read_text() == "2"


@pytest.mark.parametrize("files", [{"a": "2"}, {"b": "1"}, {"a": "1", "b": ""}, {}])
def test_any_change_is_another_address(tmp_path: Path, files: dict[str, str]) -> None:
    assert write(tmp_path / "one", {"a": "1"}) != write(tmp_path / "two", files)


def test_hosts_are_told_what_may_be_kept_for_good(tmp_path: Path) -> None:
    for part in ("python", "images"):
        write_part(tmp_path, part, lambda target: (target / "a").touch())
    (tmp_path / "pages" / "deep").mkdir(parents=True)
    write_hosting(tmp_path)
    rules = (tmp_path / "_headers").read_text()
    assert parts(tmp_path) == ["images", "python"]
    for part in parts(tmp_path):
        assert rules.count(f"/{part}/*\n  Cache-Control: public, max-age=31536000, immutable\n") == 1
    assert rules.count("Cache-Control") == 2
    assert "/*\n  Access-Control-Allow-Origin: *\n" in rules
