"""The chapter: Markdown → HTML. Formulas become MathML; directives, button names and links to demos are filled in by the page."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from forwardpass.words import catalogs
from forwardpass.words.catalogs import translator
from forwardpass.words.typography import with_punctuation

from ..shared.paths import WEB

NAME = "neural_networks"
PATH = f"{NAME}/"


def source_file(lang: str) -> Path:
    return WEB / "pages" / "chapters" / lang / f"{NAME}.md"


LANGUAGES = tuple(lang for lang in catalogs.LANGUAGES if source_file(lang).is_file())

HEADING = re.compile(r"^(.+) \{#([a-z-]+)\}$")
DIRECTIVE = re.compile(r"^::(figure|demo)\{(.*)\}$")
ATTRIBUTE = re.compile(r'(\w+)(?:="([^"]*)")?')
BUTTON = re.compile(r"\{\{button:(?:(\w+):)?([^}]+)\}\}")  # {{button:Next}}, {{button:image:Next}}: with its context
DEMO_LINK = "demo:"
# Where browsers break lines and readers do not: before the dot in a Chinese name, around what is in brackets or quoted within a Korean word.
WITHIN_A_WORD = re.compile(r"(?=·)|(?<=[가-힣*])(?=\([A-Za-z])|(?<=[)”’』])(?=[가-힣])")
WORD_JOINER = "\u2060"
MENDINGS = (
    # A prime is raised by itself: as a script it would be tiny.
    (re.compile(r"<msup>(<mi>[^<]*</mi>)<mi>&#x02032;</mi></msup>"), r"<mrow>\1<mo>&#x02032;</mo></mrow>"),
    # The name of a function has no room around it, a sign after a bracket none after it.
    (re.compile(r"<mo>max</mo>"), "<mi>max</mi>"),
    (re.compile(r"(&#x00028;</mo>)<mo>&#x02212;</mo>"), r'\1<mo form="prefix">&#x02212;</mo>'),
)


@dataclass(frozen=True)
class Inserts:
    """What the page puts into the text. figure: (attributes, number) → markup; demo: name → markup; demo_page: name → address."""

    figure: Callable[[dict[str, str], int], str]
    demo: Callable[[str], str]
    demo_page: Callable[[str], str]


@dataclass(frozen=True)
class Chapter:
    """contents: the id and the words of each heading."""

    title: str
    description: str
    contents: list[tuple[str, str]]
    html: str


def chapter_language(lang: str) -> str:
    """The language in which somebody who reads lang gets the chapter."""
    return lang if lang in LANGUAGES else LANGUAGES[0]


def chapter_folder(lang: str) -> str:
    """From the site's root. Unlike other pages, the English one has its language in the address too."""
    return f"{chapter_language(lang)}/{PATH}"


def read_chapter(lang: str, inserts: Inserts) -> Chapter:
    markdown = _markdown(inserts)
    tokens = markdown.parse(_with_button_names(_source(lang), lang))
    html = with_punctuation(markdown.renderer.render(tokens, markdown.options, {}), "math inline")
    untranslated = html.replace(' class="math', ' translate="no" class="math')
    head = front_matter(lang)
    return Chapter(head["title"], head["description"], list(_contents(tokens)), untranslated)


def front_matter(lang: str) -> dict[str, str]:
    """title and description"""
    return dict(line.split(": ", 1) for line in _source(lang).split("---\n")[1].splitlines())


def _source(lang: str) -> str:
    return WITHIN_A_WORD.sub(WORD_JOINER, source_file(lang).read_text(encoding="utf-8"))


def _with_button_names(source: str, lang: str) -> str:
    """The names that the buttons have in the demo of that language."""
    t = translator(lang)
    return BUTTON.sub(lambda name: t.pgettext(name[1], name[2]) if name[1] else t.gettext(name[2]), source)


def _markdown(inserts: Inserts) -> MarkdownIt:
    markdown = MarkdownIt("commonmark").use(front_matter_plugin).use(dollarmath_plugin, renderer=_mathml)
    markdown.core.ruler.push("chapter", lambda state: _complete(state, inserts))
    return markdown


def _mathml(latex: str, options: dict[str, bool]) -> str:
    mathml: str = convert(latex.strip(), display="block" if options["display_mode"] else "inline")
    for found, mended in MENDINGS:
        mathml = found.sub(mended, mathml)
    return mathml


def _complete(state: StateCore, inserts: Inserts) -> None:
    """Ids of headings, directives, links to demos."""
    figures = 0
    for opening, inline in _pairs(state.tokens):
        if opening.type == "heading_open":
            _give_id(opening, inline)
        elif directive := DIRECTIVE.match(inline.content):
            figures += directive[1] == "figure"
            _become_html(inline, _inserted(directive[1], directive[2], figures, inserts))
        _lead_on(inline, inserts)
    _drop_paragraphs(state.tokens)


def _inserted(kind: str, attributes: str, number: int, inserts: Inserts) -> str:
    values = dict(ATTRIBUTE.findall(attributes))
    return inserts.figure(values, number) if kind == "figure" else inserts.demo(values["name"])


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Each block that holds text, with its text."""
    return ((before, token) for before, token in pairwise(tokens) if token.type == "inline")


def _give_id(heading: Token, inline: Token) -> None:
    if found := HEADING.match(inline.content):
        heading.attrSet("id", found[2])
        inline.content = found[1]
        last = (inline.children or [])[-1]
        last.content = last.content.removesuffix(f" {{#{found[2]}}}")


def _become_html(inline: Token, html: str) -> None:
    inline.type, inline.content, inline.children = "html_block", html, None


def _drop_paragraphs(tokens: list[Token]) -> None:
    """The <p> around what has become a block of its own."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.type == "html_block" and before.type == "paragraph_open":
            before.hidden = after.hidden = True


def _lead_on(inline: Token, inserts: Inserts) -> None:
    """Links to demos get their addresses; those that leave the site open beside the chapter, so that its demos stay as they are."""
    for link in inline.children or ():
        href = str(link.attrGet("href") or "")
        if href.startswith(DEMO_LINK):
            link.attrSet("href", inserts.demo_page(href.removeprefix(DEMO_LINK)))
        elif "://" in href:
            link.attrSet("target", "_blank")
            link.attrSet("rel", "noopener")


def _contents(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for opening, inline in _pairs(tokens):
        if opening.type == "heading_open":
            yield str(opening.attrGet("id")), inline.content
