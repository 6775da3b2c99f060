"""How a file was read, in one paragraph for the reader who brought it; and the menus by which what was assumed can be corrected."""

from collections.abc import Iterable, Iterator
from gettext import NullTranslations
from typing import Any

from ..errors import Term, WrongArgument, said
from ..svg.markup import Markup, element
from ..words.catalogs import N_
from ..words.wording import in_a_row, listed
from .arrays import shortened
from .networks import Choices, Taken
from .said import FLAT, HIDDEN, IN_OUT, NORMALISED, OUT_IN, PIXELS_AS, UNIT

MOST_NAMED = 6

WAYS = {OUT_IN: Term(N_("outputs × inputs")), IN_OUT: Term(N_("inputs × outputs"))}
PIXELS = {
    UNIT: Term(N_("from 0 to 1")),
    "0 to 255": Term(N_("from 0 to 255")),
    NORMALISED: Term(N_("normalised: mean 0.1307, deviation 0.3081 (MNIST)")),
    "mean 0.2860, deviation 0.3530": Term(N_("normalised: mean 0.2860, deviation 0.3530 (Fashion-MNIST)")),
    "-1 to 1": Term(N_("from −1 to 1")),
}


def choices_from(way: str | None, activations: Iterable[str] | None, pixels: str | None) -> Choices:
    """What the menus say; nothing where they were not there. Raises WrongArgument for what no menu offers."""
    for name, chosen, offered in (("way", way, WAYS), ("pixels", pixels, PIXELS)):
        if chosen and chosen not in offered:
            raise WrongArgument(f"{name} is {chosen!r}; expected one of {', '.join(offered)}")
    return Choices(way or None, tuple(name or None for name in activations or ()), pixels or None)


def how_read(message: str, taken: Taken, t: NullTranslations) -> str:
    """The message with the {sizes} and {activations} of a network, and behind it how it was read."""
    network = taken.network
    names = listed((layer.activation for layer in network.layers), t)
    first = message.format(sizes="-".join(map(str, network.sizes)), activations=names)
    return in_a_row([first, *(said(note, t, **values) for note, values in _notes(taken, t))], t)


Notes = Iterator[tuple[str, dict[str, object]]]


def _notes(taken: Taken, t: NullTranslations) -> Notes:
    """Messages with what fills them."""
    if taken.layout:
        yield N_("It is in the layout of {library}."), {"library": taken.layout}
    yield from _notes_on_weights(taken, t)
    if taken.pixels != UNIT:
        yield N_("It is fed with pixels {range}."), {"range": PIXELS[taken.pixels]}
    if taken.at_the_end:
        yield SAME_ANSWERS if taken.at_the_end in FLAT else SAME_ANSWER, {"name": taken.at_the_end}
    if taken.assumed:
        said_so = (t.gettext(WAYS[name]) if name in WAYS else name for name in taken.assumed)
        yield N_("Assumed, since the file does not say: {assumed}."), {"assumed": listed(said_so, t)}
    if taken.not_understood:
        yield N_("Not understood and left out: {names}."), {"names": _names(taken.not_understood, t)}


SAME_ANSWER = N_("Instead of {name} at the end, softmax is shown: the same answer, other numbers.")
SAME_ANSWERS = N_(
    "Instead of {name} at the end, softmax is shown: the same answer wherever an output is above 0, other numbers."
)


def _notes_on_weights(taken: Taken, t: NullTranslations) -> Notes:
    if taken.way:
        yield N_("Its weights are read as {way}."), {"way": WAYS[taken.way]}
    else:
        yield N_("Each array of weights is read the way round that its shape tells."), {}
    if taken.order:
        yield N_("Its layers in order: {names}."), {"names": _names(taken.order, t)}
    if taken.folded:
        yield N_("Batch normalisation is folded into the weights."), {}
    if not taken.has_biases:
        yield N_("It has no biases."), {}


def _names(names: Iterable[str], t: NullTranslations) -> str:
    short = [shortened(name) for name in names]
    return listed(short[:MOST_NAMED] + ["…"] * (len(short) > MOST_NAMED), t)


# --- the menus


def menus(taken: Taken, t: NullTranslations, has_pixels: bool = True) -> Markup:
    """A form named "reading": selects "way" where both fit, "activation" for each layer that may have several, and "pixels"."""
    fields = [
        *_way_menu(taken, t),
        *_activation_menus(taken, t, has_pixels),
        *(_pixel_menu(taken, t) if has_pixels else ()),
    ]
    if not fields:
        return Markup("")
    title = element("legend", t.gettext("How the file is read"))
    return element("form", element("fieldset", title, *fields), class_="file-reading")


def _way_menu(taken: Taken, t: NullTranslations) -> Iterator[Markup]:
    if taken.is_open:
        options = {way: t.gettext(name) for way, name in WAYS.items()}
        yield _select(t.gettext("Weights"), "way", options, taken.way or OUT_IN)


def _activation_menus(taken: Taken, t: NullTranslations, is_of_images: bool) -> Iterator[Markup]:
    """Of images, the last layer is softmax in any case."""
    layers = taken.network.layers[: -1 if is_of_images else None]
    for number, layer in enumerate(layers, start=1):
        label = t.gettext("Activation of layer {number}").format(number=number)
        yield _select(label, "activation", {name: name for name in HIDDEN}, layer.activation)


def _pixel_menu(taken: Taken, t: NullTranslations) -> Iterator[Markup]:
    options = {name: t.gettext(PIXELS[name]) for name in PIXELS_AS}
    yield _select(t.gettext("Pixels"), "pixels", options, taken.pixels)


def _select(label: str, name: str, options: dict[str, Any], chosen: str) -> Markup:
    choices = (
        element("option", text, value=value, selected="selected" if value == chosen else None)
        for value, text in options.items()
    )
    return element("label", label, element("select", *choices, name=name, autocomplete="off"))
