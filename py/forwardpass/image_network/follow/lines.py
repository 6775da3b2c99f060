"""The lines of arithmetic of a lesson. Each is true as printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...formulas import activations as act
from ...formulas import notation as n
from ...formulas.expressions import Formula, total
from ...images.pixels import BRIGHTEST
from ...network.activations import ELEMENTWISE, Array
from ...svg.labels import minus
from ..inside.figures import Addend, product_line
from ..inside.view import SelectedNeuron, halves, z_name
from ..reading import Reading
from .steps import Followed

DECIMALS, SHARE_DECIMALS, MOST = 2, 3, 12
LARGEST_POWER = 12  # e to more than that is too long to be printed


def signed_text(value: float, decimals: int = DECIMALS) -> str:
    """+1.20 or −0.35."""
    return minus(n.signed(n.rounded(value, decimals)).text)


def pixel_line(reading: Reading, index: int) -> Formula:
    """x = 253 ÷ 255 ≈ 0.99"""
    value = int(reading.sample.pixels[index])
    quotient = n.exact(value, 0) / n.exact(BRIGHTEST, 0)
    return n.equal(n.name("x", index + 1), quotient, n.rounded(value / BRIGHTEST, DECIMALS))


def product(addend: Addend) -> Formula:
    """0.99 × 1.85 ≈ 1.83"""
    return n.equal(*product_line(addend))


def parts(unit: SelectedNeuron) -> list[float]:
    """What a sum is made of: what speaks for it, what against, the bias."""
    return [*halves(unit.addends), unit.bias]


def sum_line(unit: SelectedNeuron) -> Formula:
    """z = 9.01 + (-5.67) + (-0.41) ≈ 2.93"""
    amounts = parts(unit)
    line, z = n.settle(lambda d: total([n.rounded(part, d) for part in amounts]), unit.z, DECIMALS)
    return n.equal(z_name(unit), line, z)


def activation_line(unit: SelectedNeuron) -> Formula:
    """a = σ(z) = σ(2.93) ≈ 0.95"""
    activation = unit.reading.network.layers[unit.layer].activation
    a = float(unit.reading.trace.a[unit.layer][unit.index])
    if ELEMENTWISE[activation].changes_nothing:
        return n.about(n.equal(unit.name, z_name(unit)), n.rounded(a, DECIMALS))
    line, value = n.settle(lambda d: act.activated(activation, n.rounded(unit.z, d)), a, DECIMALS)
    return n.equal(unit.name, act.activated(activation, z_name(unit)), line, value)


def lead_line(followed: Followed) -> Formula:
    """z₇ - z₃ = 6.12 - 2.05 = 4.07: by how much the answer is ahead."""
    first, second = (followed.output(label) for label in (followed.reading.predicted, followed.rival))
    line, lead = n.settle(lambda d: n.rounded(first.z, d) - n.rounded(second.z, d), first.z - second.z, DECIMALS)
    return n.equal(z_name(first) - z_name(second), line, lead)


# --- softmax


@dataclass(frozen=True)
class Row:
    """A class in the table of the softmax: its total, from which `SoftmaxTable.shift` may be taken, and e to the power of what is printed."""

    z: Formula
    power: Formula


@dataclass(frozen=True)
class SoftmaxTable:
    """shift: what is taken from each total first, 0 where e to their powers can be printed as they are. whole: the sum of the powers."""

    shift: float
    rows: tuple[Row, ...]
    whole: Formula


def softmax_table(reading: Reading) -> SoftmaxTable:
    """With as many decimals as make the shares, computed from what is printed, the probabilities to a tenth of a percent."""
    z = reading.trace.z[-1]
    largest = float(z.max())
    shift = 0.0 if 0 <= largest <= LARGEST_POWER else largest
    shares = [n.rounded(p, SHARE_DECIMALS) for p in reading.probabilities]
    for decimals in range(DECIMALS, MOST + 1):
        table = _table(z - shift, shift, decimals)
        if all(n.is_true(row.power / table.whole, share) for row, share in zip(table.rows, shares, strict=True)):
            break
    return table


def _table(z: Array, shift: float, decimals: int) -> SoftmaxTable:
    rows = tuple(_row(n.rounded(value, decimals), decimals) for value in z.tolist())
    return SoftmaxTable(shift, rows, _sum([row.power for row in rows]))


def _row(z: Formula, decimals: int) -> Row:
    return Row(z, n.rounded(float(n.value_of(z).exp()), decimals))


def _sum(powers: Sequence[Formula]) -> Formula:
    """As it is printed: all decimals of the powers, which are exact."""
    whole = total(powers)
    return n.exact(float(n.value_of(whole)), max(map(n.decimals_of, powers)))


def share_line(reading: Reading, label: int) -> Formula:
    """p₇ = 454.86 ÷ 458.31 ≈ 0.992"""
    table = softmax_table(reading)
    quotient = table.rows[label].power / table.whole
    return n.equal(n.name("p", label), quotient, n.rounded(reading.probabilities[label], SHARE_DECIMALS))
