"""What was measured, as a table for the terminal, as JSON, and as a plot."""

import json
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

BAR_WIDTH, ROW, LEFT = 360, 22, 330  # of the plot

WIDTH = 150  # characters, where what is printed goes into a file


@dataclass(frozen=True)
class Measure:
    """One figure of ours beside that of somebody else.

    letter: of the list in run.py; against: whose the other one is; most: what the ratio of the medians should be at most, None where nothing is said.
    """

    letter: str
    name: str
    unit: str
    link: str
    against: str
    ours: Sequence[float]
    theirs: Sequence[float]
    most: float | None

    @property
    def ratio(self) -> float:
        return statistics.median(self.ours) / statistics.median(self.theirs) if any(self.theirs) else float("nan")

    @property
    def spread(self) -> tuple[float, float]:
        """Of the ratios of the rounds, the least and the greatest."""
        ratios = [ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=False) if theirs]
        return (min(ratios), max(ratios)) if ratios else (float("nan"), float("nan"))

    @property
    def as_data(self) -> dict[str, Any]:
        medians = {"ours_median": statistics.median(self.ours), "theirs_median": statistics.median(self.theirs)}
        return {**asdict(self), **medians, "ratio": self.ratio, "spread": self.spread}


def write_report(measures: Sequence[Measure], about: dict[str, Any], folder: Path) -> None:
    """Print the table; write figures.json and figures.svg."""
    console = Console()
    (console if console.is_terminal else Console(width=WIDTH)).print(table(measures))
    folder.mkdir(parents=True, exist_ok=True)
    data = {**about, "measures": [measure.as_data for measure in measures]}
    (folder / "figures.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "figures.svg").write_text(plot(measures), encoding="utf-8")


def table(measures: Sequence[Measure]) -> Table:
    shown = Table(title="Medians; ratio: ours / theirs, with those of the single rounds")
    for heading in ("", "what", "link", "ours", "against", "theirs", "unit", "ratio", "rounds", "at most"):
        shown.add_column(
            heading, justify="right" if heading in ("ours", "theirs", "ratio", "rounds", "at most") else "left"
        )
    for measure in measures:
        shown.add_row(*cells(measure))
    return shown


def cells(measure: Measure) -> Iterator[str]:
    least, greatest = measure.spread
    met = measure.most is None or measure.ratio <= measure.most
    yield from (measure.letter, measure.name, measure.link, number(statistics.median(measure.ours)), measure.against)
    yield from (
        number(statistics.median(measure.theirs)),
        measure.unit,
        f"{measure.ratio:.2f}",
        f"{least:.2f}–{greatest:.2f}",
    )
    yield "" if measure.most is None else f"{measure.most:g} {'✓' if met else '✗'}"


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def plot(measures: Sequence[Measure]) -> str:
    """A bar for each ratio, with a stroke where it should end at most. Full width is 1: as much as the other takes."""
    rows = "".join(bar(measure, 30 + ROW * index) for index, measure in enumerate(measures))
    height = 40 + ROW * len(measures)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + BAR_WIDTH + 80} {height}" font-family="sans-serif" font-size="12">'
        f'<rect width="100%" height="100%" fill="#fff"/><text x="{LEFT}" y="18">ours / theirs</text>{rows}'
        f'<path d="M{LEFT + BAR_WIDTH} 24V{height - 8}" stroke="#888" stroke-dasharray="3 3"/></svg>\n'
    )


def bar(measure: Measure, y: int) -> str:
    name = escape(f"{measure.letter}  {measure.name}, {measure.link} / {measure.against}")
    width = min(measure.ratio, 1.15) * BAR_WIDTH
    limit = (
        ""
        if measure.most is None
        else f'<path d="M{LEFT + measure.most * BAR_WIDTH:.0f} {y}v16" stroke="#c33" stroke-width="2"/>'
    )
    return (
        f'<text x="{LEFT - 8}" y="{y + 12}" text-anchor="end">{name}</text><rect x="{LEFT}" y="{y + 2}" width="{width:.0f}" height="12" fill="#37a"/>'
        f'{limit}<text x="{LEFT + width + 6:.0f}" y="{y + 12}">{measure.ratio:.2f}</text>'
    )
