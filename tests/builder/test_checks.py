"""`build.py test`: nothing is skipped because something else has failed."""

import sys
from pathlib import Path

import pytest

from builder import checks
from builder.checks import Check, command, in_words, quiet
from builder.shared.browser import find
from builder.shared.console import Failure

PASS, FAIL = command(sys.executable, "-c", ""), command(sys.executable, "-c", "raise SystemExit(3)")


def run(monkeypatch: pytest.MonkeyPatch, *some: Check, pytest_status: int = 0) -> int:
    monkeypatch.setattr(checks, "checks", lambda quick: iter(some))
    monkeypatch.setattr(checks, "pytest", lambda quick, arguments: pytest_status)
    return checks.test(quick=True, pytest_arguments=[])


def test_every_check_runs_and_failures_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, Check("first", FAIL), Check("second", PASS), Check("third", FAIL)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" (")[0] for line in lines[:3]] == ["FAILED first", "ok     second", "FAILED third"]
    assert "Failed before the tests: first, third." in lines[-1]


def test_what_is_run_quietly_speaks_only_where_it_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert quiet(sys.executable, "-c", "print('all is well')")()
    assert capsys.readouterr().out == ""
    assert not quiet(sys.executable, "-c", "print('trouble'); raise SystemExit(1)")()
    assert "trouble" in capsys.readouterr().out


@pytest.mark.parametrize(("status", "expected"), [(0, 0), (1, 1), (5, 5)])
def test_the_exit_status_is_that_of_pytest_where_the_checks_pass(
    monkeypatch: pytest.MonkeyPatch, status: int, expected: int
) -> None:
    assert run(monkeypatch, Check("only", PASS), pytest_status=status) == expected


def test_a_build_that_fails_is_a_failed_check_with_its_message(capsys: pytest.CaptureFixture[str]) -> None:
    def build() -> None:
        raise Failure("The wheel is missing.", "Fetch it.")

    assert in_words(build)() is False
    assert capsys.readouterr().out == "The wheel is missing.\nFetch it.\n"


def test_a_chromium_that_is_named_and_not_there_is_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "chromium"))
    with pytest.raises(Failure, match="CHROMIUM names"):
        find()


def test_a_chromium_that_is_named_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / "chromium"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(browser))
    assert find() == str(browser)
