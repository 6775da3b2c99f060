"""The calls of the demo of the small network."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from . import lesson_view
from .lesson import make_lesson
from .network import Architecture
from .problems import Problem, make_problem
from .translation import LANGUAGES, translator

if TYPE_CHECKING:
    from .descent import Descent

View = dict[str, Any]
Lesson = dict[str, Any]

__all__ = [
    "another_network",
    "ask",
    "edit",
    "learn",
    "network_form",
    "open_network",
    "save_small_network",
    "simple_forward_pass",
    "simple_forward_pass_step",
]


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


def learn(rate: float, iteration: int, lang: str, seed: int | None = None, problem: str | None = None) -> View:
    """The network after so many steps of gradient descent from the guess of a problem; 0 is the guess. The first call computes all of them."""
    from .learning_lesson import learning_view  # noqa: PLC0415

    return learning_view(*_descent(seed, problem, lang, rate), iteration, translator(lang))


def open_network(content: str, seed: int, lang: str, index: int = 0) -> dict[str, Any]:
    """The subject of the problem of a seed whose guess is the network in a file, as bytes in base64, and the step nearest to index; {"refused": message} for what does not fit."""
    from .network_calls import open_small  # noqa: PLC0415

    return open_small(content, seed, index, translator(lang))


def save_small_network(
    kind: str, in_force: str, lang: str, seed: int | None = None, problem: str | None = None
) -> dict[str, str]:
    """The "guess" or the "best" network of a problem as a file of a kind, as save_network does."""
    from .network_calls import save  # noqa: PLC0415

    shown = _problem(seed, problem, lang)
    return save({"guess": shown.guess, "best": shown.best}[in_force], kind)


@lru_cache(4)
def _descent(seed: int | None, code: str | None, lang: str, rate: float) -> "tuple[Problem, Descent]":
    from .descent import descend  # noqa: PLC0415

    problem = _problem(seed, code, lang)
    return problem, descend(problem, rate)


def _problem(seed: int | None, code: str | None, lang: str) -> Problem:
    if code is not None:
        from .problem_code import decode  # noqa: PLC0415

        return decode(code, translator(lang))
    if seed is None:
        raise ValueError("neither a seed nor the code of a problem; expected one of them")
    return make_problem(seed)
