"""The pages: front page, chapter, a page for each demo, embedding, speed, figures, source; each in every language, with relative links only."""

import shutil
from pathlib import Path
from typing import Any

from forwardpass import api, problems
from forwardpass.data_sets import DATA_SETS, FIRST
from forwardpass.figures import FIGURES
from forwardpass.trained import DEFAULT
from forwardpass.translation import translator
from forwardpass.wording import percentage, unbroken

from . import chapters, speed
from .archive import write_archive
from .assets import later_script, start_script
from .figure_files import drawn, figure_folder, write_figures
from .metadata import share, write_metadata
from .network_menu import all_networks
from .page import Page
from .parts import part_address, part_folder
from .paths import PY, WEB
from .plates import plate
from .recordings import brought_along, read_recording
from .shell import Demo, demos, shell, whole_lesson
from .templates import SHARED_STYLES, render, style_sheet
from .words import words

STYLES_OF_DEMOS = (*SHARED_STYLES, *(f"pages/styles/{name}.css" for name in ("base", "page", "print")))
PACKAGE = PY / "forwardpass"
EMBEDDED_SEED, EMBEDDED_SAMPLE = 7, 12
ARCHIVE = "source/forward-pass.zip"
FRAME_HEIGHT = {"simple_forward_pass": 1250, "forward_pass_mnist": 1540}  # px, at a width of 880
ATTRIBUTES = (  # name, values, what holds without it
    ("seed", (f"0–{problems.LARGEST_SEED}",), "1"),
    ("step", ("0–10",), "0"),
    ("sample", ("0–9999",), "0"),
    ("network", tuple(all_networks()), DEFAULT),
    ("data", tuple(DATA_SETS), FIRST),
    ("theme", ("auto", "light", "dark"), "auto"),
    ("controls", ("all", "bar", "none"), "all"),
)


def write_pages(dist: Path, site_url: str | None = None) -> None:
    """Write all pages, the sources and the figures. Needs all parts."""
    write_source_files(dist)
    write_include(dist)
    write_figures(dist)
    for lang in chapters.LANGUAGES:
        write_chapter_page(dist, lang, site_url)
    for lang in api.LANGUAGES:
        write_front_page(dist, lang, site_url)
        for demo in demos(lang):
            write_demo_page(dist, demo, lang, site_url)
            if demo.steps:
                write_lesson_page(dist, demo, lang, site_url)
        write_embedding_page(dist, lang, site_url)
        write_speed_page(dist, lang, site_url)
        write_figures_page(dist, lang, site_url)
        write_source_page(dist, lang, site_url)
    if site_url:
        write_metadata(dist, site_url)


def write_source_files(dist: Path) -> None:
    for file in source_files():
        target = dist / "source" / file.relative_to(PACKAGE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    write_archive(dist / ARCHIVE)


def archive(dist: Path) -> dict[str, str]:
    """What a link to the project as a zip says."""
    return {"path": ARCHIVE, "megabytes": f"{(dist / ARCHIVE).stat().st_size / 1e6:.1f}"}


def write_include(dist: Path) -> None:
    """The include for Jekyll, to be downloaded; .txt, as it is no page."""
    (dist / "embedding").mkdir(parents=True, exist_ok=True)
    include = WEB / "integrations" / "jekyll" / "_includes" / "demo_insert.html"
    shutil.copy(include, dist / "embedding" / "demo_insert.txt")


def write_front_page(dist: Path, lang: str, site_url: str | None) -> None:
    _ = translator(lang).gettext
    page = Page(
        "",
        lang,
        _("Watch a neural network compute its answer, number by number: real Python, running in your browser."),
        site_url,
    )
    cards = [
        {"demo": demo, "sentence": sentence(dist, demo, lang), "shell": first_shell(dist, demo, page)}
        for demo in demos(lang)
    ]
    chapter = chapters.front_matter(chapters.chapter_language(lang))
    embed = f"{site_url.rstrip('/')}/embed.js" if site_url else "embed.js"
    _write(
        dist,
        page,
        "pages/front.html",
        cards=cards,
        chapter=chapter,
        embed=embed,
        band=band(lang),
        archive=archive(dist),
    )


def write_chapter_page(dist: Path, lang: str, site_url: str | None) -> None:
    page = Page(chapters.PATH, lang, chapters.front_matter(lang)["description"], site_url)
    by_name = {demo.name: demo for demo in demos(lang)}
    inserts = chapters.Inserts(
        figure=lambda attributes, number: plate(attributes, number, lang),
        demo=lambda name: element_of(by_name[name], first_shell(dist, by_name[name], page), lang),
        demo_page=lambda name: page.home + by_name[name].path,
    )
    chapter = chapters.read_chapter(lang, inserts)
    _write(dist, page, "pages/chapter.html", chapter=chapter, words=words(translator(lang)), band=band(lang))


def band(lang: str) -> str:
    """The picture at the head of the front page and of the chapter."""
    return drawn("woven_digits", lang).svg


def element_of(demo: Demo, markup: str, lang: str) -> str:
    """A demo with its first view inside, among the text of a page."""
    template = f'<template shadowrootmode="open">{markup}</template>'
    return f'<div class="demo"><{demo.element} lang="{lang}">{template}</{demo.element}></div>\n'


def first_shell(dist: Path, demo: Demo, page: Page, number: int | None = None) -> str:
    """The inside of a demo on a page, with the first view of a lesson."""
    return shell(demo, page.lang, recorded_view(dist, demo, page.lang, 0, number), page.root)


def write_demo_page(dist: Path, demo: Demo, lang: str, site_url: str | None) -> None:
    page = Page(demo.path, lang, summary(dist, demo, lang), site_url)
    brought = brought_along(part_folder(dist, "lessons"), demo, lang)
    inside = shell(demo, lang, recorded_view(dist, demo, lang, 0), page.root, brought)
    _write(dist, page, "pages/demo.html", demo=demo, shell=inside, style=style_sheet(*STYLES_OF_DEMOS))


def write_lesson_page(dist: Path, demo: Demo, lang: str, site_url: str | None) -> None:
    _ = translator(lang).gettext
    description = _("All steps of a problem, one below the other, to read or to print.")
    page = Page(f"{demo.path}lesson/", lang, description, site_url)
    views = recorded_lesson(dist, demo, lang)["views"]
    _write(dist, page, "pages/lesson.html", lesson=whole_lesson(demo, lang, views, page.root))


def write_embedding_page(dist: Path, lang: str, site_url: str | None) -> None:
    _ = translator(lang).gettext
    page = Page(
        "embedding/", lang, _("Every way to put the demos into a page of your own, with what to copy."), site_url
    )
    scripted, framed = demos(lang)
    values = {
        "address": page.absolute("") or "",
        "scripted": scripted,
        "seed": EMBEDDED_SEED,
        "sample": EMBEDDED_SAMPLE,
        "shell": first_shell(dist, scripted, page, EMBEDDED_SEED),
        "framed": framed,
        "height": FRAME_HEIGHT[framed.name],
        "attributes": ATTRIBUTES,
    }
    _write(dist, page, "pages/embedding.html", **values)


def write_speed_page(dist: Path, lang: str, site_url: str | None) -> None:
    t = translator(lang)
    page = Page(
        "speed/",
        lang,
        t.gettext("How soon the demos answer, measured beside two other ways, and what was tried."),
        site_url,
    )
    data = speed.figures()
    shown = {"figures": data, "rows": list(speed.rows(data, t)), "tried": list(speed.tried(t))}
    _write(dist, page, "pages/speed.html", **shown, this_machine=t.gettext("this machine"))


def write_figures_page(dist: Path, lang: str, site_url: str | None) -> None:
    _ = translator(lang).gettext
    page = Page("figures/", lang, _("The figures of the chapter, drawn by the same Python as the demos."), site_url)
    figures = [drawn(name, lang) for name in FIGURES]
    _write(dist, page, "pages/figures.html", figures=figures, folder=figure_folder(lang))


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
    _write(dist, page, "pages/source.html", files=files, archive=archive(dist))


def source_files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def sentence(dist: Path, demo: Demo, lang: str) -> str:
    """What a demo is, in one."""
    _ = translator(lang).gettext
    if demo.steps:
        return _("A network small enough for every number to be on the page answers a question, one neuron at a time.")
    words = _("A larger one reads digits in handwriting that it has never seen, {accuracy} of them right.")
    return unbroken(words.format(accuracy=percentage(accuracy(dist), translator(lang))))


def summary(dist: Path, demo: Demo, lang: str) -> str:
    """What a demo is, in two sentences."""
    _ = translator(lang).gettext
    if demo.steps:
        return _(
            "A small network computes its answer, one neuron at a time: three inputs, two hidden neurons and one output, or as many as you choose. "
            "Every number is on the page, and every line of arithmetic is true as printed."
        )
    words = _(
        "Networks that have learned from 60,000 images say what they see in 10,000 others. "
        "The smallest, with 10 hidden neurons, reads {accuracy} of the handwritten digits right; its menu has larger ones, and clothes."
    )
    return unbroken(words.format(accuracy=percentage(accuracy(dist), translator(lang))))


def accuracy(dist: Path) -> float:
    """The share of the test images that the network reads right."""
    predictions, labels = (
        (part_folder(dist, "mnist") / name).read_bytes() for name in (f"predictions/{DEFAULT}.bin", "labels.bin")
    )
    right = [predicted == label for predicted, label in zip(predictions, labels, strict=True)]
    return right.count(True) / len(right)


def recorded_view(dist: Path, demo: Demo, lang: str, index: int, number: int | None = None) -> api.View:
    """A view of a recorded lesson, else of the one that is shown first."""
    view: api.View = recorded_lesson(dist, demo, lang, number)["views"][index]
    return view


def recorded_lesson(dist: Path, demo: Demo, lang: str, number: int | None = None) -> api.Lesson:
    return read_recording(part_folder(dist, "lessons"), demo, lang, demo.first if number is None else number)


def _write(dist: Path, page: Page, template: str, **values: Any) -> None:
    target = dist / page.folder / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    places = {
        "root": page.root,
        "assets": page.root + part_address(dist, "assets"),
        "start": start_script(part_folder(dist, "assets")),
        "connection": later_script(part_folder(dist, "assets"), "connection"),
        "home": page.home,
        "chapter_href": page.root + chapters.chapter_folder(page.lang),
    }
    common = {"demos": demos(page.lang), "chapter_lang": chapters.chapter_language(page.lang)}
    shared = share(page.lang, page.site_url)
    html = render(template, page.lang, page=page, share=shared, **places, **common, **values)
    target.write_text(html, encoding="utf-8")
