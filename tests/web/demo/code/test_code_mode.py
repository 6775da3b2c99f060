"""The mode Code: the lines of a step can be changed and run, and what they leave becomes what is on screen."""

import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from builder.pages.page import language_folder
from forwardpass import api
from forwardpass.words.catalogs import translator

from ...conftest import LiveDemo, OpenPage
from ...helpers.axe import faults
from ...helpers.driver import MNIST, SIMPLE, Demo
from ...helpers.small_network import number
from .code_mode import begin, finished, lines, open_code, run, trouble, write

SMALL, DIGITS = "demos/simple_forward_pass/", "demos/forward_pass_mnist/"
ERROR = 7  # the step whose lines have all names
INPUT = "x-0"


@pytest.fixture
def coding(live_demo: LiveDemo) -> Demo:
    """Problem 7 at a step with all names, its lines in the editor."""
    demo = live_demo(SMALL).choose("7").wait_for_view(7).jump(ERROR).wait_for_view(7, ERROR)
    open_code(demo)
    return demo


def test_the_editor_has_the_lines_and_a_run_gives_the_numbers_of_the_step(coding: Demo) -> None:
    assert lines(coding) == coding.view["code"]
    printed = run(coding)
    assert float(printed.split()[-1]) == pytest.approx(coding.view["numbers"]["error"])
    expect(coding.part("values").locator("tr").first).to_contain_text("x")
    expect(coding.part("values")).to_contain_text("W1 W⁽¹⁾")
    assert "seed=7" in coding.link  # nothing has changed


@pytest.mark.parametrize(("path", "count"), [(SMALL, 11), (DIGITS, 3)])
def test_the_lines_of_every_step_run(live_demo: LiveDemo, path: str, count: int) -> None:
    demo = live_demo(path)
    open_code(demo)
    for _ in range(count):
        run(demo, demo.view["code"])
        assert trouble(demo) == ""
        demo.press("next")


def test_what_the_lines_leave_becomes_the_problem_and_is_undone_as_one_change(coding: Demo) -> None:
    changed = f"{lines(coding)}x[0] = 2\nW1[0, 1] = b2[0] = 1\n"
    run(coding, changed)
    expect(number(coding, INPUT)).to_have_attribute("aria-valuenow", "2")
    assert coding.view["numbers"]["guess"]["layers"][0]["weights"][0][1] == 1
    assert coding.shows_its_view()
    assert lines(coding) == changed
    run(coding)
    assert lines(coding) == changed
    coding.press("Undo").wait("the problem as it was", "({ view }) => view.numbers.x[0] === 1")
    assert "seed=7" in coding.link


def test_what_does_not_fit_says_so_and_changes_nothing(coding: Demo) -> None:
    before = coding.shown
    run(coding, f"{lines(coding)}W1[0, 1] = 2.55\n")
    assert trouble(coding).startswith("W1[0, 1] is 2.55;")
    assert coding.shown == before


def test_an_edited_number_changes_its_line_and_reset_gives_the_steps_own_lines(coding: Demo) -> None:
    write(coding, f"{lines(coding)}print('mine')\n")
    coding.mode("play").host.locator(f".picture [data-edit='{INPUT}']").first.press("ArrowUp")
    coding.wait("another problem", "({ view }) => view.numbers.x[0] === 1.1")
    coding.mode("code")
    expect(coding.host.locator(".cm-content")).to_contain_text("x = np.array([1.1, 0.4, 2.0])")
    assert lines(coding).endswith("print('mine')\n")
    coding.press("Reset")
    assert lines(coding) == coding.view["code"]


def test_what_was_written_at_a_step_is_there_again_when_one_comes_back(coding: Demo) -> None:
    write(coding, "mine = 1\n")
    coding.press("back").wait_for_index(ERROR - 1)
    expect(coding.host.locator(".cm-content")).to_contain_text("z = W2[0]")
    coding.press("next").wait_for_index(ERROR)
    expect(coding.host.locator(".cm-content")).to_have_text("mine = 1")


def test_an_error_marks_its_line_and_is_one_sentence_with_pythons_own_words_behind_it(coding: Demo) -> None:
    run(coding, f"{lines(coding)}W1 @ b1\n")
    assert trouble(coding) == "Line 17: b1 has 2 numbers; 3 were expected."
    expect(coding.host.locator(".code-blamed")).to_have_text("W1 @ b1")
    expect(coding.part("exactly").locator("pre")).to_be_hidden()
    coding.part("exactly").locator("summary").click()
    expect(coding.part("exactly").locator("pre")).to_contain_text("ValueError: matmul")
    coding.page.keyboard.press("ControlOrMeta+Home")
    write(coding, "1 + 1")
    expect(coding.host.locator(".code-blamed")).to_have_count(0)


@pytest.mark.parametrize("lang", api.LANGUAGES[1:])
def test_it_speaks_the_readers_language(live_demo: LiveDemo, lang: str) -> None:
    demo, t = live_demo(f"{language_folder(lang)}{SMALL}"), translator(lang)
    open_code(demo)
    run(demo, "nothing")
    said = t.gettext("Nothing is named “{name}” yet.").format(name="nothing")
    assert trouble(demo) == t.gettext("Line {line}: {said}").format(line=1, said=said)
    expect(demo.button(t.gettext("Reset"))).to_be_visible()


def test_keys_are_for_the_lines_and_escape_gives_tab_back(coding: Demo) -> None:
    keyboard = coding.page.keyboard
    write(coding, "if True:\n")
    keyboard.press("Tab")
    keyboard.type("x = 1")
    assert lines(coding).startswith("if True:\n    ")
    for key in ("ArrowLeft", "Home", "ControlOrMeta+z"):
        keyboard.press(key)
    assert coding.view["index"] == ERROR
    keyboard.press("Escape")
    keyboard.press("Tab")
    expect(coding.part("run-code")).to_be_focused()


def test_modules_that_did_not_come_along_come_when_they_are_asked_for(coding: Demo) -> None:
    run(coding, "import statistics\nprint('once')\nstatistics.mean([1, 2, 6])")
    assert (coding.part("printed").text_content(), trouble(coding)) == ("once\n3\n", "")


def test_a_network_that_is_a_file_of_the_site_is_there_for_the_lines(live_demo: LiveDemo) -> None:
    demo = live_demo(DIGITS)
    demo.more().host.locator("select.network").select_option("mnist/mnist_784_32_10")
    demo.wait("the other network", "({ view }) => view?.code?.includes('mnist_784_32_10')")
    open_code(demo)
    run(demo, f"{lines(demo)}\nprint(layers[0].weights.shape, prediction)")
    assert demo.part("printed").text_content() == f"(32, 784) {demo.view['numbers']['predicted']}\n"


def test_the_copied_script_runs_with_numpy_alone(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for path in (SMALL, DIGITS):
        page.goto(path)
        demo = Demo(page).wait_for_state("live")
        open_code(demo)
        demo.press("Copy as Python")
        expect(demo.part("code").locator(".copied")).to_be_visible()
        script = page.evaluate("navigator.clipboard.readText()")
        ran = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
        numbers = demo.view["numbers"]
        if path == SMALL:
            assert float(ran.stdout.split()[-1]) == pytest.approx(numbers["error"])
        else:
            assert int(ran.stdout.split()[0]) == numbers["predicted"]


def test_before_it_is_wanted_nothing_of_it_is_fetched(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(SMALL)
    demo = Demo(page).wait_for_state("live").press("next").wait_for_index(1)
    assert [url for url in asked if "coding" in url or "/code" in url] == []
    open_code(demo)
    assert [url for url in asked if "coding" in url]
    assert [url for url in asked if "embed/code/" in url] == []
    run(demo)
    assert [url for url in asked if "embed/code/" in url]


def test_the_lines_can_be_read_where_python_cannot_start(open_page: OpenPage) -> None:
    with open_page(allowed=("Failed to load resource", "")) as page:
        page.route("**/worker.js", lambda route: route.abort())
        page.goto(SMALL)
        demo = Demo(page).wait_for_state("error").mode("code")
        expect(demo.part("code-lines")).to_be_visible()
        expect(demo.part("editor")).to_have_count(0)


@pytest.mark.parametrize(("path", "element"), [(SMALL, SIMPLE), (DIGITS, MNIST)])
def test_axe_finds_nothing(live_demo: LiveDemo, path: str, element: str) -> None:
    demo = live_demo(path)
    open_code(demo)
    assert faults(demo.page, element) == {}
    begin(demo, "print(1)\nx = 2\nnothing")
    finished(demo)
    demo.part("exactly").locator("summary").click()
    assert faults(demo.page, element) == {}


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_window(open_page: OpenPage, width: int) -> None:
    with open_page(viewport={"width": width, "height": 800}) as page:
        page.goto(f"{SMALL}?step=error")
        demo = Demo(page).wait_for_state("live")
        open_code(demo)
        run(demo)
        assert page.evaluate("document.documentElement.scrollWidth") == width
