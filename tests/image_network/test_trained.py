"""The trained networks: as good as the page says, found by name, and what a page shows of each of them."""

import json
import math
import re
from pathlib import Path

import numpy as np
import pytest

from forwardpass import api
from forwardpass.errors import MissingNetwork, WrongArgument
from forwardpass.image_network.data_sets import DATA_SETS
from forwardpass.image_network.reading import predict
from forwardpass.image_network.trained import DATA, OWN, Trained, find, keep, load_network, measured_score
from forwardpass.image_network.view import view
from forwardpass.words.catalogs import LANGUAGES, translator

from ..helpers.mnist_images import images, labels, sample
from ..helpers.network_files import wide

LEAST = {
    "mnist_784_10_10": 0.935,
    "mnist_784_32_10": 0.965,
    "mnist_784_128_10": 0.98,
    "fashion_784_10_10": 0.86,
    "fashion_784_64_10": 0.89,
}


def set_of(network: str) -> str:
    return network.partition("_")[0]


def test_every_stored_network_is_held_to_a_figure() -> None:
    assert {path.stem for path in Path(DATA).glob("*.npz")} == set(LEAST)
    assert {data.network for data in DATA_SETS.values()} <= set(LEAST)


@pytest.mark.parametrize("name", LEAST)
def test_a_network_is_as_good_on_the_ten_thousand_test_images_as_its_file_says(name: str) -> None:
    right = int((predict(images(set_of(name)), load_network(name)) == labels(set_of(name))).sum())
    assert right >= LEAST[name] * 10_000
    assert (right, 10_000) == (measured_score(name).right, measured_score(name).count)


@pytest.mark.parametrize("name", LEAST)
def test_the_sizes_are_those_of_the_name(name: str) -> None:
    assert load_network(name).sizes == tuple(int(size) for size in name.split("_")[1:])


def test_all_networks_but_the_first_are_small_files() -> None:
    assert all((Path(DATA) / f"{name}.npz").stat().st_size < 220_000 for name in LEAST)


def test_a_network_that_is_nowhere_is_named() -> None:
    for name in ("mnist_784_99_10", OWN):
        with pytest.raises(MissingNetwork, match=f"there is no network '{name}'") as told:
            find(name)
        assert told.value.missing == name
    for name in ("../mnist_784_10_10", "", "README.md"):
        with pytest.raises(WrongArgument, match=re.escape(f"there is no network {name!r}")):
            find(name)
    asked = {"call": "classify", "pixels": "", "network": "mnist_1_1_10"}
    error = json.loads(api.answer(json.dumps(asked)))["error"]
    assert (error["code"], error["missing"]) == ("missing_network", "mnist_1_1_10")


def test_a_network_that_was_handed_over_is_found_by_its_name_until_another_takes_its_place() -> None:
    first, second = (Trained("handed_over", wide(seed)) for seed in (1, 2))
    keep(first)
    assert find("handed_over") is first
    keep(second)
    assert find("handed_over") is second


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", LEAST)
def test_the_words_of_a_view_name_the_class_and_the_score(name: str, lang: str) -> None:
    t = translator(lang)
    for number in range(5):
        shown = view(sample(number, set_of(name)), t, find(name))
        classes = DATA_SETS[set_of(name)].words(t).classes
        assert classes[shown["numbers"]["predicted"]] in shown["title"]
        assert str(measured_score(name).right) in shown["text"]
        assert all(word in shown["alt"] for word in classes)
        assert (shown["numbers"]["network"], shown["numbers"]["data"]) == (name, set_of(name))
        assert math.fsum(shown["numbers"]["probabilities"]) == pytest.approx(1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_classes_of_clothes_have_ten_different_names_that_fit_beside_the_bars(lang: str) -> None:
    names = DATA_SETS["fashion"].words(translator(lang)).classes
    assert len(set(names)) == 10
    assert max(map(len, names)) <= 10


def test_a_view_says_how_many_neurons_are_left_out_of_the_drawing() -> None:
    text = view(sample(0), translator("en"), find("mnist_784_128_10"))["text"]
    assert "Of the 128 neurons of hidden layer 1 the drawing shows the 10 that pass on the most." in text
    assert "that pass on the most" not in view(sample(0), translator("en"))["text"]


@pytest.mark.parametrize("name", [*LEAST, "deep"])
def test_the_code_of_any_network_runs_and_computes_the_same_numbers(name: str, tmp_path: Path) -> None:
    network = wide(3, (20, "tanh"), (12, "relu"), (5, "identity"))
    trained = Trained("deep", network) if name == "deep" else find(name)
    shown = view(sample(7, "mnist"), translator("en"), trained)
    names: dict[str, np.ndarray] = {}
    code = shown["code"].replace('load_network("deep")', "network")
    exec(code, names | {"network": network}, found := {**names, "network": network})
    assert found["probabilities"] == pytest.approx(np.array(shown["numbers"]["probabilities"]), abs=1e-12)


def test_a_network_that_nobody_has_measured_says_so() -> None:
    text = view(sample(0), translator("en"), Trained(OWN, wide(1)))["text"]
    assert "has not been counted yet" in text
