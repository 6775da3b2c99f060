"""The view of a sample: true words in both languages, code that computes the same numbers, honest percentages."""

import json
import re
import warnings
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from forwardpass.image_network.reading import Sample
from forwardpass.image_network.trained import measured_score
from forwardpass.image_network.view import blank_view, view
from forwardpass.words.catalogs import LANGUAGES, translator
from forwardpass.words.wording import percentage

from ..helpers.mnist_images import images, misread, reading, sample

KEYS = {"title", "svg", "html", "text", "alt", "code", "numbers", "index", "count", "key"}
BOUNDS = {"more than": ">", "less than": "<", "más del": ">", "menos del": "<"}
ENGLISH = translator("en")


def agrees(shown: str, probability: float) -> bool:
    """Whether a percentage as printed is true of a probability."""
    for words, sign in BOUNDS.items():
        shown = shown.replace(words, sign)
    sign, number = re.fullmatch(r"([<>]?) ?(\d+\.\d) ?%", shown).groups()  # type: ignore[union-attr]
    if sign:
        return probability > float(number) / 100 if sign == ">" else probability < float(number) / 100
    return abs(100 * probability - float(number)) <= 0.05 + 1e-9


READ = ("en", "es")  # the languages whose words this oracle reads
PERCENTAGE = r"((?:more than |less than |más del |menos del )?\d+\.\d ?%)"


@pytest.mark.parametrize("lang", READ)
def test_every_number_in_the_words_of_a_hundred_samples_is_true(lang: str) -> None:
    for number in (*range(95), *misread()):
        shown, expected = view(sample(number), translator(lang)), reading(number)
        probabilities = expected.probabilities
        title, came_in, hidden, output, answer, verdict = shown["text"].splitlines()
        assert re.findall(r"\d+", title) == [str(number), str(expected.predicted)]
        assert str(int((images()[number] == 0).sum())) in re.findall(r"\d+", came_in)
        assert (hidden, output) == ("a = σ(W⁽¹⁾ · x + b⁽¹⁾)", "p = softmax(W⁽²⁾ · a + b⁽²⁾)")
        first, second = re.findall(PERCENTAGE, answer)
        assert agrees(first, max(probabilities))
        assert agrees(second, sorted(probabilities)[-2])
        assert re.findall(r"(?<![\d.])\d(?!\.?\d)", answer) == [str(digit) for digit in expected.ranking[:2]]
        assert re.search(r"(?<![\d.])\d(?!\.?\d)", verdict).group() == str(expected.sample.label)  # type: ignore[union-attr]
        if not expected.is_right:
            assert agrees(re.findall(PERCENTAGE, verdict)[0], probabilities[expected.sample.label or 0])
        assert agrees(re.findall(PERCENTAGE, verdict)[-1], measured_score().share)
        assert str(measured_score().right) in verdict


@pytest.mark.parametrize("lang", READ)
def test_the_description_names_prediction_true_class_and_all_ten_probabilities(lang: str) -> None:
    for number in (0, 1, 2, misread()[0]):
        alt, expected = view(sample(number), translator(lang))["alt"], reading(number)
        chances = dict(re.findall(rf"(\d): {PERCENTAGE}", alt))
        assert list(chances) == list("0123456789")
        assert all(agrees(chances[str(digit)], p) for digit, p in enumerate(expected.probabilities))
        assert f" {expected.predicted}." in alt.partition("28")[0]
        assert ("✓" in alt, "✗" in alt) == (expected.is_right, not expected.is_right)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_tells_the_numbers_that_english_tells(lang: str) -> None:
    for number in (*range(10), *misread()[:10]):
        here, english = view(sample(number), translator(lang)), view(sample(number), ENGLISH)
        for part in ("text", "alt"):
            assert numbers(here[part]) == numbers(english[part])


def numbers(text: str) -> list[str]:
    """The numbers in a text, sorted; 10,000 and 10 000 are the same, and so are 94.9 and 94,9."""
    whole = re.sub(r"(?<=\d)[,\u202f](?=\d{3})", "", text)
    return sorted(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", ".", whole)))


@pytest.mark.parametrize("number", [0, 1, 7, 18, 9999])
def test_the_code_runs_as_it_stands_and_computes_the_same_numbers(number: int) -> None:
    shown = view(sample(number), ENGLISH)
    names: dict[str, np.ndarray] = {}
    with warnings.catch_warnings(action="error"):
        exec(shown["code"], names)
    assert names["x"] == pytest.approx(np.array(shown["numbers"]["pixels"]) / 255)
    assert names["a1"] == pytest.approx(np.array(shown["numbers"]["hidden"][0]), abs=1e-12)
    assert names["probabilities"] == pytest.approx(np.array(shown["numbers"]["probabilities"]), abs=1e-12)
    assert names["prediction"] == shown["numbers"]["predicted"]


def test_a_view_is_plain_data_under_the_agreed_keys() -> None:
    shown = view(sample(5), ENGLISH)
    assert set(shown) == KEYS
    assert set(shown["numbers"]) == {
        "sample",
        "network",
        "data",
        "pixels",
        "hidden",
        "probabilities",
        "predicted",
        "label",
    }
    assert shown["numbers"]["pixels"] == images()[5].tolist()
    assert (shown["index"], shown["count"], shown["key"]) == (5, 10_000, "sample")
    assert json.loads(json.dumps(shown)) == shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markup_is_well_formed_and_says_what_the_plain_text_says(lang: str) -> None:
    shown = view(sample(misread()[0]), translator(lang))
    root = ET.fromstring(f"<div>{shown['html'].replace('<wbr>', '<wbr/>')}</div>")
    sentences = [line for line in shown["text"].splitlines() if "=" not in line]
    assert ["".join(e.itertext()).replace("\u00a0", " ") for e in root if e.tag != "div"] == [
        sentence.replace("\u00a0", " ") for sentence in sentences
    ]


def test_right_and_wrong_are_said_in_words_and_by_a_mark() -> None:
    right, wrong = view(sample(0), ENGLISH), view(sample(misread()[0]), ENGLISH)
    assert "✓ Right" in right["text"]
    assert "✗" not in right["html"]
    assert "✗ Wrong" in wrong["text"]
    assert "✓" not in wrong["html"]


def test_without_a_label_nothing_is_called_right_or_wrong() -> None:
    shown = view(Sample(3, images()[3]), ENGLISH)
    assert shown["numbers"]["label"] is None
    assert not re.search("[✓✗]", shown["text"] + shown["alt"] + shown["svg"])
    assert "Nobody has labelled this image" in shown["text"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_blank_view_has_words_and_a_network_but_no_numbers(lang: str) -> None:
    shown = blank_view(translator(lang))
    assert set(shown) == KEYS
    assert (shown["numbers"], shown["code"], shown["count"]) == (None, "", 10_000)
    assert "%" not in shown["svg"] + shown["html"] + shown["text"]


def test_spanish_views_speak_spanish_throughout() -> None:
    english, spanish = (view(sample(misread()[0]), translator(lang)) for lang in READ)
    formulas = {line for line in english["text"].splitlines() if "=" in line}
    assert set(english["text"].splitlines()) & set(spanish["text"].splitlines()) == formulas
    assert not re.search("[^a-z](image|wrong|hidden|inputs|outputs|weights|true class)<", spanish["svg"])


@pytest.mark.parametrize(
    ("probability", "shown"),
    [
        (0.998, "99.8%"),
        (0.9994, "99.9%"),
        (0.9996, "more than 99.9%"),
        (1.0, "more than 99.9%"),
        (0.0006, "0.1%"),
        (0.0004, "less than 0.1%"),
        (0.0, "less than 0.1%"),
        (0.5, "50.0%"),
    ],
)
def test_no_percentage_claims_certainty(probability: float, shown: str) -> None:
    assert percentage(probability, ENGLISH) == shown
    assert percentage(probability, ENGLISH, brief=True) == shown.replace("more than", ">").replace("less than", "<")
