"""(sample, network) → the view of it: words in the reader's language, the drawing, numpy code and numbers."""

from collections.abc import Iterator
from gettext import NullTranslations
from typing import Any

from . import notation as n
from .activations import ACTIVATIONS
from .blocks import Equation, Narration, Paragraph, say
from .data_sets import Words, data_set
from .digit_code import code
from .digit_drawing import draw
from .digit_layout import SHOWN_PIXELS, places
from .digits import CLASSES, PIXELS, SAMPLES, SIDE, Reading, Sample, read
from .notation import Formula
from .svg import Markup
from .trained import Trained
from .wording import count, in_a_row, percentage, unbroken

View = dict[str, Any]

SURE, LIKELY = 0.9, 0.5


def view(sample: Sample, t: NullTranslations, trained: Trained | None = None) -> View:
    """What a page shows of a sample and a network, the default one where none is given."""
    reading = read(sample, trained)
    words = data_set(sample.data).words(t)
    narration = Narration(_title(reading, words), tuple(_blocks(reading, words, t)))
    return _view(reading, narration, _describe(reading, words, t), t)


def marked_drawing(reading: Reading, marks: Markup, t: NullTranslations) -> Markup:
    """The drawing of the view of the same reading, with marks over it."""
    words = data_set(reading.sample.data).words(t)
    return draw(reading, _title(reading, words), _describe(reading, words, t), t, marks)


def blank_view(t: NullTranslations) -> View:
    """What it shows while nothing is computed yet: the network, its neurons empty."""
    sentence = t.gettext(
        "Python is starting. What the network makes of this image appears as soon as it has computed it."
    )
    return _without_image(t.gettext("One moment"), sentence, t)


def empty_view(t: NullTranslations) -> View:
    """Of a drawing without ink: nothing comes in, so nothing is predicted."""
    sentence = t.gettext("The drawing is empty, so there is nothing to read. Draw a digit and the network answers.")
    return _without_image(t.gettext("Nothing is drawn yet"), sentence, t) | {"key": "empty"}


def _without_image(title: str, sentence: str, t: NullTranslations) -> View:
    """The network alone, with a sentence that says why."""
    alt = t.gettext("The network without an image: its neurons are empty, only the connections are drawn.")
    return _view(None, Narration(title, (say(sentence),)), alt, t)


def _view(reading: Reading | None, words: Narration, alt: str, t: NullTranslations) -> View:
    return {
        "title": words.title,
        "svg": draw(reading, words.title, alt, t),
        "html": Markup(unbroken(words.html)),
        "text": words.text,
        "alt": alt,
        "code": code(reading) if reading else "",
        "numbers": numbers(reading) if reading else None,
        "index": (reading.sample.number or 0) if reading else 0,
        "count": SAMPLES,
        "key": _key(reading),
    }


def _key(reading: Reading | None) -> str:
    if reading is None:
        return "waiting"
    return "drawing" if reading.sample.number is None else "sample"


def numbers(reading: Reading) -> dict[str, Any]:
    """The reading as plain data, unrounded; pixels as they come, 0 to 255."""
    return {
        "sample": reading.sample.number,
        "network": reading.trained.name,
        "data": reading.sample.data,
        "pixels": reading.sample.pixels.tolist(),
        "hidden": [a.tolist() for a in reading.trace.a[:-1]],
        "probabilities": reading.probabilities,
        "predicted": reading.predicted,
        "label": reading.sample.label,
    }


# --- words


def _title(reading: Reading, words: Words) -> str:
    if reading.sample.number is None:
        message = words.title_drawn
    elif reading.sample.label is None:
        message = words.title
    else:
        message = words.title_right if reading.is_right else words.title_wrong
    return message.format(number=reading.sample.number, predicted=words.classes[reading.predicted])


def _blocks(reading: Reading, words: Words, t: NullTranslations) -> Iterator[Paragraph | Equation]:
    yield say(in_a_row(_what_came_in(reading, words, t), t))
    yield from (Equation(line) for line in _formulas(reading))
    yield say(in_a_row((_answer(reading, words, t), _runner_up(reading, words, t)), t))
    yield say(in_a_row((_verdict(reading, words, t), _record(reading, t)), t))


def _what_came_in(reading: Reading, words: Words, t: NullTranslations) -> Iterator[str]:
    """Dark pixels are counted because most of what comes in is 0."""
    yield from _what_is_drawn(reading, words, t)
    dark = int((reading.sample.pixels == 0).sum())
    yield words.came_in.format(side=SIDE, pixels=PIXELS, dark=dark, classes=CLASSES)


def _what_is_drawn(reading: Reading, words: Words, t: NullTranslations) -> Iterator[str]:
    """For each hidden layer of which the drawing leaves neurons out."""
    where = places(reading.network.sizes, words.long_names)
    message = t.gettext("Of the {count} neurons of hidden layer {layer} the drawing shows {shown}, evenly spread.")
    for column, size in enumerate(where.sizes[1:-1], start=1):
        if not where.is_whole(column):
            yield message.format(count=size, layer=column, shown=len(where.neurons[column]))


def _formulas(reading: Reading) -> Iterator[Formula]:
    """a = σ(W⁽¹⁾ x + b⁽¹⁾) for each hidden layer, p = softmax(W⁽²⁾ a + b⁽²⁾) for the last."""
    layers = reading.network.layers
    given = n.name("x")
    for number, layer in enumerate(layers, start=1):
        result = n.name("p") if number == len(layers) else n.name("a", layer=number if len(layers) > 2 else None)
        parts = (n.name("W", layer=number), n.symbol("·"), given, n.symbol("+"), n.name("b", layer=number))
        inside = Formula(tuple(token for part in (n.symbol("("), *parts, n.symbol(")")) for token in part.tokens))
        function = n.name(ACTIVATIONS[layer.activation].symbol)
        yield n.equal(result, Formula((*function.tokens, *inside.tokens)))
        given = result


def _answer(reading: Reading, words: Words, t: NullTranslations) -> str:
    probability = reading.probabilities[reading.predicted]
    unsure = words.doubtful if probability >= LIKELY else words.hesitating
    message = words.sure if probability >= SURE else unsure
    return message.format(predicted=words.classes[reading.predicted], probability=percentage(probability, t))


def _runner_up(reading: Reading, words: Words, t: NullTranslations) -> str:
    second = reading.ranking[1]
    message = t.gettext("In second place comes {digit} with {probability}.")
    return message.format(digit=words.classes[second], probability=percentage(reading.probabilities[second], t))


def _verdict(reading: Reading, words: Words, t: NullTranslations) -> str:
    label = reading.sample.label
    if reading.sample.number is None:
        return t.gettext("Whether that is right, you know best.")
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


def _describe(reading: Reading, words: Words, t: NullTranslations) -> str:
    """The drawing in words."""
    scene = words.scene.format(
        predicted=words.classes[reading.predicted],
        side=SIDE,
        shown=len(SHOWN_PIXELS),
        pixels=PIXELS,
        classes=CLASSES,
    )
    left_out = tuple(_what_is_drawn(reading, words, t))
    return in_a_row((scene, *left_out, _verdict(reading, words, t), _chances(reading, words, t)), t)


def _chances(reading: Reading, words: Words, t: NullTranslations) -> str:
    # NOTE: a class and its probability
    pair = t.pgettext("probability", "{name}: {share}")
    shown = (
        pair.format(name=name, share=percentage(probability, t))
        for name, probability in zip(words.classes, reading.probabilities, strict=True)
    )
    # NOTE: what stands between the probabilities of the classes
    between = t.pgettext("probabilities", "; ")
    return t.gettext("Probabilities: {list}.").format(list=between.join(shown))
