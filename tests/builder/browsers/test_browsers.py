"""The oldest browsers: said once in package.json, held over data about browsers, and what esbuild makes scripts for."""

import subprocess
from pathlib import Path

import pytest

from builder.browsers.browsers import esbuild_target
from builder.checks import HELD, shown_to_browsers


def held(*files: Path) -> tuple[int, str]:
    done = subprocess.run(["node", HELD, *files], capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout


def test_everything_that_is_shown_is_held_to_them() -> None:
    assert {file.name for file in shown_to_browsers()} >= {"palette.css", "demos.js", "worker.js", "service-worker.js"}
    assert held(*shown_to_browsers()) == (0, "")


@pytest.mark.parametrize(
    ("ending", "text", "found"),
    [
        ("css", "a { color: light-dark(red, blue); }", "light-dark is not in chrome 111, firefox 114, safari 16.4"),
        ("css", "a { anchor-name: --a; }", "css.properties.anchor-name"),
        ("css", "@starting-style { a { color: red; } }", "css.at-rules.starting-style"),
        ("css", "a:popover-open { color: red; }", "css.selectors.popover-open"),
        ("js", "export const panel = (e) => e.ariaLabel;", "ariaLabel is not in firefox 114"),
        ("js", "export const both = Promise.withResolvers();", "Promise.withResolvers"),
        ("js", "export const ended = new CloseWatcher();", "api.CloseWatcher"),
    ],
)
def test_what_one_of_them_lacks_is_told_with_its_line(tmp_path: Path, ending: str, text: str, found: str) -> None:
    file = tmp_path / f"part.{ending}"
    file.write_text(f"\n{text}", encoding="utf-8")
    status, told = held(file)
    assert status == 1
    assert told.startswith(f"{file}:2: ")
    assert found in told


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        ("css", "@supports (color: light-dark(red, red)) { a { color: light-dark(red, blue); } }"),
        ("css", "a { color: color-mix(in srgb, red, blue); container-type: inline-size; }"),
        ("js", "export const last = [1, 2].findLast((x) => x), sheet = new CSSStyleSheet();"),
    ],
)
def test_what_all_have_and_what_is_asked_for_before_may_be_used(tmp_path: Path, ending: str, text: str) -> None:
    file = tmp_path / f"part.{ending}"
    file.write_text(text, encoding="utf-8")
    assert held(file) == (0, "")


def test_scripts_are_made_for_them() -> None:
    assert esbuild_target() == "chrome111,firefox114,safari16.4,ios16.4"
