"""The trained network against the official test set and an independent forward pass; samples and files that do not fit."""

import math
from pathlib import Path

import numpy as np
import pytest

from builder.images.idx import read_idx
from forwardpass.image_network.reading import Sample, predict, read
from forwardpass.image_network.trained import load_network, measured_score
from forwardpass.images.pixels import images_from_bytes, labels_from_bytes, pixels_from, to_bytes
from forwardpass.messages import LayerNumbers

from ..helpers.mnist_images import images, labels, sample


def test_the_network_gets_at_least_935_of_1000_official_test_images_right() -> None:
    right = int((predict(images()) == labels()).sum())
    assert len(labels()) == 10_000
    assert right >= 9350
    assert (right, 10_000) == (measured_score().right, measured_score().count), (
        "run `python3 build.py train`: the stored score is not of these weights"
    )


def by_hand(pixels: list[int]) -> list[float]:
    """The forward pass in plain Python, added up without rounding errors."""
    hidden, output = load_network().as_data()["layers"]
    a = [1 / (1 + math.exp(-z)) for z in sums(hidden, [pixel / 255 for pixel in pixels])]
    powers = [math.exp(z) for z in sums(output, a)]
    return [power / math.fsum(powers) for power in powers]


def sums(layer: LayerNumbers, given: list[float]) -> list[float]:
    return [
        math.fsum([bias, *(w * v for w, v in zip(row, given, strict=True))])
        for row, bias in zip(layer["weights"], layer["biases"], strict=True)
    ]


@pytest.mark.parametrize("number", [0, 1, 18, 4711, 9999])
def test_the_probabilities_agree_with_a_forward_pass_in_plain_python(number: int) -> None:
    assert read(sample(number)).probabilities == pytest.approx(by_hand(images()[number].tolist()), abs=1e-12)


def test_the_probabilities_of_every_test_image_sum_to_1_and_one_by_one_it_predicts_the_same() -> None:
    readings = [read(sample(number)) for number in range(200)]
    assert all(math.fsum(reading.probabilities) == pytest.approx(1, abs=1e-12) for reading in readings)
    assert [reading.predicted for reading in readings] == predict(images()[:200]).tolist()


def test_the_ranking_begins_with_the_prediction_and_holds_every_class_once() -> None:
    reading = read(sample(3))
    assert reading.ranking[0] == reading.predicted == int(np.argmax(reading.probabilities))
    assert sorted(reading.ranking) == list(range(10))


def test_no_images_give_no_predictions() -> None:
    assert predict(np.zeros((0, 784), np.uint8)).tolist() == []


def test_the_network_is_784_10_10_and_cannot_be_changed() -> None:
    network = load_network()
    assert network.sizes == (784, 10, 10)
    assert [layer.activation for layer in network.layers] == ["sigmoid", "softmax"]
    with pytest.raises(ValueError, match="read-only"):
        network.layers[0].weights[0, 0] = 1


def test_images_and_labels_survive_the_way_through_bytes() -> None:
    assert (images_from_bytes(to_bytes(images()[:5])) == images()[:5]).all()
    assert (labels_from_bytes(to_bytes(labels()[:5])) == labels()[:5]).all()


def test_a_sample_takes_any_784_whole_numbers_and_keeps_bytes() -> None:
    assert Sample(0, np.array([0, 255] * 392)).pixels.dtype == np.uint8


@pytest.mark.parametrize(
    ("pixels", "message"),
    [
        ([0] * 783, r"has 783 pixels in shape \(783,\); expected 784"),
        ([[0] * 28] * 28, r"shape \(28, 28\); expected 784"),
        ([0] * 700 + [256] + [0] * 83, "pixel 700 is 256; expected a whole number from 0"),
        ([-1] + [0] * 783, "pixel 0 is -1"),
        ([0.5] + [0] * 783, "pixel 0 is 0.5"),
        ([math.nan] + [0] * 783, "pixel 0 is nan"),
        (["a"] * 784, "expected whole numbers"),
    ],
)
def test_an_image_that_does_not_fit_is_named_with_its_value_and_what_was_expected(
    pixels: list[object], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        pixels_from(pixels)


@pytest.mark.parametrize(
    ("number", "label", "message"),
    [(10_000, 1, "10000; expected 0 to 9999"), (-1, 1, "number -1"), (0, 10, "label is 10; expected a class")],
)
def test_a_sample_that_does_not_exist_is_refused(number: int, label: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Sample(number, images()[0], label)


def test_images_of_another_size_are_refused() -> None:
    with pytest.raises(ValueError, match=r"shape \(2, 100\); expected \(n, 784\)"):
        predict(np.zeros((2, 100), np.uint8))
    with pytest.raises(ValueError, match="785 bytes; expected a multiple of 784"):
        images_from_bytes(bytes(785))
    with pytest.raises(ValueError, match="label 1 is 12"):
        labels_from_bytes(bytes([1, 12]))


def test_a_file_that_is_missing_cut_off_or_something_else_is_named(tmp_path: Path) -> None:
    path = tmp_path / "labels"
    with pytest.raises(FileNotFoundError, match=r"labels is missing.*npm ci"):
        read_idx(path)
    path.write_bytes(b"<html>")
    with pytest.raises(ValueError, match="expected 2051"):
        read_idx(path)
    path.write_bytes((2049).to_bytes(4, "big") + (3).to_bytes(4, "big") + bytes([1, 2]))
    with pytest.raises(ValueError, match="holds 2 items; expected 3"):
        read_idx(path)
