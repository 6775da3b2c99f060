"""A sample → the view of it: words in the reader's language, the drawing, numpy code and numbers."""

import re
from collections.abc import Iterator
from gettext import NullTranslations
from typing import Any

from . import notation as n
from .activations import ACTIVATIONS
from .digit_drawing import SHOWN_PIXELS, draw
from .digits import CLASSES, PIXELS, SAMPLES, SIDE, Reading, Sample, load_network, measured_score, read, to_bytes
from .narration import Equation, Narration, Paragraph, say
from .notation import Formula
from .svg import Markup
from .wording import count, in_a_row, percentage, unbroken

View = dict[str, Any]

SURE, LIKELY = 0.9, 0.5


def view(sample: Sample, t: NullTranslations) -> View:
    """What a page shows of a sample."""
    reading = read(sample)
    return _view(reading, Narration(_title(reading, t), tuple(_blocks(reading, t))), _describe(reading, t), t)


def blank_view(t: NullTranslations) -> View:
    """What it shows while nothing is computed yet: the network, its neurons empty."""
    sentence = t.gettext(
        "Python is starting. What the network makes of this image appears as soon as it has computed it."
    )
    return without_image(t.gettext("One moment"), sentence, t)


def without_image(title: str, sentence: str, t: NullTranslations) -> View:
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
        "code": code(reading.sample) if reading else "",
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
        "pixels": reading.sample.pixels.tolist(),
        "hidden": [a.tolist() for a in reading.trace.a[:-1]],
        "probabilities": reading.probabilities,
        "predicted": reading.predicted,
        "label": reading.sample.label,
    }


# --- words


def _title(reading: Reading, t: NullTranslations) -> str:
    if reading.sample.number is None:
        message = t.gettext("Your drawing: the network reads {predicted}")
    elif reading.sample.label is None:
        message = t.gettext("Test image {number}: the network reads {predicted}")
    elif reading.is_right:
        message = t.gettext("Test image {number}: the network reads {predicted} ✓")
    else:
        message = t.gettext("Test image {number}: the network reads {predicted} ✗")
    return message.format(number=reading.sample.number, predicted=reading.predicted)


def _blocks(reading: Reading, t: NullTranslations) -> Iterator[Paragraph | Equation]:
    yield _what_came_in(reading, t)
    yield from (Equation(line) for line in _formulas(reading))
    yield say(in_a_row((_answer(reading, t), _runner_up(reading, t)), t))
    yield say(in_a_row((_verdict(reading, t), _record(t)), t))


def _what_came_in(reading: Reading, t: NullTranslations) -> Paragraph:
    """Dark pixels are counted because most of what comes in is 0."""
    message = t.gettext(
        "A handwritten digit of {side} × {side} pixels comes in: {pixels} numbers, one for each input neuron, from 0 (black) to 1 (white ink). "
        "Here {dark} of them are 0. The hidden neurons weigh them up, and softmax turns the outputs into {classes} probabilities that add up to 1:"
    )
    dark = int((reading.sample.pixels == 0).sum())
    return say(message.format(side=SIDE, pixels=PIXELS, dark=dark, classes=CLASSES))


def _formulas(reading: Reading) -> Iterator[Formula]:
    """a = σ(W⁽¹⁾ x + b⁽¹⁾) for each hidden layer, p = softmax(W⁽²⁾ a + b⁽²⁾) for the last."""
    layers = load_network().layers
    given = n.name("x")
    for number, layer in enumerate(layers, start=1):
        result = n.name("p") if number == len(layers) else n.name("a", layer=number if len(layers) > 2 else None)
        parts = (n.name("W", layer=number), n.symbol("·"), given, n.symbol("+"), n.name("b", layer=number))
        inside = Formula(tuple(token for part in (n.symbol("("), *parts, n.symbol(")")) for token in part.tokens))
        function = n.name(ACTIVATIONS[layer.activation].symbol)
        yield n.equal(result, Formula((*function.tokens, *inside.tokens)))
        given = result


def _answer(reading: Reading, t: NullTranslations) -> str:
    probability = reading.probabilities[reading.predicted]
    if probability >= SURE:
        message = t.gettext("The network reads {predicted} and is sure of it: its probability is {probability}.")
    elif probability >= LIKELY:
        message = t.gettext("The network reads {predicted}, but has its doubts: its probability is {probability}.")
    else:
        message = t.gettext(
            "The network hesitates. Of all digits {predicted} is the most probable, with {probability}."
        )
    return message.format(predicted=reading.predicted, probability=percentage(probability, t))


def _runner_up(reading: Reading, t: NullTranslations) -> str:
    second = reading.ranking[1]
    message = t.gettext("In second place comes {digit} with {probability}.")
    return message.format(digit=second, probability=percentage(reading.probabilities[second], t))


def _verdict(reading: Reading, t: NullTranslations) -> str:
    label = reading.sample.label
    if reading.sample.number is None:
        return t.gettext("Whether that is right, you know best.")
    if label is None:
        return t.gettext("Nobody has labelled this image, so there is no right or wrong.")
    if reading.is_right:
        return t.gettext("✓ Right: the label says {label}.").format(label=label)
    message = t.gettext("✗ Wrong: the label says {label}, to which the network gives {probability}.")
    return message.format(label=label, probability=percentage(reading.probabilities[label], t))


def _record(t: NullTranslations) -> str:
    """How good the network is on the whole: what the page says of its accuracy."""
    score = measured_score()
    message = t.gettext(
        "Of all {count} test images, none of which it saw in training, the network gets {right} right: {share}."
    )
    return message.format(count=count(score.count, t), right=count(score.right, t), share=percentage(score.share, t))


def _describe(reading: Reading, t: NullTranslations) -> str:
    """The drawing in words."""
    message = t.gettext(
        "The network reads {predicted}. An image of {side} × {side} pixels, {shown} of the {pixels} input neurons, the hidden neurons filled "
        "by their activation, the {classes} output neurons and a bar for the probability of each digit."
    )
    scene = message.format(
        predicted=reading.predicted, side=SIDE, shown=len(SHOWN_PIXELS), pixels=PIXELS, classes=CLASSES
    )
    chances = t.gettext(
        "Probabilities: 0: {p0}; 1: {p1}; 2: {p2}; 3: {p3}; 4: {p4}; 5: {p5}; 6: {p6}; 7: {p7}; 8: {p8}; 9: {p9}."
    )
    shown = {f"p{digit}": percentage(probability, t) for digit, probability in enumerate(reading.probabilities)}
    return in_a_row((scene, _verdict(reading, t), chances.format(**shown)), t)


# --- code


def code(sample: Sample) -> str:
    """numpy lines that run as they stand and compute the prediction, step by step."""
    return "\n".join((*_set_up(sample), "", *_steps()))


def _set_up(sample: Sample) -> Iterator[str]:
    yield "import numpy as np"
    yield "from forwardpass.digits import load_network"
    yield ""
    name = "your drawing" if sample.number is None else f"test image {sample.number}"
    yield f"# {name}: a row of {SIDE} pixels a line, two hexadecimal digits a pixel"
    yield "image = bytes.fromhex('''"
    data = to_bytes(sample.pixels)
    yield from (data[start : start + SIDE].hex() for start in range(0, PIXELS, SIDE))
    yield "''')"
    yield "x = np.frombuffer(image, np.uint8) / 255  # (784,)"
    yield "layers = load_network().layers"


def _steps() -> Iterator[str]:
    layers = load_network().layers
    given = "x"
    for number, layer in enumerate(layers, start=1):
        name = "probabilities" if number == len(layers) else f"a{number}"
        function = re.sub(r"\bz\b", f"z{number}", ACTIVATIONS[layer.activation].code)
        yield f"z{number} = layers[{number - 1}].weights @ {given} + layers[{number - 1}].biases  # ({layer.n_out},)"
        yield f"{name} = {function}"
        given = name
    yield "prediction = int(probabilities.argmax())"
