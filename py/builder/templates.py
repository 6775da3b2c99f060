"""Jinja templates in a reader's language."""

import re
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from forwardpass.translation import translator

from .node import run_tool
from .paths import WEB

SHARED_STYLES = ("palette.css", "spoken.css")  # by pages and demos


def render(template: str, lang: str, **values: Any) -> str:
    """A template of web/, its {% trans %} in the language, filled with values."""
    return _environment(lang).get_template(template).render(lang=lang, **values)


@cache
def style_sheet(*names: str) -> str:
    """Style sheets of web/, one after the other, without what only their authors need."""
    return minified("\n".join((WEB / name).read_text(encoding="utf-8") for name in names))


def minified(css: str) -> str:
    return run_tool("esbuild", "--loader=css", "--minify", given=css)


def distinct(svg: str, number: int) -> str:
    """A drawing whose ids carry a number, so that several can stand in one page."""
    return re.sub(r'(\bid|aria-labelledby|aria-describedby)="([\w-]+)"', rf'\1="\2-{number}"', svg)


@cache
def _environment(lang: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(WEB),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["distinct"] = distinct
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(translator(lang), newstyle=True)  # type: ignore[attr-defined]
    return environment
