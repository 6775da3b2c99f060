"""A step → the view of it: words in the reader's language, the drawing, numpy code and numbers; and what a page needs to know of its problem."""

from gettext import NullTranslations
from typing import Any

from .blocks import Narration
from .description import describe
from .drawing import draw
from .formulas import neuron_name
from .lesson import Step, make_lesson
from .narration import narrate, waiting
from .numpy_code import code
from .places import numbers
from .problems import DEFAULT, Problem, make_problem, squared_error
from .question import question
from .terms import neuron_title, place_label

View = dict[str, Any]
Subject = dict[str, Any]


def lesson(problem: Problem, t: NullTranslations) -> dict[str, Any]:
    """All views of a problem, and what there is to be changed and asked."""
    steps = make_lesson(problem)
    views = [view(step, problem, index, len(steps), t) for index, step in enumerate(steps)]
    return {"views": views, **about(problem, t)}


def one_step(problem: Problem, index: int, t: NullTranslations) -> dict[str, Any]:
    """The same with a single view. Raises ValueError where there is no such step."""
    steps = make_lesson(problem)
    if not 0 <= index < len(steps):
        raise ValueError(f"the step is {index}; expected a whole number from 0 to {len(steps) - 1}")
    return {"view": view(steps[index], problem, index, len(steps), t), **about(problem, t)}


def about(problem: Problem, t: NullTranslations) -> dict[str, Any]:
    """subject: how the problem is named; original: the same without what was set by hand. places: the numbers that can be changed, with
    their names; neurons: those that can be asked, with theirs."""
    architecture = problem.architecture
    sizes = architecture.sizes
    return {
        "subject": subject(problem),
        "original": subject(make_problem(problem.seed, architecture)),
        "architecture": {"sizes": list(sizes), "activations": list(architecture.activations)},
        "places": {
            place: {"label": place_label(place, sizes, t), "value": value} for place, value in numbers(problem).items()
        },
        "neurons": {
            f"{column}-{index}": t.gettext("{name}, {symbol}").format(
                name=neuron_title((column, index), sizes, t), symbol=neuron_name(sizes, (column, index)).text
            )
            for column in range(1, len(sizes))
            for index in range(sizes[column])
        },
    }


def subject(problem: Problem) -> Subject:
    """How an address names a problem: by its seed, or by a code where there is more to it."""
    if not problem.edits and problem.architecture == DEFAULT:
        return {"seed": problem.seed}
    from .problem_code import encode  # noqa: PLC0415  a plain lesson starts sooner without it

    return {"problem": encode(problem)}


def view(step: Step, problem: Problem, index: int, count: int, t: NullTranslations) -> View:
    """What a page shows of a step, the index-th of count."""
    words, alt = narrate(step, problem, t), describe(step, problem, t)
    asked = question(step, problem, t)
    return {
        **_said(words),
        "svg": draw(step, words.title, alt, problem.y),
        "alt": alt,
        "code": code(step, problem),
        "numbers": _numbers(step, problem),
        "index": index,
        "count": count,
        "key": step.key,
        **({"question": asked.as_data()} if asked else {}),
    }


def blank_view(t: NullTranslations) -> View:
    """The network without any number, for the time in which nothing is computed yet."""
    words, steps = waiting(t), make_lesson(make_problem(0))
    return {
        **_said(words),
        "svg": draw(steps[0], words.title, words.text),
        "alt": words.text,
        "code": "",
        "numbers": None,
        "index": 0,
        "count": len(steps),
        "key": "waiting",
    }


def _said(words: Narration) -> View:
    return {"title": words.title, "html": words.html, "text": words.text}


def _numbers(step: Step, problem: Problem) -> dict[str, Any]:
    return {
        **problem.as_data(),
        "in_force": step.in_force,
        "z": [z.tolist() for z in step.trace.z],
        "a": [a.tolist() for a in step.trace.a],
        "error": squared_error(step.network, problem.x, problem.y),
    }
