"""Programs that the tests run: a missing one is installed where that may be done, and a failure where not."""

import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress

import pytest

from builder.shared import browser, tools
from builder.shared.console import Failure


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A machine with apt and none of the programs; what is run there is written down and does nothing."""
    found: list[list[str]] = []
    monkeypatch.delenv(tools.LEFT_OUT, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(subprocess, "call", lambda command, **_: found.append(command))
    return found


def test_a_missing_program_is_asked_of_apt_and_named_if_it_does_not_come(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(Failure, match=r"jekyll was not found.*\n.*apt install jekyll pandoc"):
        tools.install_tools()
    assert calls[-1][:2] == ["apt-get", "install"]
    others = [
        "firefox-esr",
        "webkit2gtk-driver",
        "xvfb",
        "xauth",
        "nginx",
    ]  # without which tests are skipped, and say so
    assert calls[-1][-8:] == ["jekyll", "pandoc", "fonts-noto-cjk", *others]


def test_what_is_installed_as_root_is_said_before_with_how_to_leave_it_out(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    said: list[str] = []
    monkeypatch.setattr(subprocess, "call", lambda command, **_: said.append(capsys.readouterr().out))
    tools.apt_install(["jekyll", "pandoc"])
    assert "jekyll, pandoc. apt installs that now, as root" in said[0]
    assert "NO_APT=1 python3 build.py test" in said[0]


@pytest.mark.parametrize("ask", [tools.install_tools, browser.install])
def test_nothing_is_installed_as_root_where_that_is_to_be_left_out(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, ask: Callable[[], object]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setenv("NO_APT", "1")
    with suppress(Failure):
        ask()
    assert not [call for call in calls if call[0] == "apt-get"]


def test_apt_is_left_alone_by_everybody_but_root(calls: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Failure, match="was not found on PATH"):
        tools.install_tools()
    assert calls == []


def test_nothing_is_installed_where_nothing_is_missing(calls: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(tools, "has_fonts", lambda: True)
    tools.install_tools()
    assert calls == []
    assert tools.program("pandoc") == "/usr/bin/pandoc"
