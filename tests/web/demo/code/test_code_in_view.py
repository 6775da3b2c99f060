"""What a run printed, or why it stopped, is on screen together with the button that was pressed, beside or below the drawing."""

from collections.abc import Iterator

import pytest

from builder.shared.waiting import wait_until

from ...conftest import LiveDemo
from ...helpers.driver import Demo
from ...helpers.stage import look
from .code_mode import finished, lines, open_code, write

PATHS = ["demos/simple_forward_pass/?seed=7&step=error", "demos/forward_pass_mnist/"]
SIZES = [(1280, 800), (1366, 640), (390, 844)]


@pytest.fixture(params=PATHS)
def path(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(params=SIZES, ids=str)
def coding(live_demo: LiveDemo, path: str, request: pytest.FixtureRequest) -> Iterator[Demo]:
    demo = live_demo(path)
    usual = demo.page.viewport_size
    assert usual
    demo.page.set_viewport_size({"width": request.param[0], "height": request.param[1]})
    open_code(demo)
    yield demo
    demo.press("Reset")
    demo.page.set_viewport_size(usual)


def run(demo: Demo, **parts: str) -> dict[str, str]:
    """Presses Run and waits until the button and the parts are wholly on screen; where they are."""
    parts |= {"run": ".run-code"}
    demo.press("Run")
    finished(demo)
    wait_until(demo.page, f"the view of {', '.join(parts)}", lambda: look(demo, parts)["hidden"] == [], seconds=10)
    places: dict[str, str] = look(demo, parts)["places"]
    return places


def test_what_is_printed_is_in_view_with_run_and_stays_where_it_is(coding: Demo) -> None:
    write(coding, f"{lines(coding)}\nprint('a line')\nprint('another')\n")
    first = run(coding, printed=".printed")
    assert run(coding, printed=".printed") == first


def test_so_is_an_error(coding: Demo) -> None:
    write(coding, f"{lines(coding)}\nnothing\n")
    run(coding, trouble=".trouble")


def test_where_nothing_is_told_the_values_begin_in_view(coding: Demo) -> None:
    write(coding, "y = 1\n")
    run(coding, status=".ran-status", caption=".values caption")


def test_of_what_is_long_the_beginning_is_in_view(coding: Demo) -> None:
    write(coding, "for number in range(100): print(number)\n")
    run(coding, status=".ran-status")
