"""The only door for JavaScript and for the build: calls with plain data in, views as plain data out."""

import json
from collections.abc import Callable
from typing import Any

from .small_calls import (
    another_network,
    ask,
    edit,
    learn,
    network_form,
    open_network,
    save_small_network,
    simple_forward_pass,
    simple_forward_pass_step,
)
from .trained import MissingNetwork
from .translation import LANGUAGES, ReaderError, translator

View = dict[str, Any]
Lesson = dict[str, Any]

__all__ = [
    "DEMOS",
    "LANGUAGES",
    "another_network",
    "answer",
    "ask",
    "blank",
    "curve",
    "edit",
    "learn",
    "network_form",
    "neuron",
    "open_network",
    "save_small_network",
    "simple_forward_pass",
    "simple_forward_pass_step",
]


def answer(request: str, pixels: Any = None) -> str:
    """A call as JSON, {"call": name, …arguments}, to its result as JSON; what goes wrong comes back as {"error": message}.

    {"missing": name} asks for a network to be handed over first, by take_network. pixels: those of the call, where they come as bytes of JavaScript.
    """
    try:
        arguments = json.loads(request)
        if pixels is not None:
            arguments["pixels"] = pixels.to_bytes()
        result: Any = named(arguments.pop("call"))(**arguments)
    except ReaderError as error:
        result = {"error": str(error)}
    except MissingNetwork as missing:
        result = {"missing": missing.args[0]}
    except (ValueError, TypeError, KeyError, IndexError) as error:
        result = {"error": f"{type(error).__name__}: {error}"}
    return json.dumps(result, ensure_ascii=False, separators=(",", ":"))


def curve(name: str, z: float, lang: str) -> View:
    """The live sigmoid or ReLU with its point at z, -6 to 6."""
    from .live_figures import curve_view  # noqa: PLC0415  a demo starts sooner without it

    return curve_view(name, z, lang)


def neuron(inputs: list[float], weights: list[float], bias: float, lang: str) -> View:
    """The live neuron with three inputs."""
    from .live_figures import neuron_view  # noqa: PLC0415

    return neuron_view(inputs, weights, bias, lang)


def blank(demo: str, lang: str) -> View:
    """The network of a demo without any number, for the time in which nothing is computed yet."""
    from . import digit_lesson, lesson_view  # noqa: PLC0415

    views = {"simple_forward_pass": lesson_view.blank_view, "forward_pass_mnist": digit_lesson.blank_view}
    return views[demo](translator(lang))


def __getattr__(name: str) -> Any:
    """The calls of the digits, which the small network starts sooner without."""
    if name not in DIGIT_CALLS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import digit_calls  # noqa: PLC0415

    return getattr(digit_calls, name)


def named(call: str) -> Callable[..., Any]:
    """Raises KeyError for what is not a call."""
    found: Callable[..., Any] = __getattr__(call) if call in DIGIT_CALLS else CALLS[call]
    return found


DIGIT_CALLS = (
    "classify",
    "count_answers",
    "forward_pass_mnist",
    "ink_of",
    "look_inside",
    "save_network",
    "take_network",
    "thumbnails",
    "while_drawing",
)
CALLS: dict[str, Callable[..., Any]] = {
    call.__name__: call
    for call in (
        another_network,
        ask,
        edit,
        learn,
        network_form,
        open_network,
        save_small_network,
        simple_forward_pass,
        simple_forward_pass_step,
        curve,
        neuron,
    )
}
DEMOS = ("simple_forward_pass", "forward_pass_mnist")
