"""The only door for JavaScript and for the build: calls with plain data in, views as plain data out."""

import base64
import json
from collections.abc import Callable
from functools import lru_cache
from gettext import NullTranslations
from typing import TYPE_CHECKING, Any

import numpy as np

from . import digit_lesson, digits, lesson_view
from .lesson import make_lesson
from .network import Architecture
from .problems import Problem, make_problem
from .trained import DEFAULT, MissingNetwork, find
from .translation import LANGUAGES, ReaderError, translator

if TYPE_CHECKING:
    from .descent import Descent

View = dict[str, Any]
Lesson = dict[str, Any]

__all__ = [
    "DEMOS",
    "LANGUAGES",
    "another_network",
    "answer",
    "ask",
    "blank",
    "classify",
    "count_answers",
    "curve",
    "edit",
    "forward_pass_mnist",
    "ink_of",
    "learn",
    "look_inside",
    "network_form",
    "neuron",
    "open_network",
    "save_network",
    "save_small_network",
    "simple_forward_pass",
    "simple_forward_pass_step",
    "take_network",
    "thumbnails",
    "while_drawing",
]


def answer(request: str, pixels: Any = None) -> str:
    """A call as JSON, {"call": name, …arguments}, to its result as JSON; what goes wrong comes back as {"error": message}.

    {"missing": name} asks for a network to be handed over first, by take_network. pixels: those of the call, where they come as bytes of JavaScript.
    """
    try:
        arguments = json.loads(request)
        if pixels is not None:
            arguments["pixels"] = pixels.to_bytes()
        result: Any = CALLS[arguments.pop("call")](**arguments)
    except ReaderError as error:
        result = {"error": str(error)}
    except MissingNetwork as missing:
        result = {"missing": missing.args[0]}
    except (ValueError, TypeError, KeyError, IndexError) as error:
        result = {"error": f"{type(error).__name__}: {error}"}
    return json.dumps(result, ensure_ascii=False, separators=(",", ":"))


def simple_forward_pass(seed: int | None = None, lang: str = LANGUAGES[0], problem: str | None = None) -> Lesson:
    """All steps of a problem: that of a seed, or of a code as it stands in an address."""
    return lesson_view.lesson(_problem(seed, problem, lang), translator(lang))


def simple_forward_pass_step(
    index: int, seed: int | None = None, lang: str = LANGUAGES[0], problem: str | None = None
) -> Lesson:
    """One step of it: its view, where the whole lesson would take too long."""
    return lesson_view.one_step(_problem(seed, problem, lang), index, translator(lang))


def edit(
    place: str,
    index: int,
    lang: str,
    text: str | None = None,
    delta: float = 0,
    seed: int | None = None,
    problem: str | None = None,
) -> Lesson:
    """A step of the problem that has the number of `text` at a place, or one that is larger by delta."""
    from .editing import edited, nudged  # noqa: PLC0415  a demo starts sooner without it

    before, t = _problem(seed, problem, lang), translator(lang)
    after = nudged(before, place, delta) if text is None else edited(before, place, text, t)
    return lesson_view.one_step(after, index, t)


def ask(neuron: str, index: int, lang: str, seed: int | None = None, problem: str | None = None) -> View:
    """How a neuron, "1-0" for the first one of the first layer with weights, gets its value with the parameters of a step."""
    asked, t = _problem(seed, problem, lang), translator(lang)
    steps = make_lesson(asked)
    column, number = map(int, neuron.split("-"))
    return lesson_view.view(steps[index].asked((column, number)), asked, index, len(steps), t)


def another_network(seed: int, sizes: list[int], activations: list[str]) -> dict[str, Any]:
    """The subject of the problem of a seed for another architecture."""
    return {"subject": lesson_view.subject(make_problem(seed, Architecture(tuple(sizes), tuple(activations))))}


def network_form(sizes: list[int], activations: list[str], lang: str, layers: int | None = None) -> dict[str, str]:
    """The form to choose another architecture, filled with this one, or with as many layers of it."""
    from . import network_form as form  # noqa: PLC0415

    architecture = Architecture(tuple(sizes), tuple(activations))
    return {"html": form.network_form(form.with_layers(architecture, layers or len(activations)), translator(lang))}


def open_network(content: str, seed: int, lang: str) -> dict[str, Any]:
    """The subject of the problem of a seed whose guess is the network in a file, as bytes in base64; {"refused": message} for what does not fit."""
    from .network_calls import open_small  # noqa: PLC0415

    found = open_small(content, seed, translator(lang))
    return {"subject": lesson_view.subject(found)} if isinstance(found, Problem) else found


def save_small_network(
    kind: str, in_force: str, lang: str, seed: int | None = None, problem: str | None = None
) -> dict[str, str]:
    """The "guess" or the "best" network of a problem as a file of a kind, as save_network does."""
    from .network_calls import save  # noqa: PLC0415

    shown = _problem(seed, problem, lang)
    return save({"guess": shown.guess, "best": shown.best}[in_force], kind)


def _problem(seed: int | None, code: str | None, lang: str) -> Problem:
    if code is not None:
        from .problem_code import decode  # noqa: PLC0415

        return decode(code, translator(lang))
    if seed is None:
        raise ValueError("neither a seed nor the code of a problem; expected one of them")
    return make_problem(seed)


def forward_pass_mnist(
    sample: int | None = None,
    pixels: list[int] | None = None,
    label: int | None = None,
    lang: str = LANGUAGES[0],
    network: str = DEFAULT,
    data: str = "mnist",
    drawing: str | None = None,
) -> Lesson:
    """The one view of a test image: pixels are its 784 grey levels, 0 to 255, row by row; label is its true class, where known.

    network: the name of the one that reads it; data: the name of the set that the image is from.
    drawing: the code of a reader's drawing, in place of a test image.
    """
    t, trained = translator(lang), find(network)
    if drawing == "":
        return {"views": [digit_lesson.empty_view(t)]}
    return {"views": [digit_lesson.view(_image(sample, pixels, label, data, drawing), t, trained)]}


def look_inside(
    neuron: str,
    sample: int | None = None,
    pixels: list[int] | None = None,
    label: int | None = None,
    lang: str = LANGUAGES[0],
    network: str = DEFAULT,
    data: str = "mnist",
    drawing: str | None = None,
) -> View:
    """A neuron of the network that reads an image, by its key in the drawing ("1-3"), and the drawing with it marked. The image as for forward_pass_mnist."""
    from .look_inside import marked_view  # noqa: PLC0415  a demo starts sooner without it

    reading = digits.read(_image(sample, pixels, label, data, drawing), find(network))
    return marked_view(reading, neuron, translator(lang))


def while_drawing(ink: str, width: int, is_raw: bool, lang: str, network: str = DEFAULT, data: str = "mnist") -> View:
    """What the pad shows of an unfinished drawing. ink: bytes in base64, 0 to 255, row by row; is_raw: fed as it is, merely shrunk."""
    from .while_drawing import watch  # noqa: PLC0415

    return watch(_rows(ink, width), is_raw, data, find(network), translator(lang))


def ink_of(picture: str, width: int) -> dict[str, str]:
    """The ink of a picture from elsewhere, as while_drawing wants it. picture: four bytes a pixel (red, green, blue, opacity) in base64."""
    from .handwriting import ink_of as ink  # noqa: PLC0415

    return {"ink": base64.b64encode(ink(_rows(picture, 4 * width).reshape(-1, width, 4)).tobytes()).decode()}


def classify(pixels: str | bytes, network: str = DEFAULT) -> dict[str, list[Any]]:
    """The predicted class of each of n images, given as n·784 bytes or those in base64, and its probability."""
    predicted, probabilities = digits.answers(_images(pixels), find(network).network)
    return {"predicted": predicted.tolist(), "probabilities": probabilities.tolist()}


def count_answers(
    labels: str, predicted: list[int], probabilities: list[float], lang: str, data: str = "mnist"
) -> dict[str, Any]:
    """What the answers of `classify` to all images of a set come to. labels: a byte an image in base64."""
    from .all_samples import Answers, counted  # noqa: PLC0415  a demo starts sooner without it

    known = digits.labels_from_bytes(base64.b64decode(labels))
    return counted(Answers(known, np.array(predicted, np.int64), np.array(probabilities)), data, translator(lang))


def thumbnails(numbers: list[int], pixels: str, lang: str, data: str = "mnist", **said: list[Any]) -> dict[str, str]:
    """Images to choose from: with labels alone or also what a network predicted a grid, with its probabilities a list with captions."""
    from .thumbnails import Shown, pictures  # noqa: PLC0415

    return {"html": pictures(Shown(numbers, _images(pixels), **said), data, translator(lang))}


def take_network(name: str, content: str, lang: str) -> dict[str, str]:
    """From now on the network in a file, as bytes in base64, has this name. What does not fit comes back as {"refused": message}."""
    from .network_calls import take  # noqa: PLC0415

    return take(name, content, translator(lang))


def save_network(kind: str, network: str = DEFAULT) -> dict[str, str]:
    """A network as a file of a kind, npz, safetensors or json: its name and its bytes in base64."""
    from .network_calls import save  # noqa: PLC0415

    return save(find(network).network, kind)


def _images(pixels: str | bytes) -> digits.Bytes:
    return digits.images_from_bytes(pixels if isinstance(pixels, bytes) else base64.b64decode(pixels))


def curve(name: str, z: float, lang: str) -> View:
    """The live sigmoid or ReLU with its point at z, -6 to 6."""
    from .live_figures import curve_view  # noqa: PLC0415  a demo starts sooner without it

    return curve_view(name, z, lang)


def neuron(inputs: list[float], weights: list[float], bias: float, lang: str) -> View:
    """The live neuron with three inputs."""
    from .live_figures import neuron_view  # noqa: PLC0415

    return neuron_view(inputs, weights, bias, lang)


def _image(
    sample: int | None, pixels: list[int] | None, label: int | None, data: str, drawing: str | None
) -> digits.Sample:
    if drawing is None:
        return digits.Sample(sample, np.array(pixels), label, data)
    from .packed_digit import decode  # noqa: PLC0415

    return digits.Sample(None, decode(drawing), None, data)


def _rows(data: str, length: int) -> digits.Bytes:
    """Bytes in base64 → (n, length). Raises ValueError where the last row is not whole."""
    values = np.frombuffer(base64.b64decode(data), np.uint8)
    if length < 1 or values.size % length:
        raise ValueError(f"the picture has {values.size} bytes; expected rows of {length}")
    return values.reshape(-1, length)


def learn(rate: float, iteration: int, lang: str, seed: int | None = None, problem: str | None = None) -> View:
    """The network after so many steps of gradient descent from the guess of a problem; 0 is the guess. The first call computes all of them."""
    from .learning_lesson import learning_view  # noqa: PLC0415

    return learning_view(*_descent(seed, problem, lang, rate), iteration, translator(lang))


@lru_cache(4)
def _descent(seed: int | None, code: str | None, lang: str, rate: float) -> "tuple[Problem, Descent]":
    from .descent import descend  # noqa: PLC0415

    problem = _problem(seed, code, lang)
    return problem, descend(problem, rate)


def blank(demo: str, lang: str) -> View:
    """The network of a demo without any number, for the time in which nothing is computed yet."""
    return BLANKS[demo](translator(lang))


CALLS: dict[str, Callable[..., Any]] = {
    "simple_forward_pass": simple_forward_pass,
    "simple_forward_pass_step": simple_forward_pass_step,
    "edit": edit,
    "ask": ask,
    "another_network": another_network,
    "network_form": network_form,
    "forward_pass_mnist": forward_pass_mnist,
    "classify": classify,
    "count_answers": count_answers,
    "thumbnails": thumbnails,
    "take_network": take_network,
    "save_network": save_network,
    "open_network": open_network,
    "save_small_network": save_small_network,
    "look_inside": look_inside,
    "while_drawing": while_drawing,
    "ink_of": ink_of,
    "curve": curve,
    "neuron": neuron,
    "learn": learn,
}
BLANKS: dict[str, Callable[[NullTranslations], View]] = {
    "simple_forward_pass": lesson_view.blank_view,
    "forward_pass_mnist": digit_lesson.blank_view,
}
DEMOS = tuple(BLANKS)
