"""Training: the gradients against finite differences, the same bytes on a second run, and that it learns."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from builder.images import image_sets
from builder.images.image_sets import Examples, read_examples
from builder.images.train_digits import (
    NOTE,
    RECIPES,
    Recipe,
    first_parameters,
    gradients,
    main,
    measure,
    network_of,
    note,
    save,
    train,
)
from forwardpass.network.activations import sigmoid, softmax

QUICK = replace(RECIPES["mnist_784_10_10"], epochs=2)


@pytest.fixture(scope="module")
def examples() -> Examples:
    return read_examples("mnist", "train").part(0, 5000)


def saved(path: Path, recipe: Recipe, examples: Examples) -> bytes:
    parameters = train(recipe, examples, progress=False)
    save(path, recipe, parameters, {"test_score": measure(network_of(recipe, parameters), examples)})
    return path.read_bytes()


def test_a_second_run_writes_the_same_bytes_and_another_seed_others(tmp_path: Path, examples: Examples) -> None:
    first = saved(tmp_path / "first.npz", QUICK, examples)
    assert saved(tmp_path / "second.npz", QUICK, examples) == first
    assert saved(tmp_path / "third.npz", replace(QUICK, seed=2), examples) != first


def test_two_epochs_on_5000_images_already_read_most_digits(examples: Examples) -> None:
    network = network_of(QUICK, train(QUICK, examples, progress=False))
    assert network.sizes == (784, 10, 10)
    assert measure(network, examples).share > 0.75


def test_the_gradients_are_the_slopes_of_the_cross_entropy() -> None:
    recipe = Recipe("mnist", (6, 4, 10), ("sigmoid", "softmax"))
    rng = np.random.default_rng(3)
    parameters = [p.astype(np.float64) for p in first_parameters(recipe, rng)]
    x, y = rng.random((5, 6)), np.eye(10)[rng.integers(10, size=5)]

    def loss() -> float:
        w1, b1, w2, b2 = parameters
        return float(-(y * np.log(softmax(sigmoid(x @ w1.T + b1) @ w2.T + b2))).sum() / 5)

    for p, gradient in zip(parameters, gradients(recipe, parameters, x, y), strict=True):
        for place in np.ndindex(p.shape):
            kept, step = p[place], 1e-6
            p[place] = kept + step
            above = loss()
            p[place] = kept - step
            below = loss()
            p[place] = kept
            assert gradient[place] == pytest.approx((above - below) / (2 * step), abs=1e-7)


def test_the_note_beside_the_weights_is_the_one_training_writes() -> None:
    directory = Path(__file__).parents[3] / "py" / "forwardpass" / "data"
    assert (directory / "README.md").read_text(encoding="utf-8") == note(directory)
    assert NOTE.startswith("<!-- written by py/train_digits.py -->")


def test_missing_training_images_are_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(image_sets.READERS, "mnist", lambda part: image_sets.read_mnist(part, tmp_path))
    with pytest.raises(SystemExit, match=r"train-images-idx3-ubyte is missing.*npm ci"):
        main(["mnist_784_10_10"])
