"""Pictures of pages for people to look at, in screenshots/: some, or in full every page. Fails only where a page does not open."""

import shutil
from pathlib import Path

import pytest

from builder.pages.chapters import LANGUAGES as CHAPTER_LANGUAGES
from builder.shared.paths import ROOT
from builder.shared.waiting import SECONDS
from forwardpass.words.catalogs import LANGUAGES

from ...helpers.amounts import amount
from ..conftest import OpenPage
from ..helpers.driver import Demo, without_python

FOLDER = ROOT / "screenshots"
WIDTHS = amount((360, 1280), (360, 768, 1280))
DEMOS = ["demos/simple_forward_pass/", "demos/forward_pass_mnist/"]
CHAPTERS = [f"{lang}/neural_networks/" for lang in CHAPTER_LANGUAGES]
PAGES = amount(["", "es/neural_networks/", *DEMOS], ["", "es/", *CHAPTERS, "embedding/", "figures/", "source/", *DEMOS])
PICTURED_STEP = 6


@pytest.fixture(scope="module")
def folder() -> Path:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    return FOLDER


@pytest.mark.endure
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_of_every_page(open_page: OpenPage, folder: Path, scheme: str) -> None:
    with open_page(color_scheme=scheme) as page:
        without_python(page)
        for path in PAGES:
            page.goto(path)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                name = path.strip("/").replace("/", "-") or "front"
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True, timeout=SECONDS * 1000)


@pytest.mark.endure
@pytest.mark.parametrize("lang", amount(("en", "ja"), LANGUAGES))
def test_pictures_of_the_demos_in_all_languages(open_page: OpenPage, folder: Path, lang: str) -> None:
    with open_page() as page:
        without_python(page)
        for path in DEMOS:
            page.goto(path if lang == "en" else f"{lang}/{path}")
            if "simple" in path:
                Demo(page).jump(PICTURED_STEP).wait_for_view(1, PICTURED_STEP)
            for width in (WIDTHS[0], WIDTHS[-1]):
                page.set_viewport_size({"width": width, "height": 900})
                page.screenshot(
                    path=folder / f"{path.split('/')[1]}-{lang}-{width}.png", full_page=True, timeout=SECONDS * 1000
                )


def test_the_chapter_on_paper(open_page: OpenPage, folder: Path) -> None:
    with open_page() as page:
        without_python(page)
        page.goto("en/neural_networks/")
        page.pdf(path=folder / "chapter.pdf", format="A4")
    assert (folder / "chapter.pdf").read_bytes().startswith(b"%PDF")
