"""Progress bars and the table at the end, by rich."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.table import Table

console = Console()


@contextmanager
def download_bar(name: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar for a download; call what it gives with the number of bytes of each piece."""
    columns = (
        TextColumn("  {task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(name, total=total)
        yield lambda size: progress.advance(task, size)


@contextmanager
def moving_bar(name: str) -> Iterator[None]:
    """A bar for work whose end cannot be told, with the time it takes; gone when it is done."""
    columns = (TextColumn("  {task.description:<20}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        progress.add_task(name, total=None)
        yield


def table_of_sizes(rows: list[tuple[str, int, int, int]]) -> None:
    """Print (what, number of files, bytes, bytes by gzip), with their sum."""
    table = Table("what", "files", "raw", "gzip", title="Sizes in kB")
    for column in table.columns[1:]:
        column.justify = "right"
    for name, files, raw, packed in rows:
        table.add_row(name, f"{files:,}", f"{raw / 1000:,.0f}", f"{packed / 1000:,.0f}")
    table.add_section()
    files, raw, packed = map(sum, zip(*(row[1:] for row in rows), strict=True))
    table.add_row("all", f"{files:,}", f"{raw / 1000:,.0f}", f"{packed / 1000:,.0f}")
    console.print(table)
