"""A site takes the place of the former one only as a whole."""

import re
from pathlib import Path

import pytest
from rich.console import Console

from builder import site
from builder.shared import progress
from builder.shared.console import Failure
from builder.site import MARKS, fresh, sizes, step


def make_site(folder: Path, word: str) -> None:
    for mark in MARKS:
        (folder / mark).mkdir(parents=True)
    (folder / "index.html").write_text(word)


def fail_in_the_middle(dist: Path) -> None:
    with fresh(dist) as folder:
        (folder / "index.html").write_text("half")
        raise Failure("something is missing")


def test_a_new_site_replaces_the_former_one(tmp_path: Path) -> None:
    make_site(tmp_path / "dist", "old")
    with fresh(tmp_path / "dist") as folder:
        make_site(folder, "new")
        assert (tmp_path / "dist" / "index.html").read_text() == "old"
    assert (tmp_path / "dist" / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_a_failed_build_leaves_the_former_site_and_no_rubbish(tmp_path: Path) -> None:
    make_site(tmp_path / "dist", "old")
    with pytest.raises(Failure, match="something is missing"):
        fail_in_the_middle(tmp_path / "dist")
    assert (tmp_path / "dist" / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_a_site_can_be_built_where_nothing_is(tmp_path: Path) -> None:
    with fresh(tmp_path / "deep" / "dist") as folder:
        make_site(folder, "new")
    assert (tmp_path / "deep" / "dist" / "index.html").read_text() == "new"


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    with pytest.raises(Failure, match="not a site of ours"), fresh(tmp_path):
        pass
    assert (tmp_path / "precious.txt").read_text() == "mine"


def test_sizes_count_what_readers_fetch(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a.js").write_bytes(b"x" * 1000)
    (tmp_path / "assets" / "a.js.map").write_bytes(b"x" * 5000)
    (tmp_path / "embed.js.map").write_bytes(b"x" * 5000)
    [(name, files, raw, packed)] = sizes(tmp_path)
    assert (name, files, raw) == ("assets", 1, 1000)
    assert 0 < packed < 100


def test_a_site_is_current_until_something_that_it_was_built_from_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PY", "WEB", "DIST"):
        make_site(tmp_path / name, "as it was")
        monkeypatch.setattr(site, name, tmp_path / name)
    monkeypatch.setattr(site, "STAMP", tmp_path / "stamp")
    assert not site.is_current(), "nobody has built it"
    site.STAMP.write_text(site.fingerprint())
    (tmp_path / "PY" / "module.pyc").write_text("made by Python")
    assert site.is_current()
    (tmp_path / "WEB" / "index.html").write_text("as it is")
    assert not site.is_current()


def test_a_step_says_its_name_and_time_when_it_is_done(capfd: pytest.CaptureFixture[str]) -> None:
    step("Pages", lambda: print("one page"))
    assert re.fullmatch(r"one page\n  Pages +\d+\.\d s\n", capfd.readouterr().out)


def test_a_step_shows_a_bar_on_a_terminal(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "console", Console(force_terminal=True))
    step("Pages", lambda: None)
    assert re.search(r"Pages .*━.*0:00:00", capfd.readouterr().out)


@pytest.mark.parametrize(
    ("place", "is_usual", "noted"), [("dist", True, "now"), ("dist", False, ""), ("other", True, "before")]
)
def test_only_a_usual_site_in_dist_is_what_the_tests_are_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, is_usual: bool, noted: str
) -> None:
    monkeypatch.setattr(site, "DIST", tmp_path / "dist")
    monkeypatch.setattr(site, "STAMP", tmp_path / "stamp")
    site.STAMP.write_text("before")
    site.stamp(tmp_path / place, "now", is_usual)
    assert site.STAMP.read_text() == noted
