"""The pages that live in frames of other pages: a demo alone, and the hidden one that holds Python for pages of other origins."""

import json
from pathlib import Path
from typing import Any

from forwardpass import api
from forwardpass.translation import translator

from .assets import ENTRY, start_script
from .pages import FRAME_HEIGHT, recorded_view
from .parts import part_address, part_folder
from .shell import Demo, demos, shell
from .templates import render
from .words import words

WIDTH = 880  # px
ROOT_OF_FRAMES = "../../"


def write_frames(dist: Path, site_url: str | None = None) -> None:
    """Write dist/embed/ and, where the address of the site is known, oEmbed in every language. Needs all parts."""
    lang = api.LANGUAGES[0]
    assets, start = ROOT_OF_FRAMES + part_address(dist, "assets"), start_script(part_folder(dist, "assets"))
    write(dist / "embed" / "runtime" / "index.html", render("pages/runtime.html", lang, assets=assets))
    for demo in demos(lang):
        inside = shell(demo, lang, recorded_view(dist, demo, lang, 0), ROOT_OF_FRAMES)
        alone = inside.replace("<noscript>", "").replace("</noscript>", "")  # it stands in one: they cannot be nested
        values = {"shell": alone, "assets": assets, "start": start, "missing": list(map(missing, api.LANGUAGES))}
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
            answer = json.dumps(oembed(demo, lang, site_url), ensure_ascii=False, indent=1)
            write(dist / oembed_path(demo.name, lang), answer)


def oembed_path(name: str, lang: str) -> str:
    """Where the answer of a demo is, from the root of the site."""
    return f"embed/{name}/{lang}/oembed.json"


def oembed(demo: Demo, lang: str, site_url: str) -> dict[str, Any]:
    """What oembed.com calls a rich answer."""
    return {
        "version": "1.0",
        "type": "rich",
        "title": demo.title,
        "provider_name": "Forward Pass",
        "provider_url": f"{site_url.rstrip('/')}/",
        "html": frame_snippet(demo, lang, site_url),
        "width": WIDTH,
        "height": FRAME_HEIGHT[demo.name],
    }


def frame_snippet(demo: Demo, lang: str, site_url: str) -> str:
    source = f"{site_url.rstrip('/')}/embed/{demo.name}/?lang={lang}"
    return render("pages/frame_snippet.html", lang, source=source, title=demo.title, height=FRAME_HEIGHT[demo.name])


def write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
