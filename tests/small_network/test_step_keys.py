"""What links call a step: keys that no two steps of a lesson share, and numbers that mean for ever what they meant."""

import re

import pytest

from forwardpass import api
from forwardpass.small_network.face import KEY_OF_STEP
from forwardpass.small_network.step_keys import numbered, place_of
from forwardpass.small_network.steps import make_lesson
from forwardpass.words.catalogs import LANGUAGES

from ..helpers.architectures import problem

MEANT = {
    (1, 1): "data layer-1 input neuron-1-1 error best pass conclusion",
    (3, 2, 1): "data layer-1 layer-2 input neuron-1-1 neuron-1-2 neuron-2-1 error best pass conclusion",
    (
        2,
        1,
        3,
        2,
    ): "data layer-1 layer-2 layer-3 input neuron-1-1 neuron-2-1 neuron-2-2 neuron-2-3 neuron-3-1 neuron-3-2 error best pass conclusion",
}


@pytest.mark.parametrize("sizes", MEANT)
def test_a_number_means_for_ever_what_it_meant_when_links_carried_numbers(sizes: tuple[int, ...]) -> None:
    assert numbered(sizes) == MEANT[sizes].split()


@pytest.mark.parametrize("seed", range(40))
def test_every_step_of_any_network_has_a_key_of_its_own_and_every_number_means_a_step(seed: int) -> None:
    given = problem(seed)
    keys = [step.key for step in make_lesson(given)]
    assert len(set(keys)) == len(keys)
    assert set(numbered(given.architecture.sizes)) <= set(keys)
    assert all(re.fullmatch(KEY_OF_STEP, key) for key in keys)
    assert [place_of(key, keys, given.architecture.sizes) for key in keys] == list(range(len(keys)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_key_is_the_same_in_every_language(lang: str) -> None:
    lesson = api.simple_forward_pass(7, lang)
    assert (
        [view["key"] for view in lesson["views"]] == lesson["steps"] == api.blank("simple_forward_pass", lang)["steps"]
    )


def test_a_number_means_its_key_also_where_a_lesson_has_gained_a_step() -> None:
    keys = ["data", "overview", *numbered((3, 2, 1))[1:]]
    assert keys[place_of(3, keys, (3, 2, 1))] == "input"
    assert keys[place_of("overview", keys, (3, 2, 1))] == "overview"


@pytest.mark.parametrize("asked", ["neuron-1-3", "4", "", -1, 11])
def test_what_is_no_step_is_refused_with_those_there_are(asked: str | int) -> None:
    with pytest.raises(
        ValueError, match=rf"the step is {asked}; expected one of data, layer-1, .*, or a number from 0 to 10"
    ):
        api.simple_forward_pass_step(asked, 7)
