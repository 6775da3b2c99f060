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
    "curve",
    "edit",
    "forward_pass_mnist",
    "learn",
    "network_form",
    "neuron",
    "simple_forward_pass",
    "simple_forward_pass_step",
]


def answer(request: str) -> str:
    """A call as JSON, {"call": name, …arguments}, to its result as JSON; what goes wrong comes back as {"error": message}."""
    try:
        arguments = json.loads(request)
        result: Any = CALLS[arguments.pop("call")](**arguments)
    except ReaderError as error:
        result = {"error": str(error)}
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


def _problem(seed: int | None, code: str | None, lang: str) -> Problem:
    if code is not None:
        from .problem_code import decode  # noqa: PLC0415

        return decode(code, translator(lang))
    if seed is None:
        raise ValueError("neither a seed nor the code of a problem; expected one of them")
    return make_problem(seed)


def forward_pass_mnist(sample: int, pixels: list[int], label: int | None, lang: str) -> Lesson:
    """The one view of an image: pixels are its 784 grey levels, 0 to 255, row by row; label is its true class, where known."""
    return {"views": [digit_lesson.view(digits.Sample(sample, np.array(pixels), label), translator(lang))]}


def classify(pixels: str) -> dict[str, list[int]]:
    """The predicted class of each of n images, given as n·784 bytes in base64."""
    images = np.frombuffer(base64.b64decode(pixels), np.uint8).reshape(-1, digits.PIXELS)
    return {"predicted": digits.predict(images).tolist()}


def curve(name: str, z: float, lang: str) -> View:
    """The live sigmoid or ReLU with its point at z, -6 to 6."""
    from .live_figures import curve_view  # noqa: PLC0415  a demo starts sooner without it

    return curve_view(name, z, lang)


def neuron(inputs: list[float], weights: list[float], bias: float, lang: str) -> View:
    """The live neuron with three inputs."""
    from .live_figures import neuron_view  # noqa: PLC0415

    return neuron_view(inputs, weights, bias, lang)


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
    "curve": curve,
    "neuron": neuron,
    "learn": learn,
}
BLANKS: dict[str, Callable[[NullTranslations], View]] = {
    "simple_forward_pass": lesson_view.blank_view,
    "forward_pass_mnist": digit_lesson.blank_view,
}
DEMOS = tuple(BLANKS)
