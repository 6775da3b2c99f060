"""How links name a step: by its key, and in old links by a number."""

from ..errors import WrongArgument


class WrongStep(WrongArgument):
    """A step that a lesson does not have."""

    code = "wrong_step"


def numbered(sizes: tuple[int, ...]) -> list[str]:
    """The keys that the numbers of old links mean, from 0 on, in a network of these sizes.

    They mean for ever what they meant when links carried numbers: a step that lessons gain later has a key alone.
    """
    layers = range(1, len(sizes))
    return [
        "data",
        *(f"layer-{layer}" for layer in layers),
        "input",
        *(f"neuron-{layer}-{unit}" for layer in layers for unit in range(1, sizes[layer] + 1)),
        *("error", "best", "pass", "conclusion"),
    ]


def place_of(asked: str | int, keys: list[str], sizes: tuple[int, ...]) -> int:
    """Where a step, by key or by number, stands among the keys of its lesson. Raises WrongStep where it is none of them."""
    old = numbered(sizes)
    if isinstance(asked, int) and 0 <= asked < len(old):
        return keys.index(old[asked])
    if asked in keys:
        return keys.index(str(asked))
    raise WrongStep(f"the step is {asked}; expected one of {', '.join(keys)}, or a number from 0 to {len(old) - 1}")
