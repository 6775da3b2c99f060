"""The pages that live in frames of other pages: a demo alone, and the hidden ones: that which holds Python for pages of other origins, and that which holds what runs readers' code."""

import json
from pathlib import Path
from typing import Any

from forwardpass import api
from forwardpass.words.catalogs import translator

from ..demos.shell import shell
from ..demos.spoken import Spoken, demos
from ..demos.words import words
from ..publish.assets import ENTRY, start_script
from ..publish.hashed_folders import part_address, part_folder
from ..shared.templates import render
from .pages import recorded_view

WIDTH = 880  # px
ROOT_OF_FRAMES = "../../"
HIDDEN = {"runtime": "runtime", "code": "code-host"}  # pages without anything to see → the script of each
OF_EVERY_DEMO = ("lang", "mode", "theme", "controls")  # attributes


def write_frames(dist: Path, site_url: str | None = None) -> None:
    """Write dist/embed/ and, where the address of the site is known, oEmbed in every language. Needs all parts."""
    lang = api.LANGUAGES[0]
    assets, start = ROOT_OF_FRAMES + part_address(dist, "assets"), start_script(part_folder(dist, "assets"))
    for name, script in HIDDEN.items():
        write(dist / "embed" / name / "index.html", render("pages/hidden.html", lang, script=f"{assets}{script}.js"))
    for demo in demos(lang):
        inside = shell(demo, recorded_view(dist, demo), ROOT_OF_FRAMES)
        alone = inside.replace("<noscript>", "").replace("</noscript>", "")  # it stands in one: they cannot be nested
        names = " ".join((*OF_EVERY_DEMO, *demo.face.attributes))
        values = {
            "shell": alone,
            "attributes": names,
            "assets": assets,
            "start": start,
            "missing": list(map(missing, api.LANGUAGES)),
        }
        page = render("pages/frame.html", lang, demo=demo, **values)
        write(dist / "embed" / demo.name / "index.html", page)
    if site_url:
        write_oembed(dist, site_url)


def missing(lang: str) -> dict[str, str]:
    """What a frame says where its script does not come. Only the address knows the reader's language, so all are in the page."""
    t = translator(lang)
    said = words(t)
    text = said["error_data"].format(file=ENTRY, status=said["no_answer"])
    return {"lang": lang, "text": text, "retry": t.gettext("Retry")}


def write_oembed(dist: Path, site_url: str) -> None:
    for lang in api.LANGUAGES:
        for demo in demos(lang):
            answer = json.dumps(oembed(demo, site_url), ensure_ascii=False, indent=1)
            write(dist / oembed_path(demo.name, lang), answer)


def oembed_path(name: str, lang: str) -> str:
    """Where the answer of a demo is, from the root of the site."""
    return f"embed/{name}/{lang}/oembed.json"


def oembed(demo: Spoken, site_url: str) -> dict[str, Any]:
    """What oembed.com calls a rich answer."""
    return {
        "version": "1.0",
        "type": "rich",
        "title": demo.texts.title,
        "provider_name": "Forward Pass",
        "provider_url": f"{site_url.rstrip('/')}/",
        "html": frame_snippet(demo, site_url),
        "width": WIDTH,
        "height": demo.face.height,
    }


def frame_snippet(demo: Spoken, site_url: str) -> str:
    source = f"{site_url.rstrip('/')}/embed/{demo.name}/?lang={demo.lang}"
    values = {"source": source, "title": demo.texts.title, "height": demo.face.height}
    return render("pages/frame_snippet.html", demo.lang, **values)


def write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
