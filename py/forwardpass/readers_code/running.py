"""Runs a reader's code: its output, the values of its names, and why it stopped, if it did not reach its end."""

import ast
import builtins
import linecache
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from gettext import NullTranslations
from traceback import format_exception
from types import CodeType, TracebackType
from typing import TYPE_CHECKING, Any

import numpy as np

from .output import Output
from .trouble import FILE, line_of, said, wanted_module
from .values import values

if TYPE_CHECKING:
    from ..messages import Ran, Trouble

KEPT = (builtins, sys, np, np.linalg)  # modules that the code may change, and the next run is to find as they were
NOT_OURS = "sitecustomize"  # there, an exception is made that asks for a part of Python; it is not for the reader


def run(source: str, t: NullTranslations, printed: Callable[[str], object]) -> "Ran":
    """Run it as a module of its own. Whatever it raises is told in the answer; its last line is shown where it is a value, as Python's prompt does."""
    output, names = Output(printed), {"__name__": "__main__", "__builtins__": builtins}
    kept = [(module.__dict__, module.__dict__.copy()) for module in KEPT]
    raised: BaseException | None = None
    try:
        with redirect_stdout(output), redirect_stderr(output):
            _execute(source, names)
    except SystemExit:
        pass
    except BaseException as error:
        raised = error
    if isinstance(raised, MemoryError):
        names.clear()  # they hold it
    for namespace, before in kept:  # by no function of Python's: the code may have changed them all
        namespace.update(before)
    if raised is not None and type(raised).__module__ == NOT_OURS:
        raise raised
    output.end()
    return {
        "values": values(names),
        "is_cut": output.is_cut,
        "trouble": _trouble(raised, source, t) if raised else None,
        "wants": wanted_module(raised) if raised else "",
    }


def _execute(source: str, names: dict[str, Any]) -> None:
    linecache.cache[FILE] = (len(source), None, source.splitlines(keepends=True), FILE)  # tracebacks quote it
    tree = ast.parse(source, FILE)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(_compiled(tree), names)
    if isinstance(last, ast.Expr) and (value := eval(_compiled(ast.Expression(last.value)), names)) is not None:
        print(repr(value))


def _compiled(tree: ast.Module | ast.Expression) -> CodeType:
    return compile(tree, FILE, "exec" if isinstance(tree, ast.Module) else "eval")


def _trouble(error: BaseException, source: str, t: NullTranslations) -> "Trouble":
    own = _own_part(error.__traceback__)
    return {
        "line": line_of(error),
        "said": said(error, source, t),
        "exactly": "".join(format_exception(type(error), error, own)),
    }


def _own_part(traceback: TracebackType | None) -> TracebackType | None:
    """From the reader's first line on."""
    while traceback and traceback.tb_frame.f_code.co_filename != FILE:
        traceback = traceback.tb_next
    return traceback
