"""`build.py figure NAME --lang es`: prints a figure of the chapter as a stand-alone SVG."""

import sys
from pathlib import Path

from forwardpass.chapter.standalone import standalone
from forwardpass.chapter.stills import FIGURES, figure
from forwardpass.images.pixels import Bytes
from forwardpass.words.catalogs import LANGUAGES

from ..images.idx import read_idx
from ..images.image_sets import MNIST
from ..shared.console import Failure

IMAGES = MNIST / "t10k-images-idx3-ubyte"


def print_figure(name: str, lang: str, images: Path | None = None) -> None:
    """Needs compiled catalogs. images: the MNIST test images where they are not those that npm brings. Raises Failure for a name, a language or a file that is not there."""
    if name not in FIGURES:
        raise Failure(f"There is no figure {name!r}.", f"The figures are: {', '.join(FIGURES)}.")
    if lang not in LANGUAGES:
        raise Failure(f"There are no figures in {lang!r}.", f"The languages are: {', '.join(LANGUAGES)}.")
    shown = _images(images or IMAGES) if FIGURES[name].shows_images else None
    sys.stdout.write(standalone(figure(name, lang, shown)))


def _images(file: Path) -> Bytes:
    try:
        return read_idx(file)
    except (FileNotFoundError, ValueError) as error:
        raise Failure(str(error)) from None
