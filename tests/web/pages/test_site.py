"""Every page of the site: for everybody, on every screen, without JavaScript, on paper, valid, and found."""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from builder.pages import pages
from builder.pages.chapters import LANGUAGES as CHAPTER_LANGUAGES
from builder.shared.paths import NODE_MODULES
from forwardpass.words.catalogs import LANGUAGES

from ..conftest import OpenPage
from ..helpers.axe import WIDTHS
from ..helpers.driver import without_python

VALIDATE = NODE_MODULES / ".bin" / "html-validate"
DEMOS = ["demos/simple_forward_pass/", "demos/forward_pass_mnist/"]
CHAPTERS = [f"{lang}/neural_networks/" for lang in CHAPTER_LANGUAGES]
SITE_PATHS = ["", "es/", *CHAPTERS, "figures/", "es/figures/", "embedding/", "es/embedding/"]
BRIEF = ("zh/", "ko/", "ja/")  # languages that say in twenty letters what takes others forty
ADDRESS = "https://example.org/forward-pass"
XML_NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}


# What stands in the frame of a demo and sticks out of it, where it would be cut off.
CUT_OFF = """() => [...document.querySelectorAll("simple-forward-pass, forward-pass-mnist")].flatMap(({ shadowRoot }) => {
  const frame = shadowRoot?.querySelector(".frame")?.getBoundingClientRect(); // a demo that was not opened yet has none
  const parts = (frame && shadowRoot?.querySelectorAll("button, select, input, a, summary, svg, .counter, h2, h3")) || [];
  return [...parts].filter((part) => {
    const { width, left, right } = part.getBoundingClientRect();
    return width && (left < frame.left || right > frame.right);
  }).map((part) => part.outerHTML.slice(0, 80));
})"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_scrolls_sideways_or_is_cut_off_in_any_language(open_page: OpenPage, lang: str) -> None:
    start = "" if lang == "en" else f"{lang}/"
    chapter = [f"{lang}/neural_networks/"] if lang in CHAPTER_LANGUAGES else []
    with open_page() as page:
        without_python(page)
        for path in [start, f"{start}figures/", f"{start}embedding/", *(start + demo for demo in DEMOS), *chapter]:
            page.goto(path)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.scrollingElement.scrollWidth") <= width, (path, width)
                assert page.evaluate(CUT_OFF) == [], (path, width)


def test_the_html_is_valid(dist: Path, tmp_path: Path) -> None:
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}))
    files = html_files(dist)
    command = [str(VALIDATE), "--config", str(tmp_path / ".htmlvalidate.json"), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout


class Reader(HTMLParser):
    """The addresses and ids of a page, those inside shadow roots too."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids.add(values.get("id") or "")
        self.links += [values[name] or "" for name in ("href", "src") if name in values]


def html_files(dist: Path) -> list[Path]:
    return sorted(dist.rglob("*.html"))


def test_every_link_inside_the_site_leads_to_a_file_and_a_place_in_it(dist: Path) -> None:
    read = {file: Reader(file) for file in html_files(dist)}
    lost = [
        (file, link) for file, reader in read.items() for link in reader.links if not resolves(dist, file, link, read)
    ]
    assert lost == []


def resolves(dist: Path, file: Path, link: str, read: dict[Path, Reader]) -> bool:
    here = f"http://site/{file.relative_to(dist).as_posix()}"
    parts = urlsplit(urljoin(here, link))
    if parts.netloc != "site":
        return parts.scheme in ("https", "data")
    target = dist / unquote(parts.path).lstrip("/")
    target = target / "index.html" if parts.path.endswith("/") else target
    return target.is_file() and (not parts.fragment or unquote(parts.fragment) in read[target].ids)


DRAWINGS = "main svg:not([aria-hidden=true])"  # and no signs on buttons


@pytest.mark.parametrize("path", [*SITE_PATHS, *DEMOS])
def test_without_javascript_there_are_text_figures_and_first_views(open_page: OpenPage, path: str) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
        svgs = page.locator(DRAWINGS)
        assert svgs.count() == {"figures/": 13, "es/figures/": 13}.get(
            path, 15 if path in CHAPTERS else 4 if path in ("", "es/") else 1
        )
        assert [svg for svg in svgs.all() if not svg.is_visible()] == []
        for view in page.locator(".narration h3").all():
            expect(view).to_be_visible()
        assert page.locator(".knobs:visible, button:visible").count() == 0


@pytest.mark.parametrize("path", ["", *CHAPTERS, "es/figures/"])
def test_every_drawing_has_a_title_and_a_description(page: Page, path: str) -> None:
    without_python(page)
    page.goto(path)
    for svg in page.locator(DRAWINGS).all():
        assert svg.locator("title").first.text_content()
        assert len(svg.locator("desc").first.text_content() or "") > (20 if path.startswith(BRIEF) else 40)


@pytest.mark.parametrize("path", [*SITE_PATHS, *DEMOS])
def test_headings_do_not_skip_a_level(page: Page, path: str) -> None:
    without_python(page)
    page.goto(path)
    levels = [
        int(name[1]) for name in page.locator("h1, h2, h3, h4").evaluate_all("all => all.map((h) => h.localName)")
    ]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


def test_the_skip_link_leads_past_the_menus(page: Page) -> None:
    page.goto(CHAPTERS[0])
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_paper_gets_the_step_and_all_figures_and_no_buttons(page: Page) -> None:
    without_python(page)
    page.goto(CHAPTERS[0])
    page.emulate_media(media="print")
    assert page.locator("main svg:visible").count() == 15
    assert page.locator(".narration h3:visible").count() == 2
    assert page.locator("button:visible, input:visible, header nav:visible").count() == 0


@pytest.mark.parametrize("path", [*DEMOS, f"ja/{DEMOS[1]}"])
def test_the_page_of_a_demo_takes_one_sheet(open_page: OpenPage, path: str) -> None:
    with open_page() as page:
        without_python(page)
        page.goto(path)
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_figures_are_files_of_their_own(dist: Path) -> None:
    names = [file.stem for file in (dist / "figures").glob("*.svg")]
    assert len(names) == 13
    for lang in LANGUAGES:
        folder = dist / "figures" / ("" if lang == "en" else lang)
        for name in names:
            assert ElementTree.parse(folder / f"{name}.svg").getroot().tag.endswith("svg")
        for name in (*names, "forward_pass"):
            assert (folder / f"{name}.png").read_bytes().startswith(b"\x89PNG"), (lang, name)


def test_without_an_address_nothing_absolute_is_written(dist: Path) -> None:
    assert not (dist / "sitemap.xml").exists()
    assert not (dist / "robots.txt").exists()
    for file in html_files(dist):
        text = file.read_text(encoding="utf-8").partition("</head>")[0]
        assert "canonical" not in text
        assert "og:" not in text
        assert "hreflang" not in text


@pytest.fixture(scope="module")
def published(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages for a known address, with the figures that are there already."""
    folder = tmp_path_factory.mktemp("published")
    for name in ("mnist", "lessons", "figures", "assets"):
        shutil.copytree(dist / name, folder / name, ignore=shutil.ignore_patterns("*.html"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "write_figures", lambda dist: None)
        pages.write_pages(folder, f"{ADDRESS}/")
    return folder


@pytest.mark.parametrize("path", ["", "es/", "en/neural_networks/", "es/demos/simple_forward_pass/"])
def test_with_an_address_a_page_tells_who_it_is(published: Path, path: str) -> None:
    head = (published / path / "index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert f'<link rel="canonical" href="{ADDRESS}/{path}">' in head
    for name in ("og:title", "og:description", "og:image", "og:url", "twitter:card"):
        assert f'"{name}" content="' in head
    picture = head.partition('og:image" content="')[2].partition('"')[0]
    assert (published / picture.removeprefix(f"{ADDRESS}/")).is_file()


def test_languages_point_at_each_other(published: Path) -> None:
    for lang in CHAPTER_LANGUAGES:
        head = (published / lang / "neural_networks" / "index.html").read_text(encoding="utf-8").partition("</head>")[0]
        for other in CHAPTER_LANGUAGES:
            assert f'hreflang="{other}" href="{ADDRESS}/{other}/neural_networks/"' in head
        assert head.count("hreflang") == len(CHAPTER_LANGUAGES) + 1


def test_the_sitemap_lists_every_page(published: Path) -> None:
    tree = ElementTree.parse(published / "sitemap.xml")
    urls = {place.text for place in tree.iterfind("url/loc", XML_NAMES)}
    files = {file.relative_to(published).parent.as_posix() for file in published.rglob("index.html")}
    assert urls == {
        f"{ADDRESS}/" if name == "." else f"{ADDRESS}/{name}/" for name in files if "embed" not in name.split("/")
    }
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in (published / "robots.txt").read_text(encoding="utf-8")
