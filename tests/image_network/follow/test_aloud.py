"""Each step of the lesson has one sentence for those who listen, with its most telling numbers."""

import re

import numpy as np
import pytest

from forwardpass.image_network.trained import DEFAULT
from forwardpass.words.catalogs import LANGUAGES

from .test_follow import NETWORKS, USUAL, Expected, close, followed, number

SPOKEN = re.compile(r'<p class="spoken">(.*?)</p>')


def told(sample: int, network: str = DEFAULT, lang: str = "en") -> dict[str, str]:
    """Key of a step → its sentence."""
    found = {key: SPOKEN.findall(view["html"]) for key, view in followed(sample, network, lang).items()}
    assert all(len(sentences) == 1 for sentences in found.values()), found
    return {key: sentences[0] for key, sentences in found.items()}


def numbers(sentence: str) -> list[float]:
    return [number(text) for text in re.findall(r"−?\d+(?:\.\d+)?", sentence)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_has_a_sentence_of_its_own_in_every_language(lang: str) -> None:
    sentences = told(3, lang=lang)
    assert list(sentences) == USUAL
    assert len(set(sentences.values())) == len(USUAL)
    assert lang == "en" or not set(sentences.values()) & set(told(3).values())


@pytest.mark.parametrize("network", NETWORKS)
def test_its_numbers_are_those_of_plain_numpy(network: str) -> None:
    for sample in range(10):
        sentences, expected = told(sample, network), Expected(sample, network)
        ink = int(np.count_nonzero(expected.pixels))
        assert numbers(sentences["look"]) == [ink, 784]
        assert numbers(sentences["numbers"])[:2] == [784, 784 - ink]
        assert close(numbers(sentences["layer-1"])[-1], expected.a[1].max())
        assert close(numbers(sentences["votes"])[-1], expected.totals.max())
        assert close(numbers(sentences["totals"])[-1], sorted(expected.totals)[-2])
        largest = expected.layers[0].weights[neuron_of(sentences["sum"])] * expected.a[0]
        z = largest.sum() + expected.layers[0].biases[neuron_of(sentences["sum"])]
        assert close(numbers(sentences["sum"])[-1], z)
        assert close(numbers(sentences["squeeze"])[1], z)
        assert close(numbers(sentences["neuron"])[-1], largest[np.abs(largest).argmax()])
        share = 100 * expected.shares.max()
        assert (f"{share:.1f}%" if share < 99.95 else "more than 99.9%") in sentences["softmax"]


def neuron_of(sentence: str) -> int:
    return int(re.match(r"Hidden neuron (\d+)", sentence)[1]) - 1  # type: ignore[index]


def test_the_sentences_of_one_image() -> None:
    sentences = told(3)
    assert sentences["layer-1"] == "Hidden neuron 10 has the largest activation of this layer: 1.00."
    assert sentences["totals"] == "The largest total: 0, 3.93. The next one: 2, −1.54."
    assert sentences["softmax"] == "The largest share: 0, 98.6%. The next one: 2, 0.4%."
    assert sentences["answer"].startswith("The network says 0")
