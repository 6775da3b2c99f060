"""The pages: front page, chapter, a page for each demo, embedding, speed, figures, source; each in every language, with relative links only."""

import re
import shutil
from itertools import cycle
from pathlib import Path
from typing import Any

from forwardpass import api
from forwardpass.chapter.stills import FIGURES
from forwardpass.messages import Lesson, View
from forwardpass.words.catalogs import translator
from forwardpass.words.wording import decimal

from ..demos.recordings import brought_along, read_recording
from ..demos.shell import shell, whole_lesson
from ..demos.spoken import Spoken, demos
from ..demos.words import words
from ..figures.figure_files import drawn, figure_folder, write_figures
from ..publish.assets import later_script, start_script
from ..publish.hashed_folders import part_address, part_folder
from ..shared.paths import PY, WEB
from ..shared.templates import SHARED_STYLES, render, style_sheet
from . import chapters, speed
from .archive import write_archive
from .metadata import share, write_metadata
from .page import Page
from .plates import plate

STYLES_OF_DEMOS = (*SHARED_STYLES, *(f"pages/styles/{name}.css" for name in ("base", "page", "print")))
PACKAGE = PY / "forwardpass"
ARCHIVE = "source/forward-pass.zip"
WAYS = (
    "script",
    "frame",
    "jekyll",
    "mkdocs",
    "sphinx",
    "quarto",
)  # into another page, each with one demo after the other as its example
OF_EVERY_DEMO = {  # attributes: values, and what holds without one
    "theme": (("auto", "light", "dark"), "auto"),
    "controls": (("all", "bar", "none"), "all"),
}


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
            write_demo_page(dist, demo, site_url)
            if demo.face.styles_of_lesson:
                write_lesson_page(dist, demo, site_url)
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


def archive(dist: Path, lang: str) -> dict[str, str]:
    """What a link to the project as a zip says."""
    megabytes = f"{(dist / ARCHIVE).stat().st_size / 1e6:.1f}"
    return {"path": ARCHIVE, "megabytes": decimal(megabytes, translator(lang))}


def write_include(dist: Path) -> None:
    """The include for Jekyll, to be downloaded, with the demos of this site; .txt, as it is no page."""
    include = WEB / "integrations" / "jekyll" / "_includes" / "demo_insert.html"
    target = dist / "embedding" / "demo_insert.txt"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(for_these_demos(include.read_text(encoding="utf-8")), encoding="utf-8")


def for_these_demos(include: str) -> str:
    """The include with the elements and the attributes of all demos."""
    own = dict.fromkeys(name for demo in api.DEMOS for name in demo.face.attributes)
    lists = {"elements": [demo.element for demo in api.DEMOS], "options": [*own, "mode", *OF_EVERY_DEMO]}
    for name, listed in lists.items():
        include = re.sub(rf'(assign fp_{name} = ")[^"]*', rf"\g<1>{' '.join(listed)}", include)
    return include


def write_front_page(dist: Path, lang: str, site_url: str | None) -> None:
    _ = translator(lang).gettext
    page = Page(
        "",
        lang,
        _("Watch a neural network compute its answer, number by number: real Python, running in your browser."),
        site_url,
    )
    shown = sorted(demos(lang), key=lambda demo: not demo.face.mode_at_front)
    cards = [{"demo": demo, "shell": first_shell(dist, demo, page)} for demo in shown]
    chapter = chapters.front_matter(chapters.chapter_language(lang))
    embed = f"{site_url.rstrip('/')}/embed.js" if site_url else "embed.js"
    _write(
        dist,
        page,
        "pages/front.html",
        cards=cards,
        chapter=chapter,
        embed=embed,
        neuron=plate({"name": "artificial_neuron", "caption": "", "live": ""}, 0, lang),
        words=words(translator(lang)),
        band=band(lang),
        archive=archive(dist, lang),
    )


def write_chapter_page(dist: Path, lang: str, site_url: str | None) -> None:
    page = Page(chapters.PATH, lang, chapters.front_matter(lang)["description"], site_url)
    by_name = {demo.name: demo for demo in demos(lang)}
    inserts = chapters.Inserts(
        figure=lambda attributes, number: plate(attributes, number, lang),
        demo=lambda name: element_of(by_name[name], first_shell(dist, by_name[name], page)),
        demo_page=lambda name: page.home + by_name[name].path,
    )
    chapter = chapters.read_chapter(lang, inserts)
    _write(dist, page, "pages/chapter.html", chapter=chapter, words=words(translator(lang)), band=band(lang))


def band(lang: str) -> str:
    """The picture at the head of the front page and of the chapter."""
    return drawn("woven_digits", lang).svg


def element_of(demo: Spoken, markup: str) -> str:
    """A demo with its first view inside, among the text of a page."""
    template = f'<template shadowrootmode="open">{markup}</template>'
    return f'<div class="demo"><{demo.element} lang="{demo.lang}">{template}</{demo.element}></div>\n'


def first_shell(dist: Path, demo: Spoken, page: Page, number: int | None = None) -> str:
    """The inside of a demo on a page, with the first view of a lesson."""
    return shell(demo, recorded_view(dist, demo, number), page.root)


def write_demo_page(dist: Path, demo: Spoken, site_url: str | None) -> None:
    page = Page(demo.path, demo.lang, demo.texts.summary, site_url)
    brought = brought_along(part_folder(dist, "lessons"), demo)
    inside = shell(demo, recorded_view(dist, demo), page.root, brought)
    _write(dist, page, "pages/demo.html", demo=demo, shell=inside, style=style_sheet(*STYLES_OF_DEMOS))


def write_lesson_page(dist: Path, demo: Spoken, site_url: str | None) -> None:
    description = demo.t.gettext("All steps of a problem, one below the other, to read or to print.")
    page = Page(f"{demo.path}lesson/", demo.lang, description, site_url)
    views = recorded_lesson(dist, demo)["views"]
    _write(dist, page, "pages/lesson.html", demo=demo, lesson=whole_lesson(demo, views, page.root))


def write_embedding_page(dist: Path, lang: str, site_url: str | None) -> None:
    _ = translator(lang).gettext
    page = Page("embedding/", lang, _("Every way to put the demos into your own page, with code to copy."), site_url)
    shown = cycle(demos(lang))
    examples = {way: next(shown) for way in WAYS}
    scripted = examples["script"]
    number = scripted.face.example.get(scripted.face.unit)
    values = {
        "address": page.absolute("") or "",
        "examples": examples,
        "shell": first_shell(dist, scripted, page, None if number is None else int(number)),
        "attributes": attributes(lang),
    }
    _write(dist, page, "pages/embedding.html", **values)


def attributes(lang: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Those of all demos that people write by hand: name, values, what holds without it."""
    found: dict[str, tuple[tuple[str, ...], str]] = {}
    for demo in demos(lang):
        parameters = demo.face.parameters()
        for name in demo.face.attributes:
            if parameters[name].otherwise != "":
                found.setdefault(name, (parameters[name].values, str(parameters[name].otherwise)))
    modes = [demo.face.modes(demo.t) for demo in demos(lang)]
    names = tuple(dict.fromkeys(mode.name for each in modes for mode in each))
    found["mode"] = names, " ".join(dict.fromkeys(each[0].name for each in modes))
    return [(name, *said) for name, said in (found | OF_EVERY_DEMO).items()]


def write_speed_page(dist: Path, lang: str, site_url: str | None) -> None:
    t = translator(lang)
    page = Page(
        "speed/",
        lang,
        t.gettext("How fast the demos respond, compared with two other approaches, and what was tried."),
        site_url,
    )
    data = speed.figures()
    machine = speed.machine(data["machine"], t)
    shown = {"figures": data, "machine": machine, "rows": list(speed.rows(data, t)), "tried": list(speed.tried(t))}
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
    _write(dist, page, "pages/source.html", files=files, archive=archive(dist, lang))


def source_files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def recorded_view(dist: Path, demo: Spoken, number: int | None = None) -> View:
    """The first view of a recorded lesson, or else of the one that is shown first."""
    view: View = recorded_lesson(dist, demo, number)["views"][0]
    return view


def recorded_lesson(dist: Path, demo: Spoken, number: int | None = None) -> Lesson:
    return read_recording(part_folder(dist, "lessons"), demo, demo.face.first if number is None else number)


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
