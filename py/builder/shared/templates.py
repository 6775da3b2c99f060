"""Jinja templates in a reader's language."""

import re
from functools import cache
from gettext import NullTranslations
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from forwardpass.words.catalogs import translator

from .added import in_web, webs
from .node import run_tool

SHARED_STYLES = ("palette.css", "spoken.css")  # by pages and demos


def render(template: str, lang: str, **values: Any) -> str:
    """A template of web/, its {% trans %} in the language, filled with values."""
    return render_with(translator(lang), template, lang, **values)


def render_with(t: NullTranslations, template: str, lang: str, **values: Any) -> str:
    """The same with words from another catalog."""
    return _environment(t).get_template(template).render(lang=lang, **values)


@cache
def style_sheet(*names: str) -> str:
    """Style sheets of web/, one after the other, without what only their authors need."""
    return minified("\n".join(in_web(name).read_text(encoding="utf-8") for name in names))


def minified(css: str) -> str:
    return run_tool("esbuild", "--loader=css", "--minify", given=css)


def distinct(svg: str, number: int) -> str:
    """A drawing whose ids carry a number, so that several can stand in one page."""
    return re.sub(r'(\bid|aria-labelledby|aria-describedby)="([\w-]+)"', rf'\1="\2-{number}"', svg)


@cache
def _environment(t: NullTranslations) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(webs()),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["distinct"] = distinct
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(t, newstyle=True)  # type: ignore[attr-defined]
    return environment
