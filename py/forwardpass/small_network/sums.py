"""What the inset of a drawing shows, as numbers true as printed: the terms of a sum, and how far an answer is from its target."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from gettext import NullTranslations

from ..formulas import activations as act
from ..formulas import notation as n
from ..formulas.expressions import Formula, total
from .arithmetic import ERROR_DECIMALS, VALUE_DECIMALS, input_value, neuron_name, pre_activation_name, value
from .problem.problems import Problem
from .steps import Kind, Step


@dataclass(frozen=True)
class SumTerm:
    """What is added: its name as in formulas, how it is worked out, and what it is. amount: true of the factors as printed."""

    key: str
    factors: Formula
    amount: Formula
    size: float


@dataclass(frozen=True)
class Sum:
    """A neuron's terms, the bias last. The amounts as printed add up to z as printed."""

    terms: tuple[SumTerm, ...]
    z_name: Formula
    z_shown: Formula
    z: float
    activation: str
    activated: Formula
    a_shown: Formula
    a: float


@dataclass(frozen=True)
class Miss:
    """An output and its target: y, ŷ, how far they are apart, and the square of that, as a line that is true."""

    names: tuple[str, str]
    y: float
    answer: float
    line: Formula


@dataclass(frozen=True)
class Legend:
    positive: str
    negative: str
    stronger: str
    activation: str
    focus: str


@dataclass(frozen=True)
class Below:
    """What is computed at a step: a sum, or how far the answers are from their targets; at most steps nothing.

    legend: words for what the look of connections and neurons says, where they have a look and nothing is computed.
    """

    sum: Sum | None = None
    misses: tuple[Miss, ...] = ()
    legend: Legend | None = None


def below(step: Step, problem: Problem, t: NullTranslations) -> Below:
    computed = misses(step, problem) if step.kind is Kind.ERROR else Below(_sum(step))
    is_free = step.kind is not Kind.DATA and not (computed.sum or computed.misses)
    return replace(computed, legend=_legend(t)) if is_free else computed


def misses(step: Step, problem: Problem, decimals: int = ERROR_DECIMALS) -> Below:
    """How far the answers of a step are from their targets; the squares with so many decimals. Raises NoTrueLine."""
    return Below(misses=tuple(_misses(step, problem, decimals)))


def _legend(t: NullTranslations) -> Legend:
    return Legend(
        t.gettext("positive"),
        t.gettext("negative"),
        t.gettext("stronger"),
        t.gettext("activation"),
        t.gettext("in focus"),
    )


def _sum(step: Step) -> Sum | None:
    """Of the neuron that a step is about."""
    if step.kind is not Kind.NEURON:
        return None
    layer, unit = step.layer, step.unit
    data, neuron, sizes = step.network.layers[layer], (layer + 1, unit), step.network.sizes
    z, a = float(step.trace.z[layer][unit]), float(step.trace.a[layer][unit])
    weights, given = data.weights[unit].tolist(), step.trace.inputs_of(layer).tolist()
    sizes_of_terms = [*(w * x for w, x in zip(weights, given, strict=True)), float(data.biases[unit])]
    amounts, z_shown = _amounts(sizes_of_terms, z)
    factors = [
        *(_factors(step, i, weight, amounts[i], weight * given[i]) for i, weight in enumerate(weights)),
        n.name("b"),
    ]
    keys = [*(f"{layer}-{i}-{unit}" for i in range(data.n_in)), f"{layer}-b-{unit}"]
    return Sum(
        tuple(SumTerm(*parts) for parts in zip(keys, factors, amounts, sizes_of_terms, strict=True)),
        pre_activation_name(sizes, neuron),
        z_shown,
        z,
        data.activation,
        act.activated(data.activation, n.name("z")),
        value(step, neuron),
        a,
    )


def _amounts(sizes: Sequence[float], z: float) -> tuple[list[Formula], Formula]:
    """With as many decimals as it takes for them to add up."""
    built: list[Formula] = []

    def build(decimals: int) -> Formula:
        built[:] = [n.rounded(size, decimals) for size in sizes]
        return total(built)

    _, z_shown = n.settle(build, z, VALUE_DECIMALS)
    return built, z_shown


def _factors(step: Step, index: int, weight: float, amount: Formula, size: float) -> Formula:
    """weight × value, with as many decimals as the amount needs."""
    shown_weight = n.exact(weight)
    if step.layer == 0:
        return shown_weight * input_value(step, index)
    given = float(step.trace.inputs_of(step.layer)[index])
    line, _ = n.settle(lambda d: shown_weight * n.rounded(given, d), size, n.decimals_of(amount))
    return line


def _misses(step: Step, problem: Problem, decimals: int) -> Iterator[Miss]:
    """Of each output."""
    count = problem.y.size
    for unit in range(count):
        y, answer = float(problem.y[unit]), float(step.trace.output[unit])
        number = unit + 1 if count > 1 else None
        gap = abs(y - answer)
        line, square = n.settle(lambda d, gap=gap: n.rounded(gap, d).squared(), gap * gap, decimals)  # type: ignore[misc]
        names = n.name("y", number).text, neuron_name(step.network.sizes, (len(step.network.sizes) - 1, unit)).text
        yield Miss(names, y, answer, n.equal(line, square))
