"""A problem as a text for the address: short, the same problem back, and anything else is told."""

import base64
import binascii
import json
import re
from random import Random

import pytest

from forwardpass import api
from forwardpass.small_network.problem.address import CodeError, beginning, decode, encode
from forwardpass.small_network.problem.architecture import Architecture
from forwardpass.small_network.problem.editing import with_edits
from forwardpass.small_network.problem.problems import DEFAULT, make_problem
from forwardpass.words.catalogs import LANGUAGES, translator

from ...helpers.architectures import edits, problem

EN = translator("en")


def test_a_code_gives_its_problem_back() -> None:
    for seed in range(200):
        given = problem(seed, edited=seed % 3 > 0)
        code = encode(given)
        found = decode(code, EN)
        assert found.as_data() == given.as_data()
        assert found.edits == given.edits
        assert found.architecture == given.architecture
        assert re.fullmatch(r"[\w-]+", code)


def test_the_beginning_of_a_code_tells_how_large_its_network_is() -> None:
    usual = make_problem(4711)
    for given in (usual, make_problem(0), with_edits(usual, edits(usual, 1, 5))):
        assert encode(given).startswith(beginning(DEFAULT))
    for sizes in ((3, 2, 2), (3, 3, 1), (2, 2, 1), (3, 1), (3, 2, 1, 1)):
        other = Architecture(sizes, ("sigmoid",) * (len(sizes) - 1))
        assert not encode(make_problem(1, other)).startswith(beginning(DEFAULT))


def test_a_code_is_short() -> None:
    assert len(encode(make_problem(7, Architecture((3, 3, 1), ("relu", "identity"))))) <= 20
    assert len(encode(with_edits(make_problem(7), {"x-0": 1.5}))) <= 24
    everything = make_problem(999_999_999, Architecture((6,) * 5, ("tanh",) * 4))
    assert len(encode(with_edits(everything, edits(everything, 1, 3000)))) < 2000


def test_a_code_stays_what_it_is() -> None:
    assert encode(with_edits(make_problem(7), {"guess-w-0-1-2": -1.3, "y-0": 0.9})) == GOLDEN
    assert decode(GOLDEN, EN).y.tolist() == [0.9]


GOLDEN = "AQMDAgEAAAcDtAEGgwLVq6f3"


def damaged(random: Random) -> str:
    """A code with something wrong, or no code at all."""
    code = encode(problem(random.randrange(50), edited=True))
    at = random.randrange(len(code))
    alphabet = "abcXYZ019-_"
    ways = [
        lambda: code[:at],
        lambda: code[:at] + random.choice(alphabet) + code[at:],
        lambda: code[:at] + random.choice(alphabet.replace(code[at], "")) + code[at + 1 :],
        lambda: "".join(random.choice(alphabet) for _ in range(random.randrange(60))),
        lambda: "".join(chr(random.randrange(1, 0x3000)) for _ in range(random.randrange(1, 40))),
        lambda: "<script>alert(1)</script>" + code,
        lambda: sealed(bytes(random.randrange(256) for _ in range(random.randrange(40)))),
        lambda: sealed(bytes([1, random.randrange(8), *(random.randrange(8) for _ in range(random.randrange(40)))])),
        lambda: code + "=" * random.randrange(1, 4),
        lambda: code * 200,
    ]
    return random.choice(ways)()


def sealed(content: bytes) -> str:
    """With a checksum that fits, so that what is inside is looked at."""
    checksum = binascii.crc32(content).to_bytes(4, "big")
    return base64.urlsafe_b64encode(content + checksum).decode().rstrip("=")


def test_two_thousand_damaged_codes_are_told() -> None:
    random, told = Random(1), 0
    for _ in range(2000):
        code = damaged(random)
        answer = json.loads(api.answer(json.dumps({"call": "simple_forward_pass_step", "step": 0, "problem": code})))
        if "error" in answer:
            told += 1
            assert answer["error"]["message"].startswith("This link is damaged: “")
        else:
            assert answer["subject"] == {"problem": code}  # by chance it is right
            assert "<script" not in answer["view"]["html"]
    assert told > 1800


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_told_in_the_language_of_the_reader(lang: str) -> None:
    with pytest.raises(CodeError) as told:
        decode("banana", translator(lang))
    assert "banana" in str(told.value)
    assert ("damaged" in str(told.value)) == (lang == "en")
