"""The sets of images and what is said of them: digits are read, clothes are named."""

from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations


@dataclass(frozen=True)
class Words:
    """The ten classes by name and the sentences that differ between the sets, with {placeholders}, in one language."""

    classes: tuple[str, ...]
    title: str
    title_right: str
    title_wrong: str
    title_drawn: str
    came_in: str
    sure: str
    doubtful: str
    hesitating: str
    scene: str
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
        title=t.gettext("Test image {number}: the network reads {predicted}"),
        title_right=t.gettext("Test image {number}: the network reads {predicted} ✓"),
        title_wrong=t.gettext("Test image {number}: the network reads {predicted} ✗"),
        title_drawn=t.gettext("Your drawing: the network reads {predicted}"),
        came_in=t.gettext(
            "A handwritten digit of {side} × {side} pixels comes in: {pixels} numbers, one for each input neuron, from 0 (black) to 1 (white ink). "
            "Here {dark} of them are 0. The hidden neurons weigh them up, and softmax turns the outputs into {classes} probabilities that add up to 1:"
        ),
        sure=t.gettext("The network reads {predicted} and is sure of it: its probability is {probability}."),
        doubtful=t.gettext("The network reads {predicted}, but has its doubts: its probability is {probability}."),
        hesitating=t.gettext(
            "The network hesitates. Of all digits {predicted} is the most probable, with {probability}."
        ),
        scene=t.gettext(
            "The network reads {predicted}. An image of {side} × {side} pixels, {shown} of the {pixels} input neurons, the hidden neurons filled "
            "by their activation, the {classes} output neurons and a bar for the probability of each digit."
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
        title=t.gettext("Test image {number}: the network says {predicted}"),
        title_right=t.gettext("Test image {number}: the network says {predicted} ✓"),
        title_wrong=t.gettext("Test image {number}: the network says {predicted} ✗"),
        title_drawn=t.gettext("Your drawing: the network says {predicted}"),
        came_in=t.gettext(
            "A photo of a piece of clothing, {side} × {side} pixels, comes in: {pixels} numbers, one for each input neuron, from 0 (black) to 1 (white). "
            "Here {dark} of them are 0. The hidden neurons weigh them up, and softmax turns the outputs into {classes} probabilities that add up to 1:"
        ),
        sure=t.gettext("The network says {predicted} and is sure of it: its probability is {probability}."),
        doubtful=t.gettext("The network says {predicted}, but has its doubts: its probability is {probability}."),
        hesitating=t.gettext(
            "The network hesitates. Of all classes {predicted} is the most probable, with {probability}."
        ),
        scene=t.gettext(
            "The network says {predicted}. An image of {side} × {side} pixels, {shown} of the {pixels} input neurons, the hidden neurons filled "
            "by their activation, the {classes} output neurons and a bar for the probability of each class."
        ),
        long_names=True,
    )


DATA_SETS = {
    "mnist": DataSet("mnist", "mnist_784_10_10", digit_words),
    "fashion": DataSet("fashion", "fashion_784_64_10", clothes_words),
}


def data_set(name: str) -> DataSet:
    """Raises ValueError where there is none of that name."""
    if name not in DATA_SETS:
        raise ValueError(f"there is no data set {name!r}; expected one of {', '.join(DATA_SETS)}")
    return DATA_SETS[name]
