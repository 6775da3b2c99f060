"""A demo that is added by naming its folder, tests/third_demo: on its own page, in a frame and in a page of somebody else; recorded before Python, live after."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.publish.serve import serving
from builder.shared.paths import ROOT
from builder.shared.waiting import wait_until

from .conftest import OpenPage
from .helpers.books import Book
from .helpers.driver import hold_back, let_go
from .helpers.offline import PREFIX, Site, wait_until_kept

FOLDER = Path("tests", "third_demo")
ELEMENT = "one-neuron"
STEPS = {
    "en": ["Two inputs", "The weighted sum", "The neuron's answer"],
    "es": ["Dos entradas", "La suma ponderada", "La respuesta de la neurona"],
}
NEXT = {"en": "Next", "es": "Siguiente", "fr": "Suivant"}
PYTHON = "**/python/**"  # what is held back so that it does not start
ADDRESS = "https://example.org/some/where"


@pytest.fixture(scope="module")
def with_third(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with the third demo, made by the ordinary command."""
    out = tmp_path_factory.mktemp("third") / "site"
    command = [sys.executable, "build.py", "build", "--demo", str(FOLDER), "--out", str(out), "--site-url", ADDRESS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture
def third(with_third: Path) -> Iterator[str]:
    with serving(with_third) as address:
        yield address


def goes_through(demo: Locator, lang: str, numbers: dict[str, object]) -> None:
    """From its first step to the last, with the words of the language and the numbers of the case."""
    for index, title in enumerate(STEPS[lang]):
        expect(demo.locator(".narration h3")).to_have_text(title)
        expect(demo.locator(".counter")).to_have_text(f"{index + 1} / 3")
        if index < 2:
            demo.get_by_role("button", name=NEXT[lang], exact=True).click()
    found = demo.evaluate("demo => demo.view.numbers")
    assert {name: found[name] for name in numbers} == numbers


def becomes_live(demo: Locator) -> None:
    """What is not recorded is computed."""
    expect(demo).to_have_attribute("state", "live")
    demo.evaluate("demo => demo.setAttribute('case', '77')")
    shown = "demo => demo.view?.numbers?.case"
    wait_until(demo.page, "case 77", lambda: demo.evaluate(shown) == 77)


@pytest.mark.parametrize("lang", STEPS)
def test_its_page_is_recorded_before_python_and_live_after(open_page: OpenPage, third: str, lang: str) -> None:
    with open_page(at=third) as page:
        held = hold_back(page, PYTHON)
        page.goto("demos/one_neuron/" if lang == "en" else f"{lang}/demos/one_neuron/")
        demo = page.locator(ELEMENT)
        goes_through(demo, lang, {"case": 1})
        assert demo.get_attribute("state") != "live"
        let_go(page, held)
        becomes_live(demo)
        assert page.url.endswith("?case=77&step=inputs")


def test_its_address_names_case_and_step(open_page: OpenPage, third: str) -> None:
    with open_page(at=third) as page:
        page.goto("demos/one_neuron/?case=2&step=sum")
        demo = page.locator(ELEMENT)
        expect(demo.locator(".narration h3")).to_have_text("The weighted sum")
        page.goto("es/demos/one_neuron/?case=1000")
        expect(demo.locator(".notice")).to_have_text("«1000» no es un caso: van de 0 a 999.")


def test_a_language_that_it_has_no_words_for_falls_back_to_english(open_page: OpenPage, third: str) -> None:
    with open_page(at=third) as page:
        page.goto("fr/demos/one_neuron/")
        demo = page.locator(ELEMENT)
        expect(demo.locator(".narration h3")).to_have_text("Two inputs")
        demo.get_by_role("button", name=NEXT["fr"], exact=True).click()
        expect(demo.locator(".narration h3")).to_have_text("The weighted sum")
        becomes_live(demo)


def test_its_frame_is_recorded_before_python_and_live_after(open_page: OpenPage, third: str) -> None:
    with open_page(at=third) as page:
        is_recorded_then_live(page, "embed/one_neuron/?lang=es&case=2", {"case": 2})


def test_its_element_in_a_page_of_another_origin_is_recorded_before_python_and_live_after(
    open_page: OpenPage, third: str, tmp_path: Path
) -> None:
    book = Book(tmp_path, third, open_page)
    book.write(f'<{ELEMENT} case="3"></{ELEMENT}>', lang="es")
    with serving(tmp_path) as address, book.opened(address) as page:
        is_recorded_then_live(page, "", {"case": 3})


def is_recorded_then_live(page: Page, address: str, values: dict[str, object]) -> None:
    """In Spanish, stepped through while Python is held back; then Python comes."""
    held = hold_back(page, PYTHON)
    page.goto(address)
    demo = page.locator(ELEMENT)
    goes_through(demo, "es", values)
    assert demo.get_attribute("state") != "live"
    let_go(page, held)
    becomes_live(demo)


def test_the_other_demos_and_pages_know_it(open_page: OpenPage, third: str, with_third: Path) -> None:
    with open_page(at=third) as page:
        page.goto("")
        expect(page.locator(ELEMENT)).to_have_count(1)
        expect(page.locator("header nav").first.get_by_role("link", name="One neuron")).to_be_visible()
        page.goto("embedding/")
        expect(page.locator("#attributes th code", has_text="case")).to_have_count(1)
        page.goto("demos/simple_forward_pass/")
        expect(page.locator("simple-forward-pass")).to_have_attribute("state", "live")
    include = (with_third / "embedding" / "demo_insert.txt").read_text(encoding="utf-8")
    assert f'"simple-forward-pass forward-pass-mnist {ELEMENT}"' in include
    assert f"{ADDRESS}/demos/one_neuron/" in (with_third / "sitemap.xml").read_text(encoding="utf-8")
    assert (with_third / "embed" / "one_neuron" / "es" / "oembed.json").is_file()


def test_it_works_without_a_network(open_page: OpenPage, with_third: Path) -> None:
    own = Site(with_third)
    with (
        serving(with_third, PREFIX, own.handler()) as own.address,
        open_page(at=own.address, service_workers="allow") as page,
    ):
        page.goto("demos/one_neuron/")
        expect(page.locator(ELEMENT)).to_have_attribute("state", "live")
        wait_until_kept(page, own, "en")
        own.on = False
        page.goto("demos/one_neuron/?case=2")
        becomes_live(page.locator(ELEMENT))


def test_a_folder_without_a_demo_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, "build.py", "build", "--demo", str(tmp_path), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"There is no demo in {tmp_path}" in done.stderr
