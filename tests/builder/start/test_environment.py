"""Before anything is installed: messages for people, and installs that are whole or not there."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.shared.console import Failure
from builder.shared.paths import ROOT
from builder.start import arguments, environment

BUILD = ROOT / "build.py"


def program(folder: Path, name: str, script: str) -> None:
    """A program for PATH."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def build(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run build.py with nothing but `path` on PATH."""
    command = [sys.executable, str(BUILD), *words]
    return subprocess.run(
        command, env={**os.environ, "PATH": str(path)}, capture_output=True, text=True, check=False, timeout=300
    )


def test_an_old_python_is_told_what_it_is_and_what_is_needed() -> None:
    code = (
        f"import sys; sys.version_info = (3, 9, 2); exec(compile(open({str(BUILD)!r}).read(), {str(BUILD)!r}, 'exec'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 1
    assert "This is Python 3.9.2" in done.stderr
    assert "needs 3.11 or newer" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("programs", "words"),
    [
        ({}, "Node was not found on PATH; version 20 or newer is needed."),
        ({"node": "echo v18.19.0", "npm": ""}, "says it is version v18.19.0; 20 or newer is needed."),
        ({"node": "exit 3", "npm": ""}, "says it is version unknown; 20 or newer is needed."),
        ({"node": "echo v22.1.0"}, "Node v22.1.0 is here, but npm was not found on PATH."),
    ],
)
def test_a_missing_or_old_node_is_a_message(tmp_path: Path, programs: dict[str, str], words: str) -> None:
    for name, script in programs.items():
        program(tmp_path, name, script)
    done = build(tmp_path, "build")
    assert done.returncode == 1
    assert words in done.stderr
    assert "Install Node 20 or newer" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_slip_in_the_command_line_costs_no_time(tmp_path: Path) -> None:
    done = build(tmp_path, "bild")
    assert done.returncode == 2
    assert "invalid choice: 'bild'" in done.stderr


def test_words_after_two_dashes_go_to_pytest() -> None:
    options = arguments.read(["test", "--quick", "--", "-k", "seed"])
    assert (options.command, options.quick, options.rest) == ("test", True, ["-k", "seed"])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project with a lock file, and a PATH of its own, to which npm is added by the tests."""
    (tmp_path / "package-lock.json").write_text("{}")
    (tmp_path / "bin").mkdir()
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "PACKAGE_LOCK", tmp_path / "package-lock.json")
    monkeypatch.setattr(environment, "NODE_MODULES", tmp_path / "node_modules")
    return tmp_path


def npm(project: Path, script: str) -> str:
    program(project / "bin", "npm", f"mkdir -p node_modules; echo ran >> log; {script}")
    return str(project / "bin" / "npm")


def runs(project: Path) -> int:
    return (project / "log").read_text().count("ran")


def test_packages_are_installed_once_for_a_lock_file(project: Path) -> None:
    working = npm(project, "exit 0")
    environment.install_node_packages(working)
    environment.install_node_packages(working)
    assert runs(project) == 1
    (project / "package-lock.json").write_text('{"changed": true}')
    environment.install_node_packages(working)
    assert runs(project) == 2


def test_a_failed_install_is_said_and_tried_again(project: Path) -> None:
    with pytest.raises(Failure, match=r"npm could not install the packages.*exit status 7"):
        environment.install_node_packages(npm(project, "exit 7"))
    environment.install_node_packages(npm(project, "exit 0"))
    assert runs(project) == 2


def test_a_failed_install_forgets_the_former_one(project: Path) -> None:
    environment.install_node_packages(npm(project, "exit 0"))
    lock = (project / "package-lock.json").read_text()
    (project / "package-lock.json").write_text('{"changed": true}')
    with pytest.raises(Failure):
        environment.install_node_packages(npm(project, "exit 1"))
    (project / "package-lock.json").write_text(lock)
    environment.install_node_packages(npm(project, "exit 0"))
    assert runs(project) == 3


def test_a_python_that_cannot_make_environments_is_a_message(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "VENV", project / ".venv")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else object())
    with pytest.raises(Failure, match=r"has no ensurepip module.*\n.*apt install python3\.\d+-venv"):
        environment.install_python_packages()
    assert not (project / ".venv").exists()


def test_the_environment_finds_the_package_from_anywhere(tmp_path: Path) -> None:
    environment.show_own_package()
    command = [str(environment.venv_python()), "-m", "builder", "figure", "mnist_samples", "--lang", "es"]
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=tmp_path, env=clean, capture_output=True, text=True, check=True, timeout=300)
    assert "Dígitos" in done.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_ci_runs_the_command_of_the_readme() -> None:
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("python3 build.py test")
