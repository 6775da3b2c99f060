"""An activation has an entry in three tables: numbers, formulas, words. Nothing else of the package knows it by name."""

import ast
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import forwardpass
from forwardpass.formulas import activations as formulas
from forwardpass.network import activations as numbers
from forwardpass.words import activations as words

PACKAGE = Path(str(forwardpass.__file__)).parent
TABLES: tuple[ModuleType, ...] = (numbers, formulas, words)


def lacking() -> set[str]:
    """The activations that one of the tables does not have."""
    elementwise = [set(table.ELEMENTWISE) for table in TABLES]
    every = [set(table.ACTIVATIONS) for table in (numbers, formulas)]
    return set().union(*elementwise) - set.intersection(*elementwise) | every[0] ^ every[1]


def test_every_activation_has_its_numbers_formulas_and_words() -> None:
    assert lacking() == set()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
@pytest.mark.parametrize("name", numbers.ELEMENTWISE)
def test_an_entry_that_was_forgotten_is_named(table: ModuleType, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(table.ELEMENTWISE, name)
    assert lacking() == {name}


@pytest.mark.parametrize("table", [numbers, formulas], ids=lambda table: table.__name__)
@pytest.mark.parametrize("name", numbers.ACTIVATIONS)
def test_so_is_one_of_those_for_any_layer(table: ModuleType, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(table.ACTIVATIONS, name)
    assert lacking() == {name}


def test_numbers_in_addresses_mean_what_they_always_meant() -> None:
    assert [words.by_number(number) for number in range(4)] == ["sigmoid", "tanh", "relu", "identity"]
    assert {words.by_number(entry.number) for entry in words.ELEMENTWISE.values()} == set(words.ELEMENTWISE)
    with pytest.raises(ValueError, match="no activation has the number 99"):
        words.by_number(99)


def test_no_name_of_another_library_stands_for_two_activations() -> None:
    names = [name for key, entry in numbers.ACTIVATIONS.items() for name in (key, *entry.aliases)]
    assert len(names) == len(set(names))


# --- nobody else decides by name

OTHERS = [
    path
    for path in PACKAGE.rglob("*.py")
    if path.name != "activations.py" and path.parent.name != "chapter"  # whose figures are about two of them
]


def decisions(source: str) -> Iterator[int]:
    """The lines in which the name of an activation is compared with, or is a key of a table or a member of a set."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Compare(left=left, comparators=others):
                tested = [left, *others]
            case ast.Dict(keys=keys):
                tested = [key for key in keys if key]
            case ast.Set(elts=members):
                tested = members
            case ast.MatchValue(value=value):
                tested = [value]
            case _:
                continue
        if any(isinstance(each, ast.Constant) and each.value in numbers.ELEMENTWISE for each in tested):
            yield node.lineno


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_other_module_tells_activations_apart_by_name(path: Path) -> None:
    assert list(decisions(path.read_text(encoding="utf-8"))) == []


def test_a_decision_by_name_would_be_found() -> None:
    for source in ('{"relu": 1}', 'a == "tanh"', 'a in {"sigmoid", "softmax"}', 'match a:\n case "relu": pass'):
        assert list(decisions(source)), source
