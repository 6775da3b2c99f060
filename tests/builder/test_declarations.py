"""What crosses the border is declared once: TypeScript's declarations are those of Python, and so are the signatures of the calls."""

import inspect
import subprocess
import sys
from typing import Any, TypedDict, get_type_hints

import pytest

from builder import declarations
from builder.shared.paths import ROOT
from forwardpass import api, messages

PY = ROOT / "py"


def test_the_file_for_typescript_is_what_is_made_of_the_messages() -> None:
    made = declarations.declarations()
    assert declarations.TARGET.read_text(encoding="utf-8") == made, "run `python3 build.py messages`"


def test_every_call_is_declared_and_no_other() -> None:
    assert set(messages.CALLS) == set(api.CALLS)


@pytest.mark.parametrize("call", messages.CALLS)
def test_the_signature_of_a_call_is_what_is_declared(call: str) -> None:
    declared: tuple[Any, Any] = messages.CALLS[call]
    arguments, answer = declared
    signature = inspect.signature(getattr(api, call))
    types = {name: parameter.annotation for name, parameter in signature.parameters.items()}
    assert types == get_type_hints(arguments)
    needed = {name for name, parameter in signature.parameters.items() if parameter.default is parameter.empty}
    assert needed == arguments.__required_keys__
    assert signature.return_annotation.removeprefix("m.") == answer.__name__


@pytest.mark.parametrize("name", [name for name, value in vars(messages).items() if isinstance(value, type)])
def test_every_declaration_says_what_it_is(name: str) -> None:
    if getattr(messages, name).__module__ == messages.__name__:
        assert (inspect.getdoc(getattr(messages, name)) or "").endswith(".")


def test_a_type_that_json_does_not_hold_has_no_declaration() -> None:
    class Strange(TypedDict):
        """It holds a set."""

        values: set[int]

    with pytest.raises(TypeError, match="has no declaration"):
        declarations.type_of(get_type_hints(Strange)["values"])


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        (int | None, "number | null"),
        (float | list[float], "number | number[]"),
        (list[int | None], "(number | null)[]"),
        (dict[str, list[str]], "Record<string, string[]>"),
        (str | bytes, "string | Uint8Array"),
        (messages.Code, "Code"),
    ],
)
def test_types_become_those_of_typescript(hint: Any, expected: str) -> None:
    assert declarations.type_of(hint) == expected


def test_nothing_of_it_is_loaded_while_a_demo_runs() -> None:
    calls = '[\'{"call": "learn", "seed": 7, "rate": 1, "iteration": 1, "lang": "en"}\', \'{"call": "x"}\']'
    script = f"import sys; from forwardpass import api; [api.answer(call) for call in {calls}]; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PY)
    loaded = done.stdout.split()
    assert "forwardpass.small_network.learning.view" in loaded
    assert "forwardpass.messages" not in loaded
