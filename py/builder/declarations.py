"""What crosses the border, for tsc: py/forwardpass/messages.py → web/messages.d.ts, `build.py messages`. A test compares the two."""

import ast
from collections.abc import Iterator, Sequence
from inspect import getdoc, getsource
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from forwardpass import messages

from .shared.paths import ROOT

TARGET = ROOT / "web" / "messages.d.ts"
HEAD = (
    "// Made by `build.py messages` from py/forwardpass/messages.py: what crosses the border between Python and a page."
)
PLAIN: dict[Any, str] = {
    bool: "boolean",
    bytes: "Uint8Array",
    float: "number",
    int: "number",
    str: "string",
    NoneType: "null",
}
ALIASES = {value: name for name, value in vars(messages).items() if get_origin(value) is Literal}
LINE = 120  # characters, as biome.json has it


def write_declarations() -> None:
    TARGET.write_text(declarations(), encoding="utf-8")


def declarations() -> str:
    """The text of the file."""
    return "\n\n".join([HEAD, *_types(), _calls()]) + "\n"


def _types() -> Iterator[str]:
    for name, value in vars(messages).items():
        if is_typeddict(value):
            yield interface(value)
        elif name in ALIASES.values():
            yield alias(name, value)


def interface(kind: Any) -> str:
    """A TypedDict with its own fields; those that it takes over stay with their owners."""
    bases = bases_of(kind)
    taken_over = {field for base in bases for field in get_type_hints(getattr(messages, base))}
    extends = f" extends {', '.join(bases)}" if bases else ""
    fields = [
        f"  {field}{'?' if field in kind.__optional_keys__ else ''}: {type_of(hint)};"
        for field, hint in get_type_hints(kind).items()
        if field not in taken_over
    ]
    return "\n".join([_comment(getdoc(kind) or ""), f"export interface {kind.__name__}{extends} {{", *fields, "}"])


def bases_of(kind: Any) -> list[str]:
    """As the source has them: a TypedDict forgets them before Python 3.12."""
    (found,) = ast.parse(getsource(kind)).body
    assert isinstance(found, ast.ClassDef)
    names = (base.id for base in found.bases if isinstance(base, ast.Name))
    return [name for name in names if name != "TypedDict"]


def alias(name: str, kind: Any) -> str:
    """A choice of words: on one line if it fits."""
    line = f"export type {name} = {' | '.join(map(_text, get_args(kind)))};"
    if len(line) <= LINE:
        return line
    return f"export type {name} =\n" + "\n".join(f"  | {_text(word)}" for word in get_args(kind)) + ";"


def type_of(hint: Any) -> str:
    """The same in TypeScript. Raises TypeError for what is not known here."""
    origin, parts = get_origin(hint), get_args(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if hint in ALIASES:
        return ALIASES[hint]
    if is_typeddict(hint):
        return str(hint.__name__)
    if origin in (Union, UnionType):
        return " | ".join(dict.fromkeys(map(type_of, parts)))
    if origin in (list, Sequence):
        return f"{'readonly ' if origin is Sequence else ''}{_bracketed(type_of(parts[0]))}[]"
    if origin is dict and parts[0] is str:
        return f"Record<string, {type_of(parts[1])}>"
    raise TypeError(f"{hint} has no declaration; expected what JSON holds")


def _bracketed(kind: str) -> str:
    return f"({kind})" if " | " in kind else kind


def _text(word: str) -> str:
    return f'"{word}"'


def _comment(doc: str) -> str:
    """On one line where it is one."""
    first, *others = doc.splitlines()
    if not others:
        return f"/** {first} */"
    return "\n".join(["/**", *(f" * {line}".rstrip() for line in (first, *others)), " */"])


def _calls() -> str:
    rows = [
        f"  {name}: {{ arguments: {arguments.__name__}; answer: {answer.__name__} }};"
        for name, (arguments, answer) in messages.CALLS.items()
    ]
    return "\n".join(["/** Each call by its name. */", "export interface Calls {", *rows, "}"])
