"""Neurons that can be pressed say their names and their values."""

import re

from forwardpass.image_network.view import blank_view, view
from forwardpass.words.catalogs import translator

from ...helpers.mnist_images import sample


def names(svg: str) -> list[str]:
    return [name for name in re.findall(r'aria-label="([^"]+)"', svg) if "neuron" in name]


def test_a_hidden_neuron_tells_its_activation_an_output_its_probability_and_the_answer_that_it_is() -> None:
    shown = view(sample(0), translator("en"))
    numbers = shown["numbers"]
    assert numbers
    found = dict(name.split(": ", 1) for name in names(shown["svg"]))
    hidden = [found[f"Hidden neuron {number}"] for number in range(1, 11)]
    assert [float(text.replace("−", "-")) for text in hidden] == [round(a, 2) for a in numbers["hidden"][0]]
    answers = [name for name, value in found.items() if value.endswith(", the answer")]
    assert answers == [f"Output neuron for {numbers['predicted']}"]
    assert found[answers[0]] == f"{100 * max(numbers['probabilities']):.1f}%, the answer"


def test_while_nothing_is_computed_they_have_names_alone() -> None:
    assert {name for name in names(blank_view(translator("en"))["svg"]) if ":" in name} == set()
