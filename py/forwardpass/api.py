"""The only door for JavaScript and for the build: calls with plain data in, views as plain data out."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from . import figure_calls, small_calls
from .figure_calls import *  # noqa: F403  what their modules list
from .small_calls import *  # noqa: F403
from .trained import MissingNetwork
from .translation import LANGUAGES, ReaderError, translator

if TYPE_CHECKING:
    from .digit_calls import *  # noqa: F403

View = dict[str, Any]
Lesson = dict[str, Any]

__all__ = ["DEMOS", "LANGUAGES", "answer", "blank"]
__all__ += small_calls.__all__
__all__ += figure_calls.__all__


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


def named(call: str) -> Callable[..., Any]:
    """Raises KeyError for what is not a call. Those of the digits are imported here: the small network starts sooner without them."""
    if call in CALLS:
        return CALLS[call]
    from . import digit_calls  # noqa: PLC0415

    digits: dict[str, Callable[..., Any]] = {name: getattr(digit_calls, name) for name in digit_calls.__all__}
    return digits[call]


def __getattr__(name: str) -> Callable[..., Any]:
    """The calls of the digits again."""
    if name.startswith("_"):
        raise AttributeError(name)
    try:
        return named(name)
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None


def blank(demo: str, lang: str, **shown: str) -> View:
    """A network of a demo without any number, for the time in which nothing is computed yet. shown: which network of which data set, where there are several."""
    from . import digit_lesson, lesson_view  # noqa: PLC0415

    views = {"simple_forward_pass": lesson_view.blank_view, "forward_pass_mnist": digit_lesson.blank_view}
    return views[demo](translator(lang), **shown)


CALLS: dict[str, Callable[..., Any]] = {
    name: getattr(module, name) for module in (small_calls, figure_calls) for name in module.__all__
}
DEMOS = ("simple_forward_pass", "forward_pass_mnist")
