"""The table of engines says what became of each test, and of what was not run the reason."""

from typing import Any, NamedTuple

from .table import CANNOT, cells

FEW = 3


class Report(NamedTuple):
    nodeid: str
    when: str = "call"
    longrepr: Any = None


def test_each_test_has_a_word_for_each_engine_and_what_was_not_run_a_reason() -> None:
    at = "tests/engines/test_digits.py::test_all_steps"
    rows, reasons = cells(
        {
            "passed": [
                Report(f"{at}[chromium]"),
                Report(f"{at}[chromium]", "teardown"),
                Report("tests/test_api.py::a[firefox]"),
            ],
            "failed": [Report(f"{at}[firefox]")],
            "skipped": [
                Report(f"{at}[webkit]", "setup", ("file", 1, "Skipped: webkit is not on this machine")),
                Report(
                    "tests/engines/test_visits.py::test_offline[webkit-digits]",
                    "setup",
                    ("file", 1, "Skipped: cannot: no way"),
                ),
            ],
        }
    )
    assert rows == {
        "digits: all steps": {"chromium": "passed", "firefox": "FAILED", "webkit": "not here"},
        "visits: offline digits": {"webkit": "cannot"},
    }
    assert reasons == ["webkit is not on this machine", "cannot: no way"]


def test_drivers_can_do_nearly_everything() -> None:
    assert len(CANNOT) <= FEW
