"""Backpropagation against finite differences in random networks, and by hand for the 3-2-1 network."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forwardpass.network.activations import ELEMENTWISE, Array
from forwardpass.network.forward import forward
from forwardpass.network.gradient import gradient
from forwardpass.network.layers import Layer, Network, dense

NUDGE = 1e-6
AT_ONCE = np.array([-1e-9, 1e-9])  # left and right of 0
KINKED = {name for name, each in ELEMENTWISE.items() if np.ptp(each.derivative(AT_ONCE, each.function(AT_ONCE))) > 1e-3}


@st.composite
def networks(draw: st.DrawFn) -> tuple[Network, Array, Array]:
    """A network of two to five columns, an input and a target."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=2, max_size=5))
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    layers = [
        Layer(rng.uniform(-1, 1, (n_out, n_in)), rng.uniform(-1, 1, n_out), draw(st.sampled_from(sorted(ELEMENTWISE))))
        for n_in, n_out in pairwise(sizes)
    ]
    return Network(tuple(layers)), rng.uniform(0, 3, sizes[0]), rng.uniform(0, 1, sizes[-1])


def error(network: Network, x: Array, y: Array) -> float:
    return float(((y - forward(network, x).output) ** 2).sum())


def nudged(network: Network, layer: int, name: str, place: tuple[int, ...], by: float) -> Network:
    parts = {"weights": network.layers[layer].weights.copy(), "biases": network.layers[layer].biases.copy()}
    parts[name][place] += by
    layers = list(network.layers)
    layers[layer] = Layer(parts["weights"], parts["biases"], network.layers[layer].activation)
    return Network(tuple(layers))


@settings(max_examples=60, deadline=None)
@given(networks())
def test_every_slope_is_a_finite_difference(drawn: tuple[Network, Array, Array]) -> None:
    network, x, y = drawn
    if any(
        np.abs(z).min() < 1e-3
        for layer, z in zip(network.layers, forward(network, x).z, strict=True)
        if layer.activation in KINKED
    ):
        return  # a kink has no slope
    slopes = gradient(network, forward(network, x), y)
    for layer in range(len(network.layers)):
        for name, found in (("weights", slopes.weights[layer]), ("biases", slopes.biases[layer])):
            for place in np.ndindex(found.shape):
                more, less = (error(nudged(network, layer, name, place, by), x, y) for by in (NUDGE, -NUDGE))
                assert found[place] == pytest.approx((more - less) / (2 * NUDGE), rel=1e-4, abs=1e-5)


def test_the_3_2_1_network_by_hand() -> None:
    """With all weights 0, hidden values and output are 1/2: E = (y - 1/2)², ∂E/∂z = 2 (1/2 - y) / 4, and nothing reaches the hidden layer."""
    network = Network(
        (dense([[0.0] * 3] * 2, [0.0, 0.0], "sigmoid"), dense([[0.0, 0.0]], [0.0], "sigmoid")),
    )
    x, y = np.array([1.0, 2.0, 3.0]), np.array([0.9])
    slopes = gradient(network, forward(network, x), y)
    assert slopes.biases[1] == pytest.approx([-0.2])
    assert slopes.weights[1] == pytest.approx(np.array([[-0.1, -0.1]]))
    assert not slopes.weights[0].any()
    assert not slopes.biases[0].any()


def test_the_chain_rule_by_hand_through_a_line_of_neurons() -> None:
    """x = 2, w = 3, identity, then w = 4 and the ReLU: ŷ = 24, E = (20 - 24)², ∂E/∂ŷ = 8."""
    network = Network((dense([[3.0]], [0.0], "identity"), dense([[4.0]], [0.0], "relu")))
    x, y = np.array([2.0]), np.array([20.0])
    slopes = gradient(network, forward(network, x), y)
    assert slopes.weights[1].item() == 8 * 6
    assert slopes.biases[1].item() == 8
    assert slopes.weights[0].item() == 8 * 4 * 2
    assert slopes.biases[0].item() == 8 * 4


def test_a_softmax_is_refused_with_what_can_be_had() -> None:
    network = Network((dense([[1.0], [2.0]], [0.0, 0.0], "softmax"),))
    x = np.array([1.0])
    with pytest.raises(ValueError, match="no gradient for the activation 'softmax'; expected one of sigmoid"):
        gradient(network, forward(network, x), np.array([0.0, 1.0]))
