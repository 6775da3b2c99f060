"""A file → a problem of the small demo: its network becomes the guess, each number rounded to what the demo prints."""

from .array_files import N_, Refused, read_arrays
from .editing import limits, with_edits
from .network import MOST_LAYERS, MOST_NEURONS, Architecture, Network
from .network_files import HIDDEN, TRANSPOSED, Parts, allowed_names, shortened, sorted_layers, spelled, stacked
from .places import bias_place, weight_place
from .problems import Problem, make_problem

USUAL = "sigmoid"


def read_small_network(content: bytes) -> Network:
    """Two to five columns of at most six neurons. Activations that the file does not name are sigmoid. Raises Refused."""
    arrays = read_arrays(content)
    parts = sorted_layers(arrays)
    named = [USUAL] * len(parts) if arrays.activations is None else [spelled(name) for name in arrays.activations]
    network = Network(tuple(stacked(parts, _inputs(parts[0]), allowed_names(named, [HIDDEN] * len(parts)))))
    if max(network.sizes) > MOST_NEURONS or len(network.layers) > MOST_LAYERS:
        raise Refused(
            N_("The file holds a {sizes} network; expected 2 to {columns} columns of at most {most} neurons."),
            sizes="-".join(map(str, network.sizes)),
            columns=MOST_LAYERS + 1,
            most=MOST_NEURONS,
        )
    return network


def _inputs(first: Parts) -> int:
    """How many values the first layer is fed with: what the kind of its name says."""
    shape = first.weights[1].shape if first.weights else ()
    if len(shape) != 2:
        return 0
    return int(shape[0] if first.kind in TRANSPOSED else shape[1])


def problem_from(network: Network, seed: int) -> Problem:
    """The problem of a seed with the network as its guess."""
    architecture = Architecture(network.sizes, tuple(layer.activation for layer in network.layers))
    edits = {}
    for number, layer in enumerate(network.layers):
        for target in range(layer.n_out):
            for source in range(layer.n_in):
                place = weight_place("guess", number, target, source)
                edits[place] = printed(place, float(layer.weights[target, source]))
            place = bias_place("guess", number, target)
            edits[place] = printed(place, float(layer.biases[target]))
    return with_edits(make_problem(seed, architecture), edits)


def printed(place: str, value: float) -> float:
    """The number as the demo shows it. Raises Refused where it is too large for that."""
    most, decimals = limits(place)
    rounded = round(value, decimals) + 0.0
    if abs(rounded) > most:
        raise Refused(
            N_(
                "The file holds the number {value}; expected numbers from −{most} to {most}, which are rounded to one decimal."
            ),
            value=shortened(f"{value:g}"),
            most=most,
        )
    return rounded
