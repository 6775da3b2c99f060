"""The calls of the demo of the small network."""

from functools import lru_cache
from typing import TYPE_CHECKING

from ..errors import WrongArgument
from ..files import report, saving
from ..words.catalogs import LANGUAGES, translator
from . import numpy_code, view
from .learning import descent, taken
from .learning import view as learning
from .problem import address, editing, files, form, from_code
from .problem.architecture import Architecture
from .problem.problems import Problem, make_problem

if TYPE_CHECKING:
    from .. import messages as m

__all__ = [
    "another_network",
    "ask",
    "edit",
    "learn",
    "network_form",
    "open_network",
    "problem_script",
    "save_small_network",
    "simple_forward_pass",
    "simple_forward_pass_step",
    "take_values",
]


def simple_forward_pass(
    seed: int | None = None,
    lang: str = LANGUAGES[0],
    problem: str | None = None,
    learned: int | None = None,
    rate: float | None = None,
) -> "m.ProblemLesson":
    """All steps of a problem: that of a seed, or of a code as it stands in an address; with parameters that were learned in so many steps at a rate, where these are given."""
    return view.lesson(_problem(seed, problem, lang, learned, rate), translator(lang))


def simple_forward_pass_step(
    step: str | int,
    seed: int | None = None,
    lang: str = LANGUAGES[0],
    problem: str | None = None,
    learned: int | None = None,
    rate: float | None = None,
) -> "m.ProblemStep":
    """One step of it, by its key or number: its view, where the whole lesson would take too long."""
    return view.one_step(_problem(seed, problem, lang, learned, rate), step, translator(lang))


def edit(
    place: str,
    index: int,
    lang: str,
    text: str | None = None,
    delta: float = 0,
    seed: int | None = None,
    problem: str | None = None,
    learned: int | None = None,
    rate: float | None = None,
) -> "m.ProblemStep":
    """A step of the problem that has the number of `text` at a place, or one that is larger by delta. What was learned stays as it is."""
    before, t = _problem(seed, problem, lang, learned, rate), translator(lang)
    after = editing.nudged(before, place, delta) if text is None else editing.edited(before, place, text, t)
    return view.one_step(after, index, t)


def take_values(
    names: list[str],
    values: list[str],
    index: int,
    lang: str,
    seed: int | None = None,
    problem: str | None = None,
    learned: int | None = None,
    rate: float | None = None,
) -> "m.ProblemStep":
    """A step of the problem that has the numbers which a reader's code has left in the names of that step's lines."""
    before, t = _problem(seed, problem, lang, learned, rate), translator(lang)
    role = view.in_force(before, index)
    return view.one_step(from_code.with_values(before, role, dict(zip(names, values, strict=False)), t), index, t)


def problem_script(
    index: int,
    lang: str,
    seed: int | None = None,
    problem: str | None = None,
    learned: int | None = None,
    rate: float | None = None,
) -> "m.Script":
    """The whole pass through a problem with the parameters of a step, as a script for plain numpy."""
    shown = _problem(seed, problem, lang, learned, rate)
    return {"code": numpy_code.script(getattr(shown, view.in_force(shown, index)), shown)}


def ask(
    neuron: str,
    index: int,
    lang: str,
    seed: int | None = None,
    problem: str | None = None,
    learned: int | None = None,
    rate: float | None = None,
) -> "m.ProblemView":
    """How a neuron, "1-0" for the first one of the first layer with weights, gets its value with the parameters of a step."""
    return view.asked_step(_problem(seed, problem, lang, learned, rate), neuron, index, translator(lang))


def another_network(seed: int, sizes: list[int], activations: list[str]) -> "m.NamedProblem":
    """The subject of the problem of a seed for another architecture."""
    return {"subject": view.subject(make_problem(seed, Architecture(tuple(sizes), tuple(activations))))}


def network_form(sizes: list[int], activations: list[str], lang: str, layers: int | None = None) -> "m.Html":
    """The form to choose another architecture, filled with this one, or with as many layers of it."""
    architecture = Architecture(tuple(sizes), tuple(activations))
    if layers is not None:
        architecture = form.with_layers(architecture, layers)
    return {"html": form.network_form(architecture, translator(lang))}


def learn(rate: float, iteration: int, lang: str, seed: int | None = None, problem: str | None = None) -> "m.Learned":
    """The network after so many steps of gradient descent from the guess of a problem; 0 is the guess. The first call computes all of them."""
    return learning.learning_view(*_descent(seed, problem, lang, rate), iteration, translator(lang))


def open_network(
    content: str,
    seed: int,
    lang: str,
    index: int = 0,
    way: str | None = None,
    activations: list[str] | None = None,
) -> "m.OpenedNetwork":
    """The subject of the problem of a seed whose guess is the network in a file, as bytes in base64, and the key of the step nearest to index; else as take_network."""
    return files.open_small(content, seed, index, report.choices_from(way, activations, None), translator(lang))


def save_small_network(
    kind: str,
    in_force: str,
    lang: str,
    seed: int | None = None,
    problem: str | None = None,
    learned: int | None = None,
    rate: float | None = None,
) -> "m.SavedFile":
    """The "guess", the "best" or the "learned" network of a problem as a file of a kind, as save_network does."""
    shown = _problem(seed, problem, lang, learned, rate)
    networks = {"guess": shown.guess, "learned" if shown.learned else "best": shown.best}
    if in_force not in networks:
        raise WrongArgument(f"there is no network {in_force!r} of a problem; expected {' or '.join(networks)}")
    return saving.save(networks[in_force], kind)


@lru_cache(4)
def _descent(seed: int | None, code: str | None, lang: str, rate: float) -> "tuple[Problem, descent.Descent]":
    problem = _problem(seed, code, lang)
    return problem, descent.descend(problem, rate)


def _problem(
    seed: int | None, code: str | None, lang: str, learned: int | None = None, rate: float | None = None
) -> Problem:
    if learned is not None:
        usual = descent.USUAL_RATE if rate is None else rate
        return taken.with_learned(*_descent(seed, code, lang, usual), learned, translator(lang))
    if code is not None:
        return address.decode(code, translator(lang))
    if seed is None:
        raise WrongArgument("neither a seed nor the code of a problem; expected one of them")
    return make_problem(seed)
