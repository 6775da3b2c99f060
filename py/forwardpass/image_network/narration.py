"""(reading) → what is said of it in the reader's language: its narration, and its drawing in words."""

from collections.abc import Iterator
from gettext import NullTranslations

from ..formulas import notation as n
from ..formulas.activations import ACTIVATIONS
from ..formulas.expressions import Formula, applied, row, symbol
from ..images.pixels import CLASSES, PIXELS, SAMPLES, SIDE
from ..words.blocks import Equation, Narration, Paragraph, say
from ..words.wording import count, in_a_row, labelled, percentage
from .data_sets import Words
from .drawing.layout import SHOWN_PIXELS, places_of
from .reading import Reading

SURE, LIKELY = 0.9, 0.5


def narrate(reading: Reading, words: Words, t: NullTranslations) -> Narration:
    return Narration(title(reading, words, t), tuple(_blocks(reading, words, t)))


def nothing_drawn(t: NullTranslations) -> str:
    return t.gettext("The drawing is empty, so there is nothing to read. Draw something and the network answers.")


def title(reading: Reading, words: Words, t: NullTranslations) -> str:
    if reading.sample.number is None:
        message = t.gettext("Your drawing: the network says {predicted}")
    elif reading.sample.label is None:
        message = t.gettext("Test image {number}: the network says {predicted}")
    elif reading.is_right:
        message = t.gettext("Test image {number}: the network says {predicted} ✓")
    else:
        message = t.gettext("Test image {number}: the network says {predicted} ✗")
    return message.format(number=reading.sample.number, predicted=words.classes[reading.predicted])


def _blocks(reading: Reading, words: Words, t: NullTranslations) -> Iterator[Paragraph | Equation]:
    yield say(in_a_row(_what_came_in(reading, words, t), t))
    yield from (Equation(line) for line in _formulas(reading))
    yield say(in_a_row((answer(reading, words, t), _runner_up(reading, words, t)), t))
    yield say(in_a_row((verdict(reading, words, t), _record(reading, t)), t))


def _what_came_in(reading: Reading, words: Words, t: NullTranslations) -> Iterator[str]:
    """Dark pixels are counted because most of what comes in is 0."""
    yield from _what_is_drawn(reading, words, t)
    is_drawn = reading.sample.number is None
    came_in = _drawn_came_in(t) if is_drawn else words.came_in
    yield came_in.format(side=SIDE, pixels=PIXELS)
    message = (
        t.gettext(
            "Here {dark} of them are 0. The hidden neurons weight them and add them up, and softmax turns the outputs into {classes} probabilities that add up to 1:"
        )
        if len(reading.network.layers) > 1
        else t.gettext(
            "Here {dark} of them are 0. The output neurons weight them and add them up, and softmax turns the sums into {classes} probabilities that add up to 1:"
        )
    )
    yield message.format(dark=int((reading.sample.pixels == 0).sum()), classes=CLASSES)


def _drawn_came_in(t: NullTranslations) -> str:
    return t.gettext(
        "Your drawing comes in as {side} × {side} pixels: {pixels} numbers, one for each input neuron, from 0 (black) to 1 (white)."
    )


def _what_is_drawn(reading: Reading, words: Words, t: NullTranslations) -> Iterator[str]:
    """For each hidden layer of which the drawing leaves neurons out."""
    where = places_of(reading, words.long_names)
    message = t.gettext(
        "Of the {count} neurons of hidden layer {layer} the drawing shows the {shown} that pass on the most."
    )
    for column, size in enumerate(where.sizes[1:-1], start=1):
        if not where.is_whole(column):
            yield message.format(count=size, layer=column, shown=len(where.neurons[column]))


def _formulas(reading: Reading) -> Iterator[Formula]:
    """a = σ(W⁽¹⁾ x + b⁽¹⁾) for each hidden layer, p = softmax(W⁽²⁾ a + b⁽²⁾) for the last."""
    layers = reading.network.layers
    given = n.name("x")
    for number, layer in enumerate(layers, start=1):
        result = n.name("p") if number == len(layers) else n.name("a", layer=number if len(layers) > 2 else None)
        z = row(n.name("W", layer=number), symbol("·"), given, symbol("+"), n.name("b", layer=number))
        yield n.equal(result, applied(n.name(ACTIVATIONS[layer.activation].symbol), z))
        given = result


def answer(reading: Reading, words: Words, t: NullTranslations) -> str:
    probability = reading.probabilities[reading.predicted]
    if probability >= SURE:
        message = t.gettext("The network says {predicted} and is sure of it: its probability is {probability}.")
    elif probability >= LIKELY:
        message = t.gettext("The network says {predicted}, but has its doubts: its probability is {probability}.")
    else:
        message = t.gettext(
            "The network hesitates. Of all classes {predicted} is the most probable, with {probability}."
        )
    return message.format(predicted=words.classes[reading.predicted], probability=percentage(probability, t))


def _runner_up(reading: Reading, words: Words, t: NullTranslations) -> str:
    second = reading.ranking[1]
    message = t.gettext("Next comes {digit}, with {probability}.")
    return message.format(digit=words.classes[second], probability=percentage(reading.probabilities[second], t))


def verdict(reading: Reading, words: Words, t: NullTranslations) -> str:
    label = reading.sample.label
    if reading.sample.number is None:
        return t.gettext("You know best whether that is right.")
    if label is None:
        return t.gettext("Nobody has labelled this image, so there is no right or wrong.")
    name = words.classes[label]
    if reading.is_right:
        return t.gettext("✓ Right: the label says {label}.").format(label=name)
    message = t.gettext("✗ Wrong: the label says {label}, to which the network gives {probability}.")
    return message.format(label=name, probability=percentage(reading.probabilities[label], t))


def _record(reading: Reading, t: NullTranslations) -> str:
    """How good the network is on the whole: what the page says of its accuracy."""
    score = reading.trained.score
    if score is None:
        message = t.gettext("How many of all {count} test images this network gets right has not been counted yet.")
        return message.format(count=count(SAMPLES, t))
    message = t.gettext(
        "Of all {count} test images, none of which it saw in training, the network gets {right} right: {share}."
    )
    return message.format(count=count(score.count, t), right=count(score.right, t), share=percentage(score.share, t))


def describe(reading: Reading, words: Words, t: NullTranslations) -> str:
    """The drawing in words."""
    message = (
        t.gettext(
            "The network says {predicted}. An image of {side} × {side} pixels, {shown} of the {pixels} input neurons, the hidden neurons filled "
            "by their activation, the {classes} output neurons and a bar for the probability of each class."
        )
        if len(reading.network.layers) > 1
        else t.gettext(
            "The network says {predicted}. An image of {side} × {side} pixels, {shown} of the {pixels} input neurons, "
            "the {classes} output neurons and a bar for the probability of each class."
        )
    )
    scene = message.format(
        predicted=words.classes[reading.predicted],
        side=SIDE,
        shown=len(SHOWN_PIXELS),
        pixels=PIXELS,
        classes=CLASSES,
    )
    left_out = tuple(_what_is_drawn(reading, words, t))
    return in_a_row((scene, *left_out, verdict(reading, words, t), _chances(reading, words, t)), t)


def _chances(reading: Reading, words: Words, t: NullTranslations) -> str:
    shown = (
        labelled(name, percentage(probability, t), t)
        for name, probability in zip(words.classes, reading.probabilities, strict=True)
    )
    # NOTE: what stands between the probabilities of the classes
    between = t.pgettext("probabilities", "; ")
    return t.gettext("Probabilities: {list}.").format(list=between.join(shown))
