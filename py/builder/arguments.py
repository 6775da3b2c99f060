"""The command line. Standard library only: it is read before anything is installed, so that a slip costs no time."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from .paths import DIST


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """The command and its options. What follows `--` is kept as it is in `rest`, for pytest. Prints help and exits by itself."""
    own, rest = split(arguments)
    options = parser().parse_args(own)
    options.rest = rest
    return options


def split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands before and after the first `--`."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    return list(arguments[:end]), list(arguments[end + 1 :])


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(prog="build.py", description="Build, serve and check Forward Pass.")
    commands = whole.add_subparsers(dest="command", required=True, metavar="command")

    serve = commands.add_parser("serve", help="build the site and serve it on this machine")
    serve.add_argument("--port", type=int, default=8000, help="where to serve; the next free one if taken (8000)")
    serve.add_argument("--no-build", action="store_true", help="serve dist/ as it is")

    build = commands.add_parser("build", help="build the site into dist/")
    build.add_argument("--site-url", metavar="URL", help="where the site will live, for links that must be absolute")
    build.add_argument("--out", type=Path, default=DIST, metavar="FOLDER", help="where to put the site (dist)")

    test = commands.add_parser("test", help="lint, types, build and all tests; after --, arguments for pytest")
    test.add_argument("--quick", action="store_true", help="without the build and the browser: a few minutes")

    commands.add_parser(
        "train", help="train the digit network again, into py/forwardpass/data/; after --, options of its own"
    )
    bench = commands.add_parser(
        "bench", help="measure the built site against the stock way and a plain-JavaScript page"
    )
    bench.add_argument("--runs", type=int, default=5, help="rounds of each first visit (5)")
    bench.add_argument("--only", default="", metavar="LETTERS", help="only these of a to h, such as bc")
    bench.add_argument(
        "--keep", action="store_true", help="take the figures for the page on speed: web/pages/speed.json"
    )
    commands.add_parser(
        "profile", help="note which functions of Pyodide's WebAssembly the built site uses, for its halves"
    )
    commands.add_parser("catalogs", help="carry new and changed messages into the translation catalogs (.po)")
    return whole
