"""The forward pass, by hand, against an implementation without numpy, and by its properties."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forwardpass.network.activations import ACTIVATIONS, ELEMENTWISE, sigmoid, softmax
from forwardpass.network.forward import forward
from forwardpass.network.layers import Layer, Network, dense
from forwardpass.small_network.problem.problems import make_problem

HAND = Network((dense([[0.5, -1.0], [1.0, 0.0]], [0.0, -1.0], "sigmoid"), dense([[2.0, -2.0]], [0.0], "sigmoid")))


def test_a_pass_worked_by_hand() -> None:
    # z1 = (0.5·2 - 1·1, 1·2 - 1) = (0, 1); a1 = (1/2, e/(e+1)); z2 = 1 - 2e/(e+1)
    trace = forward(HAND, np.array([2.0, 1.0]))
    hidden = math.e / (math.e + 1)
    assert trace.z[0].tolist() == [0.0, 1.0]
    assert trace.a[0] == pytest.approx([0.5, hidden])
    assert trace.z[1] == pytest.approx([1 - 2 * hidden])
    assert trace.output == pytest.approx([1 / (1 + math.exp(2 * hidden - 1))])


@pytest.mark.parametrize("seed", range(100))
def test_it_agrees_with_loops_over_plain_floats(seed: int) -> None:
    problem = make_problem(seed)
    for network in (problem.guess, problem.best):
        trace, values = forward(network, problem.x), problem.x.tolist()
        for layer, z, a in zip(network.layers, trace.z, trace.a, strict=True):
            sums = [
                math.fsum([b, *(w * v for w, v in zip(row, values, strict=True))])
                for row, b in zip(layer.weights.tolist(), layer.biases.tolist(), strict=True)
            ]
            values = [1 / (1 + math.exp(-s)) for s in sums]
            assert z.tolist() == pytest.approx(sums, abs=1e-12)
            assert a.tolist() == pytest.approx(values, abs=1e-12)


def test_a_batch_gives_the_rows_of_single_passes() -> None:
    batch = np.random.default_rng(0).normal(size=(7, 2))
    together = forward(HAND, batch).output
    assert together == pytest.approx(np.array([forward(HAND, row).output for row in batch]))


@given(st.lists(st.floats(-700, 700), min_size=1, max_size=12))
def test_softmax_is_positive_sums_to_one_and_ignores_a_shift(z: list[float]) -> None:
    p = softmax(np.array(z))
    assert p.sum() == pytest.approx(1)
    assert (p >= 0).all()
    assert softmax(np.array(z) + 3.0) == pytest.approx(p)


@given(st.floats(-1e6, 1e6))
def test_the_sigmoid_stays_between_0_and_1_and_mirrors(z: float) -> None:
    up, down = sigmoid(np.array([z, -z]))
    assert 0 <= up <= 1
    assert up + down == pytest.approx(1)


def test_a_hundredth_of_what_is_negative_leaks_through_the_leaky_relu() -> None:
    activation, z = ELEMENTWISE["leaky_relu"], np.array([-200.0, 0.0, 3.0])
    a = activation.function(z)
    assert a.tolist() == [-2.0, 0.0, 3.0]
    assert activation.derivative(z, a).tolist() == [0.01, 0.01, 1.0]


def test_an_input_of_the_wrong_length_is_named() -> None:
    with pytest.raises(ValueError, match="the input has 3 values; expected 2, one per input neuron"):
        forward(HAND, np.zeros(3))


def test_layers_that_do_not_fit_are_named() -> None:
    first, second = HAND.layers
    with pytest.raises(ValueError, match="layer 2 takes 2 values; expected 1, what the layer before gives"):
        Network((second, first))


def test_a_bias_too_many_is_named() -> None:
    with pytest.raises(ValueError, match=r"biases have shape \(2,\); expected \(1,\)"):
        Layer(np.ones((1, 3)), np.ones(2), "sigmoid")


def test_an_unknown_activation_is_named_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="unknown activation 'step'; expected one of sigmoid"):
        dense([[1.0]], [0.0], "step")


def test_arrays_of_a_dense_layer_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        HAND.layers[0].weights[0, 0] = 1


@pytest.mark.parametrize("name", ELEMENTWISE)
@given(z=st.floats(-8, 8).filter(lambda z: abs(z) > 1e-3))  # not in a kink
def test_the_slope_of_an_activation_is_its_finite_difference(name: str, z: float) -> None:
    activation, at = ELEMENTWISE[name], np.array([z])
    step = 1e-5
    difference = (activation.function(at + step) - activation.function(at - step)) / (2 * step)
    assert activation.derivative(at, activation.function(at)) == pytest.approx(difference, abs=1e-6)


@pytest.mark.parametrize("name", ACTIVATIONS)
@given(z=st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=5))
def test_an_activation_stays_within_its_bounds(name: str, z: list[float]) -> None:
    (least, most), a = ACTIVATIONS[name].bounds, ACTIVATIONS[name].function(np.array(z))
    assert a.shape == (len(z),)
    assert ((least <= a) & (a <= most)).all()


@pytest.mark.parametrize("name", ELEMENTWISE)
@given(z=st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)))
def test_an_activation_never_falls(name: str, z: tuple[float, float]) -> None:
    low, high = ELEMENTWISE[name].function(np.array(sorted(z)))
    assert low <= high


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_code_of_an_activation_computes_what_it_does(name: str) -> None:
    z = np.array([-2.5, 0.0, 0.5, 3.0])
    a = eval(ACTIVATIONS[name].code, {"np": np, "z": z})
    assert a == pytest.approx(ACTIVATIONS[name].function(z))
    if name in ELEMENTWISE:
        slope = eval(ELEMENTWISE[name].derivative_code, {"np": np, "z": z, "a": a})
        assert slope == pytest.approx(ELEMENTWISE[name].derivative(z, a))
