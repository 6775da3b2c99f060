"""The zip of the project in the site."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from builder.pages.archive import FOLDER, write_archive
from builder.shared.paths import ROOT


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("archive") / "project.zip"
    write_archive(target)
    return target


@pytest.mark.skipif(not ((ROOT / ".git").exists() and shutil.which("git")), reason="compares with git's own list")
def test_it_holds_all_that_the_repository_holds_and_nothing_that_it_ignores(archive: Path) -> None:
    held = {name.removeprefix(f"{FOLDER}/") for name in zipfile.ZipFile(archive).namelist()}
    assert {name for name in listed() if (ROOT / name).is_file()} <= held
    assert held <= listed() | listed("--others", "--exclude-standard")


def listed(*options: str) -> set[str]:
    names = subprocess.check_output(["git", "ls-files", "-z", *options], cwd=ROOT).decode()
    return set(names.split("\0")) - {""}


def test_the_same_files_give_the_same_zip(archive: Path, tmp_path: Path) -> None:
    write_archive(tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == archive.read_bytes()


def test_unpacked_it_knows_its_commands(archive: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(archive).extractall(tmp_path)
    asked = [sys.executable, str(tmp_path / FOLDER / "build.py"), "--help"]
    assert "serve" in subprocess.run(asked, capture_output=True, text=True, check=True, timeout=120).stdout


def test_it_is_small(archive: Path) -> None:
    """The weights of five networks take 0.4 MB of it, six chapters and five catalogs 0.3, the picture of the README 0.2."""
    assert archive.stat().st_size < 2_600_000
