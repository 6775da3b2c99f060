"""What a reader's code came to: output, values, and a sentence about what stopped it."""

import builtins
import json

import numpy as np
import pytest

from forwardpass.messages import Ran
from forwardpass.readers_code.door import answer
from forwardpass.readers_code.output import MOST
from forwardpass.readers_code.running import run
from forwardpass.words.catalogs import LANGUAGES, translator

GIVEN = "import numpy as np\nx = np.array([1.0, 2.0])\nW1 = np.array([[1, 2, 3], [4, 5, 6]])\nb1 = np.array([0.1, 0.2, 0.3])\n"
LAST = 5  # the line after these
SENTENCES = {
    "W1 @ x": "x has 2 numbers; 3 were expected.",
    "np.dot(W1, x)": "x has 2 numbers; 3 were expected.",
    "x + b1": "b1 has 3 numbers; 2 were expected.",
    "W1 @ np.ones(1)": "np.ones(1) has 1 number; 3 were expected.",
    "x + W1": "W1 has 2×3 numbers; 2 were expected.",
    "W1[0] = x": "2 numbers cannot be paired with 3.",
    "np.array([[1, 2], [3]])": "All rows of an array must be of the same length.",
    "W2": "Nothing is named “W2” yet.",
    "x[2]": "There is no index 2: it runs from 0 to 1.",
    "[1, 2][2]": "The index is beyond the end.",
    "1 / 0": "Something is divided by zero.",
    "x = [": "Python cannot read this line: '[' was never closed.",
    "import flask": "There is no module “flask” here; numpy and Python’s own modules can be imported.",
    "f = lambda: f()\nf()": "A function calls itself without end.",
    "raise KeyError('w')": "KeyError: 'w'",
    "raise StopIteration": "StopIteration",
    "raise BaseException('any')": "BaseException: any",
}


def ran(code: str, lang: str = "en") -> tuple[Ran, str]:
    """What came of it, and what was printed."""
    pieces: list[str] = []
    return run(code, translator(lang), pieces.append), "".join(pieces)


@pytest.mark.parametrize("line", SENTENCES)
def test_what_stops_the_code_is_said_in_one_sentence_with_its_line(line: str) -> None:
    trouble = ran(GIVEN + line)[0]["trouble"]
    assert trouble
    assert (trouble["said"], trouble["line"]) == (SENTENCES[line], LAST)
    assert trouble["exactly"].startswith(("Traceback", '  File "<code>"'))
    assert "running.py" not in trouble["exactly"]


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_it_is_said_in_the_language_of_the_reader(lang: str) -> None:
    for line in ("W1 @ x", "W2", "x[2]", "1 / 0"):
        trouble = ran(GIVEN + line, lang)[0]["trouble"]
        assert trouble
        assert trouble["said"] != SENTENCES[line]
        assert not {"{", "}"} & set(trouble["said"])


def test_what_is_printed_comes_and_the_last_value_is_shown() -> None:
    assert ran("print(1)\n2 + 2")[1] == "1\n4\n"
    assert ran("import sys\nprint('careful', file=sys.stderr)")[1] == "careful\n"
    assert ran("")[1] == ""


def test_of_too_much_output_the_beginning_is_shown() -> None:
    result, printed = ran("for i in range(10**5): print(i)")
    assert len(printed) == MOST
    assert result["is_cut"]
    assert printed.startswith("0\n1\n")


def test_names_have_their_values_and_are_called_as_in_the_lesson() -> None:
    code = "import math\nW1 = math.pi\ny_hat = [1, 2]\n_own = 3\ndef f(): pass\nword = 'a'\nlost = float('nan')\nthing = object()"
    values = {value["name"]: value for value in ran(code)[0]["values"]}
    assert list(values) == ["W1", "y_hat", "word", "lost"]
    assert [values[name]["symbol"] for name in ("W1", "y_hat", "word")] == ["W⁽¹⁾", "ŷ", "word"]
    assert json.loads(values["y_hat"]["numbers"]) == [1, 2]
    assert values["lost"]["numbers"] == values["word"]["numbers"] == ""


def test_what_the_code_does_to_python_is_over_with_it() -> None:
    before, array = builtins.len, np.array
    assert ran("import builtins, numpy\nbuiltins.len = builtins.repr = None\nnumpy.array = None")[0]["trouble"] is None
    assert builtins.len is before
    assert np.array is array
    assert ran("len([1])")[1] == "1\n"


def test_a_value_that_cannot_be_written_is_passed_over() -> None:
    code = "class Bad(float):\n    def __str__(self): raise ValueError\nb = Bad(1)"
    assert [value["text"] for value in ran(code)[0]["values"]] == ["…"]


def test_leaving_is_an_end_like_another() -> None:
    assert ran("import sys\nx = 1\nsys.exit(2)")[0]["trouble"] is None


def test_a_module_of_pythons_own_is_told_from_others() -> None:
    assert ran("import numpy.no_such_thing")[0]["wants"] == "numpy.no_such_thing"
    assert ran("import no_such_thing")[0]["wants"] == ""


def test_the_door_takes_and_gives_json_and_puts_files_where_they_are_read(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    request = {
        "code": "import pathlib\npathlib.Path('a.txt').read_text()",
        "lang": "en",
        "files": {"a.txt": "aGVsbG8="},
    }
    pieces: list[str] = []
    assert json.loads(answer(json.dumps(request), pieces.append))["trouble"] is None
    assert "".join(pieces) == "'hello'\n"
