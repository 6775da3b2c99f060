"""All hidden neurons of a network as buttons: what each looks for, and how active it is now."""

from collections.abc import Iterator
from gettext import NullTranslations

from ...formulas import notation as n
from ...images.pixels import SIDE
from ...svg.labels import minus
from ...svg.markup import Markup, element, join
from ..data_sets import Words, data_set
from ..drawing.layout import places
from ..drawing.neurons import shares_of, unit_name
from ..reading import Reading
from .weights import seen_weights, weights_picture

BAR = 4  # how high, in pixels of the picture


def grid(reading: Reading, t: NullTranslations) -> Markup:
    """A list for each hidden layer, with a heading where there are several; nothing where there is none."""
    hidden = range(len(reading.network.layers) - 1)
    return join(*(part for number in hidden for part in _layer(reading, number, len(hidden) > 1, t)))


def layer_title(reading: Reading, number: int, t: NullTranslations) -> str:
    """number: of the hidden layer, from 0."""
    layers, count = reading.network.layers, reading.network.layers[number].n_out
    if len(layers) == 2:
        title = t.gettext("The hidden neuron") if count == 1 else t.gettext("All {count} hidden neurons")
    else:
        one, many = t.gettext("Hidden layer {layer}: one neuron"), t.gettext("Hidden layer {layer}: {count} neurons")
        title = one if count == 1 else many
    return title.format(count=count, layer=number + 1)


def name_with_value(reading: Reading, number: int, index: int, words: Words, t: NullTranslations) -> str:
    """What a neuron of a hidden layer is called, and its activation."""
    name = unit_name(places(reading.network.sizes), number + 1, index, words, t)
    # NOTE: a neuron and its activation
    return t.pgettext("activation", "{name}: {value}").format(name=name, value=value_shown(reading, number, index))


def value_shown(reading: Reading, number: int, index: int) -> str:
    return minus(n.brief(float(reading.trace.a[number][index])).text)


def _layer(reading: Reading, number: int, is_titled: bool, t: NullTranslations) -> Iterator[Markup]:
    words, shares = data_set(reading.sample.data).words(t), shares_of(reading, number + 1).tolist()
    items = (
        element("li", _button(reading, number, i, share, name_with_value(reading, number, i, words, t)))
        for i, share in enumerate(shares)
    )
    if is_titled:
        yield element("h3", layer_title(reading, number, t))
    yield element("ul", *items, class_="neuron-grid", role="list")


def _button(reading: Reading, number: int, index: int, share: float, name: str) -> Markup:
    """A press looks inside."""
    return element(
        "button",
        _picture(reading, number, index, share),
        element("span", value_shown(reading, number, index)),
        type="button",
        data_action="neuron",
        data_number=str(index + 1),
        value=f"{number + 1}-{index}",
        aria_label=name,
        title=name,
    )


def _picture(reading: Reading, number: int, index: int, share: float) -> Markup:
    """What it looks for, where it looks at pixels, and its activation as a bar."""
    looks = number == 0
    top = SIDE + BAR / 2 if looks else 0.0
    return element(
        "svg",
        *([weights_picture(*seen_weights(reading, index), 0, 0, 1)] if looks else []),
        element("rect", class_="track", x=0, y=top, width=SIDE, height=BAR),
        element("rect", class_="for" if share >= 0 else "against", x=0, y=top, width=abs(share) * SIDE, height=BAR),
        class_="figure",
        viewBox=f"0 0 {SIDE} {top + BAR:g}",
        aria_hidden="true",
        xmlns="http://www.w3.org/2000/svg",
    )
