"""Activations in words: what each is called, how it is introduced, what may be asked before its value is shown; and its number in addresses."""

from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations

from .catalogs import N_


@dataclass(frozen=True, kw_only=True)
class Guess:
    """Where a value will lie, asked before it is seen: in the first of two ranges where is_first says so of z.

    choices: the ranges; reasons: why it lies in the first, why in the second, with {z} and {a}.
    """

    is_first: Callable[[float], bool]
    choices: tuple[str, str]
    reasons: tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class ActivationWords:
    """What is said of an activation; all of it are messages of the catalogs.

    number: what stands for it in addresses, for good.
    name: as an entry of a list.
    subject: in a sentence, after its first word.
    introduction: what it does, where it comes up first, with {z}, {a} and {definition}.
    """

    number: int
    name: str
    subject: str
    introduction: str
    guess: Guess


def activation_name(activation: str, t: NullTranslations) -> str:
    """As an entry of a list."""
    return t.gettext(ELEMENTWISE[activation].name)


def by_number(number: int) -> str:
    """The activation that a number in an address stands for. Raises ValueError where there is none."""
    for activation, words in ELEMENTWISE.items():
        if words.number == number:
            return activation
    raise ValueError(f"no activation has the number {number}")


# --- guesses

KEEPS_ITS_SIGN = (N_("0 or more"), N_("Less than 0"))


def _is_positive(z: float) -> bool:
    return z > 0


def _is_not_negative(z: float) -> bool:
    return z >= 0


ELEMENTWISE: dict[str, ActivationWords] = {
    "sigmoid": ActivationWords(
        number=0,
        # NOTE: name of an activation function
        name=N_("sigmoid"),
        subject=N_("the sigmoid"),
        introduction=N_(
            "The sum {z} then goes through the sigmoid, {definition}, which squeezes any number into the range from 0 to 1. "
            "The result is the activation {a}."
        ),
        guess=Guess(
            is_first=_is_not_negative,
            choices=(N_("One half or more"), N_("Less than one half")),
            reasons=(
                N_("The weighted sum {z} is 0 or more, and the sigmoid of such a number is one half or more."),
                N_("The weighted sum {z} is negative, and the sigmoid of a negative number is less than one half."),
            ),
        ),
    ),
    "tanh": ActivationWords(
        number=1,
        # NOTE: name of an activation function
        name=N_("tanh"),
        subject=N_("the hyperbolic tangent"),
        introduction=N_(
            "The sum {z} then goes through the hyperbolic tangent, {definition}, which squeezes any number into the range from −1 to 1. "
            "The result is the activation {a}."
        ),
        guess=Guess(
            is_first=_is_not_negative,
            choices=KEEPS_ITS_SIGN,
            reasons=(
                N_("tanh keeps the sign: {z} is 0 or more, so {a} is too."),
                N_("tanh keeps the sign: {z} is negative, so {a} is too."),
            ),
        ),
    ),
    "relu": ActivationWords(
        number=2,
        # NOTE: name of an activation function
        name=N_("ReLU"),
        subject=N_("the ReLU"),
        introduction=N_(
            "The sum {z} then goes through the ReLU, {definition}: a negative number becomes 0, any other stays as it is. "
            "The result is the activation {a}."
        ),
        guess=Guess(
            is_first=_is_positive,
            choices=(N_("More than 0"), N_("Exactly 0")),
            reasons=(
                N_("The weighted sum {z} is positive, and the ReLU lets it pass as it is."),
                N_("The weighted sum {z} is not positive, and the ReLU turns it into 0."),
            ),
        ),
    ),
    "leaky_relu": ActivationWords(
        number=4,
        # NOTE: name of an activation function
        name=N_("leaky ReLU"),
        subject=N_("the leaky ReLU"),
        introduction=N_(
            "The sum {z} then goes through the leaky ReLU, {definition}: a negative number shrinks to a hundredth, any other stays as it is. "
            "The result is the activation {a}."
        ),
        guess=Guess(
            is_first=_is_not_negative,
            choices=KEEPS_ITS_SIGN,
            reasons=(
                N_("The leaky ReLU keeps the sign: {z} is 0 or more, so {a} is too."),
                N_("The leaky ReLU keeps the sign: {z} is negative, so {a} is too, a hundredth of it."),
            ),
        ),
    ),
    "identity": ActivationWords(
        number=3,
        # NOTE: name of an activation function
        name=N_("identity"),
        subject=N_("the identity"),
        introduction=N_(
            "The activation function of this layer is the identity: the sum {z}, as it is, is the activation {a}."
        ),
        guess=Guess(
            is_first=_is_not_negative,
            choices=KEEPS_ITS_SIGN,
            reasons=(
                N_("The identity changes nothing: {z} is 0 or more, so {a} is too."),
                N_("The identity changes nothing: {z} is negative, so {a} is too."),
            ),
        ),
    ),
}
