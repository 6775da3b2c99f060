"""Progress bars and the table at the end, by rich."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn
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
