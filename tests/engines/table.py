"""The table at the end of a run: engine by test, passed, failed, or what a driver cannot do."""

from collections import defaultdict
from typing import Any

import pytest

FOLDER = "tests/engines/"
ENGINES = ("chromium", "firefox", "webkit")
# (engine, test) → what its driver has no way to do
CANNOT: dict[tuple[str, str], str] = {
    (
        "webkit",
        "test_nothing_in_the_cell_leads_out_of_it",
    ): "WebKitGTK makes no worker of a blob in a frame without an origin: code of a reader's is not run there",
}


def cells(reports: dict[str, list[Any]]) -> tuple[dict[str, dict[str, str]], list[str]]:
    """Test → engine → what became of it; and the reasons of what was not run."""
    rows: dict[str, dict[str, str]] = defaultdict(dict)
    reasons: list[str] = []
    for outcome in ("passed", "skipped", "failed", "error"):
        for report in reports.get(outcome, []):
            test, _, parameters = getattr(report, "nodeid", "").partition("[")
            engine = next((name for name in ENGINES if name in parameters), None)
            if not test.startswith(FOLDER) or engine is None or (outcome == "passed" and report.when != "call"):
                continue
            file, _, function = test.removeprefix(FOLDER).partition("::")
            name = ": ".join(
                part.removeprefix("test_").removesuffix(".py").replace("_", " ") for part in (file, function)
            )
            more = parameters.rstrip("]").replace(engine, "").strip("-")
            word, why = said(report, outcome)
            rows[f"{name} {more}".strip()][engine] = word
            if why and why not in reasons:
                reasons.append(why)
    return rows, reasons


def said(report: Any, outcome: str) -> tuple[str, str]:
    """One word, and the reason where it was not run."""
    if outcome != "skipped":
        return ("passed", "") if outcome == "passed" else ("FAILED", "")
    why = str(report.longrepr[2]).removeprefix("Skipped: ")
    return ("cannot" if why.startswith("cannot: ") else "not here"), why


def show(reporter: pytest.TerminalReporter) -> None:
    rows, reasons = cells(reporter.stats)
    if not rows:
        return
    reporter.section("engines")
    width = max(map(len, rows)) + 2
    reporter.write_line(" " * width + "".join(f"{engine:10}" for engine in ENGINES).rstrip())
    for name, found in rows.items():
        reporter.write_line(name.ljust(width) + "".join(f"{found.get(engine, '-'):10}" for engine in ENGINES).rstrip())
    for why in reasons:
        reporter.write_line(why)
