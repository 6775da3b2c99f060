"""Runs Node programs and npm's command-line tools."""

import subprocess
from pathlib import Path

from .console import Failure
from .paths import NODE_MODULES, ROOT

MOST_LINES = 40


def run_node(script: Path, *arguments: str | Path) -> str:
    """What the program prints. Raises Failure with its last words where it fails."""
    return run(["node", "--no-warnings", str(script), *map(str, arguments)], script.name)


def run_tool(tool: str, *arguments: str | Path, given: str = "") -> str:
    """What a command of node_modules/.bin makes of the text it is given."""
    return run([str(NODE_MODULES / ".bin" / tool), *map(str, arguments)], tool, given)


def run(command: list[str], name: str, given: str = "") -> str:
    done = subprocess.run(command, cwd=ROOT, input=given, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise Failure(f"{name} ended with exit status {done.returncode}:\n{last_words(done.stdout + done.stderr)}")
    return done.stdout


def last_words(output: str) -> str:
    """The end of what a program said."""
    return "\n".join(output.splitlines()[-MOST_LINES:]).strip()
