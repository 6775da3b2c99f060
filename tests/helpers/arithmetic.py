"""Reads printed lines of arithmetic back and says whether they are true: an oracle of its own, which shares no code with the package."""

import re
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal, localcontext

FUNCTIONS = re.compile(r"σ\(|tanh\(|(?:Leaky)?ReLU\(")
NAME = re.compile(r"[^\W\d²]|\[")
EQUATION = re.compile(r"\S+ [=≈] (?:tanh|(?:Leaky)?ReLU|[-\d.×+²()σŷyzaσ₀-₉⁽⁾⁰-⁹¹²³ =≈])+")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def sigma(z: Decimal) -> Decimal:
    """The logistic function in 400 digits; where that is not enough to tell it from its limit, not quite the limit."""
    with localcontext() as context:
        context.prec = 400
        z = max(min(z, Decimal(400)), Decimal(-400))
        return 1 / (1 + (-z).exp())


def tanh(z: Decimal) -> Decimal:
    """The hyperbolic tangent: the logistic function stretched."""
    with localcontext() as context:
        context.prec = 400
        return 2 * sigma(2 * z) - 1


def relu(z: Decimal) -> Decimal:
    return z if z > 0 else Decimal(0)


def leaky_relu(z: Decimal) -> Decimal:
    return z if z > 0 else z / 100


def evaluate(expression: str) -> Decimal | None:
    """The value of an expression of numbers, + - × ² round brackets and activations; None where it holds a variable or a list."""
    if NAME.search(FUNCTIONS.sub("(", expression)):
        return None
    source = NUMBER.sub(r'D("\g<0>")', expression).replace("×", "*").replace("÷", "/").replace("²", "**2")
    source = source.replace("σ(", "sigma(").replace("LeakyReLU(", "leaky_relu(").replace("ReLU(", "relu(")
    functions = {"sigma": sigma, "tanh": tanh, "relu": relu, "leaky_relu": leaky_relu}
    result = eval(source, {"D": Decimal, **functions, "__builtins__": {}})
    assert isinstance(result, Decimal)
    return result


def links(line: str) -> list[tuple[Decimal, str, Decimal, str]]:
    """The links of an equation whose both sides are numbers: (left value, relation, right value, right as printed)."""
    if not EQUATION.fullmatch(line):
        return []
    parts = re.split(r" ([=≈]) ", line)
    found = []
    for i in range(0, len(parts) - 2, 2):
        left, relation, right = parts[i : i + 3]
        values = evaluate(left), evaluate(right)
        if values[0] is not None and values[1] is not None:
            found.append((values[0], relation, values[1], right))
    return found


def is_true(link: tuple[Decimal, str, Decimal, str]) -> bool:
    """`=` holds exactly; `≈` holds to the digits shown, whichever way a tie is rounded."""
    left, relation, right, printed = link
    if relation == "=":
        return left == right
    unit = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    return {left.quantize(unit, ROUND_HALF_UP), left.quantize(unit, ROUND_HALF_DOWN)} == {right}
