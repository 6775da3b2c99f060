"""`build.py test`: every check runs, also after one has failed. pytest comes last, so that its summary is the last thing said."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .catalogs import compile_catalogs
from .shared.browser import VARIABLE, chromium
from .shared.console import Failure, say
from .shared.paths import DIST, NODE_MODULES, ROOT, WEB
from .shared.tools import install_tools
from .site import build_site

BIN = NODE_MODULES / ".bin"
PYTHON_SOURCES = ("build.py", "py", "tests")
HELD = Path(__file__).parent / "browsers" / "held.mjs"
NODE_HELPER = ROOT / "tests" / "web" / "helpers" / "defined.mjs"
ENDURE = "FORWARD_PASS_ENDURE"  # set: what is long is done in full


@dataclass(frozen=True)
class Check:
    """A name for people and what to run; `run` gives whether it passed."""

    name: str
    run: Callable[[], bool]


def test(quick: bool, pytest_arguments: Sequence[str]) -> int:
    """All checks. Returns 0 when each of them passed."""
    failed = [check.name for check in checks(quick) if not passes(check)]
    if failed:
        say(f"\nFailed before the tests: {', '.join(failed)}. Now the tests:")
    tests = pytest(quick, pytest_arguments)
    return tests or int(bool(failed))


def checks(quick: bool) -> Iterator[Check]:
    python = [sys.executable, "-m"]
    yield Check("ruff check", command(*python, "ruff", "check", "--quiet", *PYTHON_SOURCES))
    yield Check("ruff format", command(*python, "ruff", "format", "--check", "--quiet", *PYTHON_SOURCES))
    yield Check("mypy", command(*python, "mypy", "--no-error-summary"))
    yield Check("tsc", command(BIN / "tsc", "--project", ROOT))
    yield Check("node --test", quiet("node", "--no-warnings", "--test", "--import", NODE_HELPER, *node_tests()))
    yield Check("browsers", command("node", HELD, *shown_to_browsers()))
    yield Check("biome", command(BIN / "biome", "ci", *([] if sys.stdout.isatty() else ["--colors=off"])))
    if not quick:
        yield Check("tools", in_words(install_tools))
    yield (
        Check("catalogs", in_words(compile_catalogs))
        if quick
        else Check("build", in_words(lambda: build_site(DIST, None)))
    )


def passes(check: Check) -> bool:
    """Run a check and say how it went."""
    started = time.monotonic()
    passed = check.run()
    say(f"{'ok    ' if passed else 'FAILED'} {check.name} ({time.monotonic() - started:.1f} s)")
    return passed


def command(*words: object) -> Callable[[], bool]:
    """Passes when the program ends with status 0; its output is shown."""
    return lambda: subprocess.call(list(map(str, words)), cwd=ROOT) == 0


def quiet(*words: object) -> Callable[[], bool]:
    """The same, but its output is shown where it fails alone."""

    def run() -> bool:
        done = subprocess.run(list(map(str, words)), cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        if done.returncode != 0:
            say(done.stdout + done.stderr)
        return done.returncode == 0

    return run


def node_tests() -> list[Path]:
    """The tests of JavaScript that need no page: each stands where those of the same script in a browser do."""
    return sorted(ROOT.glob("tests/web/**/*.test.mjs"))


def shown_to_browsers() -> list[Path]:
    """Style sheets and scripts, and what types of ours there are besides."""
    return sorted(file for ending in ("css", "js", "d.ts") for file in WEB.rglob(f"*.{ending}"))


def in_words(write: Callable[[], None]) -> Callable[[], bool]:
    """Passes unless a Failure is raised, which is shown."""

    def run() -> bool:
        try:
            write()
        except Failure as failure:
            say(str(failure))
            return False
        return True

    return run


def pytest(quick: bool, arguments: Sequence[str], **variables: str) -> int:
    """The exit status of pytest."""
    environment = os.environ | variables
    only = ["-m", "not browser and not speed"] if quick else []
    if not quick:
        environment[VARIABLE] = chromium()
    command = [sys.executable, "-m", "pytest", "--numprocesses=auto", *only, *arguments]
    return subprocess.call(command, cwd=ROOT, env=environment)


def endure(pytest_arguments: Sequence[str]) -> int:
    """Builds the site, then does in full what `test` does in short. Returns 0 when all of it passed."""
    needed = Check("tools", in_words(install_tools)), Check("build", in_words(lambda: build_site(DIST, None)))
    failed = [check.name for check in needed if not passes(check)]
    once = ["-m", "endure", "--max-suite-reruns=0"]
    return pytest(False, [*once, *pytest_arguments], **{ENDURE: "1"}) or int(bool(failed))


def hold_speed() -> int:
    """The tests that hold how fast something is. The exit status of pytest."""
    return pytest(False, ["-m", "speed"])
