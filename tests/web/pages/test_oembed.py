"""oEmbed, as a system that knows it works: from the address of a demo's page to a demo in a page of another origin."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from builder.demos.spoken import demos
from builder.pages.frames import write_frames
from builder.pages.pages import write_demo_page
from builder.publish.serve import serving
from forwardpass.words.catalogs import LANGUAGES

from ..conftest import OpenPage
from ..helpers.books import Book


@pytest.fixture(scope="module")
def published(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that was built for it."""
    folder = tmp_path_factory.mktemp("published") / "site"
    shutil.copytree(dist, folder)
    with serving(folder) as address:
        for lang in LANGUAGES:
            for demo in demos(lang):
                write_demo_page(folder, demo, address)
        write_frames(folder, address)
        yield address


def answer(page: Page, address: str) -> dict[str, Any]:
    """What the page of a demo says to oEmbed."""
    html = page.request.get(address).text()
    (link,) = re.findall(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', html)
    found: dict[str, Any] = page.request.get(link).json()
    return found


def pages_of(lang: str, address: str) -> list[str]:
    return [f"{address}{'' if lang == 'en' else lang + '/'}{demo.path}" for demo in demos(lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_a_demo_leads_to_a_rich_answer_in_its_language(page: Page, published: str, lang: str) -> None:
    for demo, address in zip(demos(lang), pages_of(lang, published), strict=True):
        found = answer(page, address)
        assert (found["version"], found["type"], found["title"]) == ("1.0", "rich", demo.texts.title)
        assert found["provider_url"] == published
        assert found["width"] > 0
        assert f'height="{found["height"]}"' in found["html"]
        assert page.request.get(re.findall(r'src="([^"]+)"', found["html"])[0]).ok


def test_the_answer_is_a_live_demo_in_a_page_of_another_origin(
    page: Page, published: str, tmp_path: Path, open_page: OpenPage
) -> None:
    book = Book(tmp_path, published, open_page)
    book.write(answer(page, pages_of("es", published)[0])["html"], head="")
    with book.open() as other:
        inside = other.frame_locator("iframe")
        expect(inside.locator("simple-forward-pass[state=live]")).to_be_attached()
        expect(inside.get_by_role("button", name="Siguiente", exact=True)).to_be_visible()
