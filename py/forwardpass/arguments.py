"""The door's watchman: a call gets the arguments that its signature names, of the types that it says. Ranges are for the calls themselves."""

from collections.abc import Callable, Mapping
from types import NoneType
from typing import Any

from .errors import WrongArgument

LARGEST = 1e300  # beyond it arithmetic would overflow; what is not a number is beyond it too
LONGEST_SHOWN = 60  # characters of a wrong value
NAMES: dict[Any, str] = {
    bool: "true or false",
    bytes: "bytes",
    float: "a number",
    int: "a whole number",
    str: "a text",
    NoneType: "nothing",
}
KINDS: dict[Any, set[type]] = {float: {int, float}}  # an int will do where a float is expected; a bool is neither


def check(call: Callable[..., Any], arguments: Mapping[str, object]) -> None:
    """Raises WrongArgument where one is unknown, is missing or is of another type."""
    types = {name: kind for name, kind in call.__annotations__.items() if name != "return"}
    for name, value in arguments.items():
        if name not in types:
            raise WrongArgument(f"{call.__name__} has no argument {name!r}; expected {', '.join(types)}")
        if not fits(value, types[name]):
            raise WrongArgument(f"{name} is {shortened(value)}; expected {in_words(types[name])}")
    needed = list(types)[: len(types) - len(call.__defaults__ or ())]
    for name in needed:
        if name not in arguments:
            raise WrongArgument(f"{call.__name__} wants {', '.join(needed)}; {name} is missing")


def fits(value: object, kind: Any) -> bool:
    """Whether a value that JSON may hold is of a kind: a type, a list of one, or either of several."""
    parts: Any = getattr(kind, "__args__", ())
    if getattr(kind, "__origin__", None) is list:
        return isinstance(value, list) and are(value, parts[0])
    return any(fits(value, part) for part in parts) if parts else are([value], kind)


def are(values: list[Any], kind: type) -> bool:
    """Whether all values are of a plain type. Thousands come at once."""
    if not {*map(type, values)} <= KINDS.get(kind, {kind}):
        return False
    return kind not in (int, float) or all(-LARGEST <= value <= LARGEST for value in values)


def in_words(kind: Any) -> str:
    parts: Any = getattr(kind, "__args__", ())
    if getattr(kind, "__origin__", None) is list:
        return f"a list, each {in_words(parts[0])}"
    return " or ".join(map(in_words, parts)) or NAMES[kind]


def shortened(value: object) -> str:
    """As Python writes it, as much as a sentence can hold."""
    text = repr(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
