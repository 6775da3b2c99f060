"""Random architectures and edits, the same in every run."""

from random import Random

from forwardpass.network.activations import ELEMENTWISE
from forwardpass.small_network.problem.architecture import Architecture
from forwardpass.small_network.problem.editing import with_edits
from forwardpass.small_network.problem.places import places
from forwardpass.small_network.problem.problems import Problem, make_problem


def architecture(seed: int) -> Architecture:
    """1 to 4 layers with weights, 1 to 6 neurons a column, any activations."""
    random = Random(seed)
    sizes = tuple(random.randint(1, 6) for _ in range(random.randint(2, 5)))
    return Architecture(sizes, tuple(random.choice(list(ELEMENTWISE)) for _ in sizes[1:]))


def edits(problem: Problem, seed: int, count: int) -> dict[str, float]:
    """So many numbers anywhere within their limits."""
    random, names = Random(seed), list(places(problem.architecture))
    found = {}
    for _ in range(count):
        place = random.choice(names)
        found[place] = random.randint(-999999, 999999) / 100 if place.startswith("y") else random.randint(-99, 99) / 10
    return found


def problem(seed: int, edited: bool = False) -> Problem:
    """A problem of a random architecture."""
    plain = make_problem(seed, architecture(seed))
    return with_edits(plain, edits(plain, seed, 1 + seed % 9)) if edited else plain
