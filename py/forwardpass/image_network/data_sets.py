"""The sets of images and the words in which they differ: digits are read, clothes are recognised."""

from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations

from ..errors import WrongArgument

THREE = "M88 76C104 40 186 40 186 88C186 114 168 124 148 128C174 132 198 146 194 180C188 224 106 222 84 184"
SHIRT = "M106 44L58 72L78 110L100 98V206H180V98L202 110L222 72L174 44C164 70 116 70 106 44Z"


@dataclass(frozen=True)
class Words:
    """What is said of a set in one language.

    classes: the names of its ten classes; long_names: they need more room than a digit.
    title: what the demo does with it; menu: the set in the menu of networks; label, find: the menu of its classes and the button beside it; draw: what a reader may do; invitation: on the sheet while it is empty, and ghost: a path of 280 × 280 that shows how.
    came_in: what an image of it is, with {side} and {pixels}.
    """

    classes: tuple[str, ...]
    title: str
    menu: str
    label: str
    find: str
    draw: str
    invitation: str
    ghost: str
    came_in: str
    long_names: bool = False


@dataclass(frozen=True)
class DataSet:
    """name: as addresses and folders have it; network: which one reads it unless another is asked for."""

    name: str
    network: str
    words: Callable[[NullTranslations], Words]


def digit_words(t: NullTranslations) -> Words:
    return Words(
        classes=tuple("0123456789"),
        title=t.gettext("Reading handwritten digits"),
        menu=t.gettext("Digits (MNIST)"),
        label=t.gettext("Digit"),
        find=t.gettext("Find this digit"),
        draw=t.gettext("Draw a digit"),
        invitation=t.gettext("Draw 0–9 here"),
        ghost=THREE,
        came_in=t.gettext(
            "A handwritten digit of {side} × {side} pixels comes in: {pixels} numbers, one for each input neuron, from 0 (black) to 1 (white ink)."
        ),
    )


def clothes_words(t: NullTranslations) -> Words:
    return Words(
        classes=(
            t.gettext("T-shirt"),
            t.gettext("trousers"),
            t.gettext("pullover"),
            t.gettext("dress"),
            t.gettext("coat"),
            t.gettext("sandal"),
            t.gettext("shirt"),
            t.gettext("sneaker"),
            t.gettext("bag"),
            t.gettext("ankle boot"),
        ),
        title=t.gettext("Recognising fashion items"),
        menu=t.gettext("Fashion (Fashion-MNIST)"),
        label=t.gettext("Class"),
        find=t.gettext("Find this class"),
        draw=t.gettext("Draw a fashion item"),
        invitation=t.gettext("Draw here"),
        ghost=SHIRT,
        came_in=t.gettext(
            "A photo of a garment, a shoe or a bag, {side} × {side} pixels, comes in: {pixels} numbers, one for each input neuron, from 0 (black) to 1 (white)."
        ),
        long_names=True,
    )


DATA_SETS = {
    "mnist": DataSet("mnist", "mnist_784_10_10", digit_words),
    "fashion": DataSet("fashion", "fashion_784_64_10", clothes_words),
}
FIRST = "mnist"


def data_set(name: str) -> DataSet:
    """Raises ValueError where there is none of that name."""
    if name not in DATA_SETS:
        raise WrongArgument(f"there is no data set {name!r}; expected one of {', '.join(DATA_SETS)}")
    return DATA_SETS[name]
