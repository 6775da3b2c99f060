"""The pages: front page, a page for each demo, and the source; each in every language, with relative links only."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forwardpass import api
from forwardpass.translation import translator
from forwardpass.wording import percentage

from .fonts import write_font
from .paths import PY, WEB
from .shell import CSS, Demo, demos, shell
from .templates import render, style_sheet

LANGUAGE_NAMES = {"en": "English", "es": "Español", "fr": "Français", "zh": "中文", "ko": "한국어", "ja": "日本語"}
PACKAGE = PY / "forwardpass"
PICTURED_STEP = 6  # the front page shows the network with all its values


@dataclass(frozen=True)
class Page:
    """A page in one language. path: without the language, "" for the front page."""

    path: str
    lang: str
    description: str
    site_url: str | None

    @property
    def folder(self) -> str:
        return language_folder(self.lang) + self.path

    @property
    def root(self) -> str:
        """The way to the site's root."""
        return "../" * self.folder.count("/")

    @property
    def home(self) -> str:
        """The way to the front page of the language."""
        return self.root + language_folder(self.lang) or "./"

    @property
    def url(self) -> str | None:
        return self.site_url and f"{self.site_url.rstrip('/')}/{self.folder}"

    @property
    def languages(self) -> list[dict[str, str | None]]:
        """The same page in every language."""
        others = [Page(self.path, lang, "", self.site_url) for lang in api.LANGUAGES]
        return [
            {
                "lang": page.lang,
                "name": LANGUAGE_NAMES[page.lang],
                "href": self.root + page.folder or "./",
                "url": page.url,
            }
            for page in others
        ]


def language_folder(lang: str) -> str:
    """English lives at the root, every other language in a folder of its own."""
    return "" if lang == api.LANGUAGES[0] else f"{lang}/"


def write_pages(dist: Path, site_url: str | None = None) -> None:
    """Write all pages and what they need. Needs dist/mnist/ and dist/lessons/."""
    write_assets(dist)
    write_source_files(dist)
    for lang in api.LANGUAGES:
        write_front_page(dist, lang, site_url)
        for demo in demos(lang):
            write_demo_page(dist, demo, lang, site_url)
        write_source_page(dist, lang, site_url)


def write_assets(dist: Path) -> None:
    assets = dist / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    (assets / "site.css").write_text(style_sheet("palette.css", "pages/site.css"), encoding="utf-8")
    shutil.copy(WEB / "pages" / "icon.svg", assets)
    write_font(assets / "math.woff2")


def write_source_files(dist: Path) -> None:
    for file in source_files():
        target = dist / "source" / file.relative_to(PACKAGE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)


def write_front_page(dist: Path, lang: str, site_url: str | None) -> None:
    _ = translator(lang).gettext
    page = Page(
        "",
        lang,
        _("Watch a neural network compute its answer, number by number: real Python, running in your browser."),
        site_url,
    )
    cards = [
        {
            "picture": picture(dist, demo, lang),
            "summary": summary(dist, demo, lang),
            "title": demo.title,
            "path": demo.path,
        }
        for demo in demos(lang)
    ]
    _write(dist, page, "pages/front.html", cards=cards, css=style_sheet(*CSS))


def write_demo_page(dist: Path, demo: Demo, lang: str, site_url: str | None) -> None:
    page = Page(demo.path, lang, summary(dist, demo, lang), site_url)
    markup = shell(demo, lang, recorded_view(dist, demo, lang, 0), page.root)
    _write(dist, page, "pages/demo.html", demo=demo, shell=markup, modules=modules(dist, demo))


def modules(dist: Path, demo: Demo) -> list[str]:
    """The scripts that embed.js will ask for on the page of a demo, so that they come along with it."""
    others = tuple(other.element for other in demos(api.LANGUAGES[0]) if other.name != demo.name)
    names = sorted(file.name for file in (dist / "assets").glob("*-*.js"))
    return [name for name in names if not name.startswith(others)]


def write_source_page(dist: Path, lang: str, site_url: str | None) -> None:
    _ = translator(lang).gettext
    page = Page(
        "source/",
        lang,
        _("The Python package that computes, explains and draws. The same files run in your browser."),
        site_url,
    )
    files = [
        {"name": file.relative_to(PACKAGE).as_posix(), "text": file.read_text(encoding="utf-8")}
        for file in source_files()
    ]
    _write(dist, page, "pages/source.html", files=files)


def source_files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def summary(dist: Path, demo: Demo, lang: str) -> str:
    """What a demo is, in two sentences."""
    _ = translator(lang).gettext
    if demo.steps:
        return _(
            "A small network of three inputs, two hidden neurons and one output computes its answer, one neuron at a time. "
            "Every number is on the page, and every line of arithmetic is true as printed."
        )
    return _(
        "A network with 784 inputs, 10 hidden neurons and 10 outputs reads handwritten digits. "
        "It learned from 60,000 images and reads {accuracy} of the 10,000 test images right, which it had never seen."
    ).format(accuracy=percentage(accuracy(dist), translator(lang)))


def accuracy(dist: Path) -> float:
    """The share of the test images that the network reads right."""
    predictions, labels = ((dist / "mnist" / name).read_bytes() for name in ("predictions.bin", "labels.bin"))
    right = [predicted == label for predicted, label in zip(predictions, labels, strict=True)]
    return right.count(True) / len(right)


def picture(dist: Path, demo: Demo, lang: str) -> str:
    return str(recorded_view(dist, demo, lang, PICTURED_STEP if demo.steps else 0)["svg"])


def recorded_view(dist: Path, demo: Demo, lang: str, index: int) -> api.View:
    """A view of the lesson that is shown first."""
    lesson = json.loads((dist / "lessons" / demo.name / lang / f"{demo.first}.json").read_text(encoding="utf-8"))
    view: api.View = lesson["views"][index]
    return view


def _write(dist: Path, page: Page, template: str, **values: Any) -> None:
    target = dist / page.folder / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    html = render(template, page.lang, page=page, root=page.root, home=page.home, demos=demos(page.lang), **values)
    target.write_text(html, encoding="utf-8")
