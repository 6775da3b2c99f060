"""What a run printed, or why it stopped, is on screen together with the button that was pressed, beside or below the drawing."""

from collections.abc import Iterator

import pytest

from ...conftest import LiveDemo
from ...helpers.driver import Demo
from ...helpers.stage import look
from .code_mode import finished, lines, open_code, write

PATHS = ["demos/simple_forward_pass/?seed=7&step=error", "demos/forward_pass_mnist/"]
SIZES = [(1280, 800), (1366, 640), (390, 844)]
RUN = {"run": ".run-code"}


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


def pressed(demo: Demo) -> Demo:
    demo.press("Run")
    finished(demo)
    return demo


def test_what_is_printed_is_in_view_with_run_and_stays_there(coding: Demo) -> None:
    write(coding, f"{lines(coding)}\nprint('a line')\nprint('another')\n")
    parts = RUN | {"printed": ".printed"}
    first = look(pressed(coding), parts)
    assert first["hidden"] == []
    assert look(pressed(coding), parts) == first


def test_so_is_an_error(coding: Demo) -> None:
    write(coding, f"{lines(coding)}\nnothing\n")
    assert look(pressed(coding), RUN | {"trouble": ".trouble"})["hidden"] == []


def test_where_nothing_is_told_the_values_begin_in_view(coding: Demo) -> None:
    write(coding, "y = 1\n")
    assert look(pressed(coding), RUN | {"status": ".ran-status", "caption": ".values caption"})["hidden"] == []


def test_of_what_is_long_the_beginning_is_in_view(coding: Demo) -> None:
    write(coding, "for number in range(100): print(number)\n")
    pressed(coding)
    assert look(coding, RUN | {"status": ".ran-status"})["hidden"] == []
