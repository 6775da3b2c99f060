"""`python -m builder <command>`: what build.py starts once the environment stands."""

import sys
from argparse import Namespace
from collections.abc import Callable

from . import arguments
from .catalogs import update_catalogs
from .checks import test
from .console import in_plain_words
from .paths import DIST
from .serve import serve
from .site import build_site


def main() -> int:
    options = arguments.read(sys.argv[1:])
    return in_plain_words(lambda: COMMANDS[options.command](options) or 0)


def build_and_serve(options: Namespace) -> None:
    if not options.no_build:
        build_site(DIST, None)
    serve(DIST, options.port)


def train(options: Namespace) -> None:
    import train_digits  # noqa: PLC0415  numpy's threads are set before it starts

    train_digits.main(options.rest)


def measure(options: Namespace) -> None:
    from .bench.run import bench  # noqa: PLC0415  Playwright takes a while

    bench(options.runs, options.only, options.keep)


def note_use(options: Namespace) -> None:
    from .profile import profile  # noqa: PLC0415  likewise

    profile()


COMMANDS: dict[str, Callable[[Namespace], int | None]] = {
    "serve": build_and_serve,
    "build": lambda options: build_site(options.out, options.site_url),
    "test": lambda options: test(options.quick, options.rest),
    "train": train,
    "bench": measure,
    "profile": note_use,
    "catalogs": lambda options: update_catalogs(),
}

if __name__ == "__main__":
    sys.exit(main())
