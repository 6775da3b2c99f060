"""A step → the view of it: words in the reader's language, the drawing, numpy code and numbers; and what a page needs to know of its problem."""

from gettext import NullTranslations
from typing import TYPE_CHECKING

from ..words.blocks import Narration
from .arithmetic import neuron_name
from .description import describe
from .drawing.draw import draw, widest
from .narration import narrate, waiting
from .numpy_code import code
from .problem import address
from .problem.places import limits, numbers
from .problem.problems import DEFAULT, Problem, make_problem, squared_error
from .question import question
from .step_keys import WrongStep, numbered, place_of
from .steps import Step, make_lesson, neuron_at
from .sums import Below, below
from .terms import grouped, neuron_title, place_label

if TYPE_CHECKING:
    from .. import messages as m


def lesson(problem: Problem, t: NullTranslations) -> "m.ProblemLesson":
    """All views of a problem, and what there is to be changed and asked."""
    steps = make_lesson(problem)
    views = [view(step, problem, index, len(steps), t) for index, step in enumerate(steps)]
    return {"views": views, **about(problem, steps, t)}


def one_step(problem: Problem, asked: str | int, t: NullTranslations) -> "m.ProblemStep":
    """The same with a single view, that of a step by its key or number. Raises WrongStep where there is no such step."""
    steps = make_lesson(problem)
    index = place_of(asked, [step.key for step in steps], problem.architecture.sizes)
    return {"view": view(steps[index], problem, index, len(steps), t), **about(problem, steps, t)}


def in_force(problem: Problem, index: int) -> str:
    """Which network a step is about, "guess" or "best". Raises WrongStep."""
    return _numbered(make_lesson(problem), index).in_force


def asked_step(problem: Problem, neuron: str, index: int, t: NullTranslations) -> "m.ProblemView":
    """How a neuron, column-number, gets its value with the parameters of a step. Raises WrongStep, and WrongArgument for a neuron without weights."""
    steps = make_lesson(problem)
    return view(_numbered(steps, index).asked(neuron_at(neuron)), problem, index, len(steps), t)


def _numbered(steps: list[Step], index: int) -> Step:
    if not 0 <= index < len(steps):
        raise WrongStep(f"the step is {index}; expected a number from 0 to {len(steps) - 1}")
    return steps[index]


def about(problem: Problem, steps: list[Step], t: NullTranslations) -> "m.About":
    """subject: how the problem is named; original: the same without what was set by hand. places: the numbers that can be changed, with
    their names; neurons: those that can be asked, with theirs; besides, what `named_steps` says."""
    architecture = problem.architecture
    sizes = architecture.sizes
    return {
        "subject": subject(problem),
        "original": subject(make_problem(problem.seed, architecture)),
        "architecture": {"sizes": list(sizes), "activations": list(architecture.activations)},
        **named_steps(steps, t),
        "places": {
            place: {"label": place_label(place, sizes, t), "value": value, "most": float(limits(place)[0])}
            for place, value in numbers(problem).items()
        },
        "neurons": {
            f"{column}-{index}": t.gettext("{name}, {symbol}").format(
                name=neuron_title((column, index), sizes, t), symbol=neuron_name(sizes, (column, index)).text
            )
            for column in range(1, len(sizes))
            for index in range(sizes[column])
        },
    }


def named_steps(steps: list[Step], t: NullTranslations) -> "m.NamedSteps":
    """steps: their keys, in order; groups: which of them belong together; numbered: the keys that numbers in links mean."""
    keys = [step.key for step in steps]
    return {"steps": keys, "numbered": numbered(steps[0].network.sizes), "groups": grouped(steps, t)}


def subject(problem: Problem) -> "m.Subject":
    """How an address names a problem: by its seed, or by a code where there is more to it; and how parameters were learned."""
    if problem.learned:
        start, steps, rate = problem.learned.start, problem.learned.steps, problem.learned.rate
        return {**subject(start), "learned": steps, "rate": rate}
    if not problem.edits and problem.architecture == DEFAULT:
        return {"seed": problem.seed}
    return {"problem": address.encode(problem)}


def view(step: Step, problem: Problem, index: int, count: int, t: NullTranslations) -> "m.ProblemView":
    """What a page shows of a step, the index-th of count."""
    words, computed = narrate(step, problem, t), below(step, problem, t)
    alt = describe(step, problem, t, computed)
    shown: m.ProblemView = {
        "title": words.title,
        "html": words.html,
        "text": words.text,
        "svg": draw(step, words.title, alt, problem.y, widest(problem), below=computed),
        "alt": alt,
        "code": code(step, problem),
        "numbers": _numbers(step, problem),
        "index": index,
        "count": count,
        "key": step.key,
    }
    if asked := question(step, problem, t):
        shown["question"] = asked.as_data()
    return shown


def blank_view(t: NullTranslations) -> "m.BlankView":
    """The network without any number, for the time in which nothing is computed yet; with the names of its steps."""
    words, steps = waiting(t), make_lesson(make_problem(0))
    return {
        **_said(words),
        "svg": draw(steps[0], words.title, words.text, below=Below()),
        "alt": words.text,
        "code": "",
        "numbers": None,
        "index": 0,
        "count": len(steps),
        "key": "waiting",
        **named_steps(steps, t),
    }


def _said(words: Narration) -> "m.Titled":
    return {"title": words.title, "html": words.html, "text": words.text}


def _numbers(step: Step, problem: Problem) -> "m.ProblemNumbers":
    learned = {"learned": problem.best.as_data()} if problem.learned else {}
    return {
        **problem.as_data(),
        **learned,  # type: ignore[typeddict-item]
        "in_force": "learned" if learned and step.in_force == "best" else step.in_force,
        "z": [z.tolist() for z in step.trace.z],
        "a": [a.tolist() for a in step.trace.a],
        "error": squared_error(step.network, problem.x, problem.y),
    }
