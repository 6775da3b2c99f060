"""What the commands of build.py do."""

from argparse import Namespace
from collections.abc import Callable

from .catalogs import compile_catalogs, update_catalogs
from .checks import endure, hold_speed, test
from .declarations import write_declarations
from .figures.print_figure import print_figure
from .publish.serve import serve
from .shared.paths import DIST
from .site import build_site


def build_and_serve(options: Namespace) -> None:
    if not options.no_build:
        build_site(DIST, None)
    serve(DIST, options.port)


def train(options: Namespace) -> None:
    from builder.images import train_digits  # noqa: PLC0415  numpy's threads are set before it starts

    train_digits.main(options.rest)


def measure(options: Namespace) -> int:
    from .bench.run import bench  # noqa: PLC0415  Playwright takes a while

    bench(options.runs, options.only, options.keep)
    return 0 if options.only else hold_speed()


def note_use(options: Namespace) -> None:
    from .profile.profile import profile  # noqa: PLC0415  likewise

    profile()


def show_figure(options: Namespace) -> None:
    compile_catalogs()
    print_figure(options.name, options.lang, options.images)


COMMANDS: dict[str, Callable[[Namespace], int | None]] = {
    "serve": build_and_serve,
    "build": lambda options: build_site(options.out, options.site_url, options.without),
    "test": lambda options: test(options.quick, options.rest),
    "endure": lambda options: endure(options.rest),
    "train": train,
    "bench": measure,
    "profile": note_use,
    "figure": show_figure,
    "catalogs": lambda options: update_catalogs(),
    "messages": lambda options: write_declarations(),
}
