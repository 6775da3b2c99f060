"""Small pictures of test images as buttons: a reader chooses an image by its looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from ...errors import WrongArgument
from ...images.pixels import SIDE, Bytes, check_classes, check_probabilities, check_sample
from ...svg.markup import Markup, element
from ...svg.raster import ink_strokes
from ...words.wording import percentage
from ..data_sets import Words, data_set

GREYS = 5  # besides black


@dataclass(frozen=True, eq=False)
class Shown:
    """Images to choose from. pixels: (n, 784) uint8. predicted and probabilities: what a network says to them, where it was asked."""

    numbers: Sequence[int]
    pixels: Bytes
    labels: Sequence[int]
    predicted: Sequence[int] | None = None
    probabilities: Sequence[float] | None = None

    def __post_init__(self) -> None:
        sizes = [
            len(part)
            for part in (self.numbers, self.pixels, self.labels, self.predicted, self.probabilities)
            if part is not None
        ]
        if len(set(sizes)) > 1:
            raise WrongArgument(f"there are {sizes} numbers, images and labels; expected as many of each")
        for number in self.numbers:
            check_sample(number)
        check_classes([*self.labels, *(self.predicted or [])])
        check_probabilities(self.probabilities or [])


def pictures(shown: Shown, data: str, t: NullTranslations) -> Markup:
    """A grid, or a list with captions where the probabilities are known."""
    words = data_set(data).words(t)
    return grid(shown, words, t) if shown.probabilities is None else captioned(shown, words, t)


def grid(shown: Shown, words: Words, t: NullTranslations) -> Markup:
    """Pictures alone, named for who cannot see them."""
    names = (_name(shown, place, words, t) for place in range(len(shown.numbers)))
    buttons = (
        _button(number, pixels, aria_label=name, title=name)
        for number, pixels, name in zip(shown.numbers, shown.pixels, names, strict=True)
    )
    return element("ul", *(element("li", button) for button in buttons), class_="thumbnails", role="list")


def captioned(shown: Shown, words: Words, t: NullTranslations) -> Markup:
    """Pictures with words beside them, in the order in which they come."""
    names = (element("span", _name(shown, place, words, t)) for place in range(len(shown.numbers)))
    buttons = (
        _button(number, pixels, name) for number, pixels, name in zip(shown.numbers, shown.pixels, names, strict=True)
    )
    return element("ol", *(element("li", button) for button in buttons), class_="captioned", role="list")


def _button(number: int, pixels: Bytes, *caption: str, **attributes: str) -> Markup:
    """A press shows the image in the demo."""
    return element("button", picture(pixels), *caption, type="button", data_action="choose", value=number, **attributes)


def picture(pixels: Bytes) -> Markup:
    """White ink on black, in a few greys."""
    return element(
        "svg",
        *ink_strokes(pixels.reshape(SIDE, SIDE), GREYS),
        class_="thumbnail",
        viewBox=f"0 -0.5 {SIDE} {SIDE}",  # strokes run through the middle of a pixel
        aria_hidden="true",
        shape_rendering="crispEdges",
        xmlns="http://www.w3.org/2000/svg",
    )


def _name(shown: Shown, place: int, words: Words, t: NullTranslations) -> str:
    number, label = shown.numbers[place], words.classes[shown.labels[place]]
    if shown.predicted is None:
        return t.gettext("Image {number}: {label}").format(number=number, label=label)
    said = words.classes[shown.predicted[place]]
    if shown.probabilities is None:
        message = t.gettext("Image {number}: {label}; the network says {predicted}")
        return message.format(number=number, label=label, predicted=said)
    message = t.gettext("Image {number}: the network says {predicted}, {share}; the label says {label}.")
    share = percentage(shown.probabilities[place], t)
    return message.format(number=number, predicted=said, share=share, label=label)
