"""The door for JavaScript: calls with plain data in, views as plain data out; messages.py says which. `DEMOS` tells the build what there is."""

import json
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .arguments import check
from .demo import Demo, added_demos
from .errors import BROKEN, Foreseen, UnknownCall, WrongArgument, unforeseen
from .image_network.demo import DEMO as IMAGE_NETWORK
from .small_network.demo import DEMO as SMALL_NETWORK
from .words.catalogs import LANGUAGES

if TYPE_CHECKING:
    from .chapter.calls import *  # noqa: F403  what their modules list
    from .image_network.calls import *  # noqa: F403
    from .messages import BlankView
    from .small_network.calls import *  # noqa: F403

__all__ = ["CALLS", "DEMOS", "LANGUAGES", "answer", "blank"]

DEMOS: tuple[Demo, ...] = (SMALL_NETWORK, IMAGE_NETWORK, *added_demos())
FIGURES = ("curve", "neuron", "linear_classifier", "exactly_one")  # calls of the chapter's
CALLS: dict[str, tuple[str, str]] = {  # call → module and function, imported when it is first asked for
    **{call: (f"{demo.package}.calls", call) for demo in DEMOS for call in demo.calls},
    **{call: ("forwardpass.chapter.calls", call) for call in FIGURES},
}


def answer(request: str, pixels: Any = None) -> str:
    """A call as JSON, {"call": name, …arguments}, to its result as JSON; what goes wrong comes back as {"error": …}, whose code says what it is.

    pixels: those of the call, where they come as bytes of JavaScript. Raises only what says that Python itself is not whole.
    """
    try:
        return _json(_called(request, pixels))
    except Foreseen as error:
        return _json({"error": error.as_data()})
    except BROKEN:
        raise
    except Exception as error:
        return _json({"error": unforeseen(error)})


def _called(request: str, pixels: Any) -> object:
    try:
        arguments = json.loads(request)
        name = arguments.pop("call")
    except (ValueError, TypeError, AttributeError, KeyError):
        raise WrongArgument('the request is no call; expected JSON, {"call": name, …arguments}') from None
    if pixels is not None:
        arguments["pixels"] = pixels.to_bytes()
    call = named(name)
    check(call, arguments)
    return call(**arguments)


def _json(data: object) -> str:
    """Raises ValueError for a number that JSON does not know."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def named(call: str) -> Callable[..., Any]:
    """Raises UnknownCall for what is none."""
    if not isinstance(call, str) or call not in CALLS:
        raise UnknownCall(f"there is no call {call!r}; expected one of {', '.join(CALLS)}")
    module, function = CALLS[call]
    return getattr(import_module(module), function)  # type: ignore[no-any-return]


def __getattr__(name: str) -> Callable[..., Any]:
    """The calls again, for Python."""
    if name in CALLS:
        return named(name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def prepare(name: str) -> None:
    """Import what answers the calls of the demo of this name, if there is one: its first call need not wait for it then."""
    for demo in DEMOS:
        if demo.name == name:
            demo.module("calls")


def blank(demo: str, lang: str, **shown: str) -> "BlankView":
    """A network of a demo without any number, for the time in which nothing is computed yet. shown: which network of which data set, where there are several."""
    (found,) = (one for one in DEMOS if one.name == demo)
    return found.face.blank(found.translator(lang), **shown)
