"""`python -m builder <command>`: what build.py starts once the environment stands."""

import sys
from argparse import Namespace

from .shared.added import add_demos
from .shared.console import in_plain_words
from .start import arguments


def main() -> int:
    options = arguments.read(sys.argv[1:])
    return in_plain_words(lambda: run(options))


def run(options: Namespace) -> int:
    add_demos(getattr(options, "demo", ()))
    from .commands import COMMANDS  # noqa: PLC0415  they ask at once which demos there are

    return COMMANDS[options.command](options) or 0


if __name__ == "__main__":
    sys.exit(main())
