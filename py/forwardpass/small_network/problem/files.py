"""A file → a problem of the small demo: its network becomes the guess, each number rounded to what the demo prints."""

from gettext import NullTranslations
from typing import TYPE_CHECKING

from ...errors import Refused
from ...files.arrays import shortened
from ...files.encoded import from_base64
from ...files.kinds import read_arrays
from ...files.networks import NO_CHOICES, Choices, Taken, Wanted, take
from ...files.report import how_read, menus
from ...network.layers import Network
from ...words.catalogs import N_
from ..steps import make_lesson
from ..view import subject
from .architecture import MOST_LAYERS, MOST_NEURONS, Architecture
from .editing import with_edits
from .places import bias_place, limits, weight_place
from .problems import Problem, make_problem

if TYPE_CHECKING:
    from ...messages import OpenedNetwork

SMALL = Wanted(None, None, "sigmoid")


def read_small_network(content: bytes, choices: Choices = NO_CHOICES) -> Taken:
    """Two to five columns of at most six neurons. Activations that the file does not name are sigmoid. Raises Refused."""
    taken = take(read_arrays(content), SMALL, choices)
    network = taken.network
    if max(network.sizes) > MOST_NEURONS or len(network.layers) > MOST_LAYERS:
        raise Refused(
            N_("The file holds a {sizes} network; expected 2 to {columns} columns of at most {most} neurons."),
            sizes="-".join(map(str, network.sizes)),
            columns=MOST_LAYERS + 1,
            most=MOST_NEURONS,
        )
    return taken


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


def open_small(content: str, seed: int, index: int, choices: Choices, t: NullTranslations) -> "OpenedNetwork":
    """The subject of the problem that a file makes, and the key of the step there that is nearest to one of another problem. Raises WrongFile."""
    try:
        taken = read_small_network(from_base64(content), choices)
        problem = problem_from(taken.network, seed)
    except Refused as refused:
        raise refused.said(t) from None
    message = t.gettext("Loaded: a {sizes} network ({activations}). The lesson starts from its parameters.")
    steps = make_lesson(problem)
    return {
        "subject": subject(problem),
        "step": steps[max(0, min(index, len(steps) - 1))].key,
        "taken": how_read(message, taken, t),
        "menus": menus(taken, t, has_pixels=False),
    }
