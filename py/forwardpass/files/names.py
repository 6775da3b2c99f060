"""What a name says of an array: whether it is weights, biases or part of a batch normalisation, and of which layer."""

import re
from dataclasses import dataclass

WEIGHTS, BIAS = "weights", "biases"
GAMMA, BETA, MEAN, VARIANCE = "gamma", "beta", "mean", "variance"
NORM = (GAMMA, BETA, MEAN, VARIANCE)

ROLES = {
    WEIGHTS: ("weights", "weight", "kernel", "kernels", "coefs", "coef", "theta", "syn", "matrix", "wih", "who", "w", "ws"),
    BIAS: ("biases", "bias", "intercepts", "intercept", "bih", "bho", "bh", "bo", "b", "bs"),
    GAMMA: ("gamma", "scale"),
    BETA: ("beta",),
    MEAN: ("mean",),
    VARIANCE: ("variance", "var"),
}  # fmt: skip
ROLE_OF = {word: role for role, words in ROLES.items() for word in words}
OF_A_LAYER = ("wih", "who", "bih", "bho", "bh", "bo")  # from input to hidden, for one: these tell the layer, too
KERNELS = ("kernel", "kernels", "coefs", "coef", "arr")  # inputs × outputs, as Keras and scikit-learn have them
BESIDE = {  # what says nothing of the answers
    "score", "scores", "accuracy", "acc", "loss", "losses", "cost", "costs", "error", "errors", "history", "curve", "epoch", "epochs", "step", "steps",
    "iteration", "iterations", "iter", "rate", "lr", "momentum", "seed", "tracked", "sizes", "size", "architecture", "topology", "shape", "layers", "dims",
    "t", "n", "id", "name", "names", "version", "date", "time", "format", "dtype", "optimizer", "units", "dropout", "comment", "description", "author",
    "dataset", "samples", "count", "type", "class", "trainable", "title", "batch", "threshold", "thresh", "keys", "random", "state",
}  # fmt: skip
NUMBERS = {word: number for number, words in enumerate(("in input first one", "two second", "three third", "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth"), start=1) for word in words.split()}  # fmt: skip
NUMBERS |= {"hidden": 50, "final": 999, "last": 999, "out": 999, "output": 999}
WRAPPERS = re.compile(
    r"^(?:(?:params|batch_stats|module|model|_orig_mod|state_dict|model_state_dict|network|net)[./])+"
)
TOKEN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d{1,9}|[^\W\d_a-zA-Z]+")


@dataclass(frozen=True)
class Name:
    """role: one of ROLES, or nothing. layer: the rest of the name, the same for all arrays of a layer. word: the one that told the role."""

    role: str
    layer: str
    word: str


def parsed(name: str) -> Name:
    """Long words go before single letters: in weights.b1 the array is weights."""
    words = tokens(name)
    told = [(len(word) > 1, place) for place, word in enumerate(words) if word in ROLE_OF]
    if not told:
        return Name("", ".".join(words), "arr" if words[:1] == ["arr"] else "")
    _, place = max(told)
    is_both = words[place] in OF_A_LAYER
    layer = ".".join(words if is_both else (*words[:place], *words[place + 1 :]))
    return Name(ROLE_OF[words[place]], layer, words[place])


def tokens(name: str) -> list[str]:
    """fc1_W, fc1W and Fc1/w: fc, 1, w. What wraps a whole network, as module., is left out, and the :0 of TensorFlow."""
    bare = WRAPPERS.sub("", name).removesuffix(":0")
    words = [word.lower() for word in TOKEN.findall(bare)]
    return [str(int(word)) if word.isdecimal() else word for word in words if word not in ("running", "moving")]


def is_beside(name: str) -> bool:
    """Whether it names what says nothing of the answers: a counter, a score, sizes."""
    return any(word in BESIDE for word in tokens(name)) and not parsed(name).role


def natural(name: str) -> list[tuple[int, str]]:
    """A key to sort by, in which numbers count as numbers, 2 before 10, also where they are words."""
    words = tokens(name)
    return [(int(word), "") if word.isdecimal() else (NUMBERS.get(word, -1), word) for word in words]
