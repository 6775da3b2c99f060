"""The Markdown sources of the chapter, taken apart for tests."""

import re
from functools import cache

from builder.pages.chapters import source_file

HEADING = re.compile(r"^## (.+) \{#([a-z-]+)\}$", re.MULTILINE)
DIRECTIVE = re.compile(r"^::(figure|demo)\{(.*)\}$", re.MULTILINE)
ATTRIBUTE = re.compile(r'(\w+)(?:="([^"]*)")?')
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+)\$", re.DOTALL)
LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
BUTTON = re.compile(r"\{\{button:([^}]+)\}\}")
TAG = re.compile(r"</?(?:details|summary)>")
ANSWER = re.compile(r"^   <details><summary>[^<]+</summary>\n\n(.+?)\n\n   </details>$", re.MULTILINE | re.DOTALL)

# How numbers are written: the mark between thousands, the decimal mark, and words for many.
MARKS = {
    "en": (",", ".", {"billion": 10**9}),
    "es": ("\u00a0", ".", {"millones": 10**6}),
    "fr": ("\u202f", ",", {"milliards": 10**9}),
    "zh": (",", ".", {"亿": 10**8, "万": 10**4}),
    "ko": (",", ".", {"억": 10**8, "만": 10**4}),
    "ja": (",", ".", {"億": 10**8, "万": 10**4}),
}
DECADES = re.compile(
    r"\d+s\b|(década de|décennie|années) \d+|\d+ ?(世纪|世紀|세기)( ?\d+ ?(年代|년대))?|\d+ ?(年代|년대)|\d+e siècle"
)


@cache
def source(lang: str) -> str:
    return source_file(lang).read_text(encoding="utf-8").replace("&nbsp;", "\u00a0")


def front_matter(lang: str) -> dict[str, str]:
    head = source(lang).split("---\n")[1]
    return dict(line.split(": ", 1) for line in head.splitlines())


def body(lang: str) -> str:
    return source(lang).split("---\n", 2)[2]


def sections(lang: str) -> dict[str, str]:
    """Text by anchor, the opening under an empty one."""
    parts = HEADING.split(body(lang))
    return {"": parts[0]} | dict(zip(parts[2::3], parts[3::3], strict=True))


def directives(lang: str, kind: str) -> list[dict[str, str]]:
    """The attributes of all figures or all demos; `live`, which has no value, as an empty string."""
    return [dict(ATTRIBUTE.findall(attributes)) for found, attributes in DIRECTIVE.findall(body(lang)) if found == kind]


def normalised(formula: str) -> str:
    """Without spaces and without words, which differ between languages."""
    return re.sub(r"\\text\{[^}]*\}|\s+", "", formula)


def formulas(lang: str) -> list[str]:
    return [normalised(display or inline) for display, inline in FORMULA.findall(body(lang))]


def external_links(text: str) -> list[str]:
    return [link for link in LINK.findall(text) if "://" in link]


def skeleton(lang: str) -> list[str]:
    """What stands between the words, in the order of the page."""
    bones = rf"{HEADING.pattern}|{DIRECTIVE.pattern}|^\$\$(?P<formula>.+)\$\$$|(?P<answer><details>)"
    return [_bone(part) for part in re.finditer(bones, body(lang), re.MULTILINE)]


def _bone(part: re.Match[str]) -> str:
    if part["formula"]:
        return normalised(part["formula"])
    if part["answer"]:
        return "answer"
    return part[2] or f"{part[3]} {dict(ATTRIBUTE.findall(part[4]))['name']}"


def prose(text: str) -> str:
    """The words to be read, captions too: no formulas, addresses, ids, tags or names of buttons."""
    captions = DIRECTIVE.sub(lambda found: dict(ATTRIBUTE.findall(found[2])).get("caption", ""), text)
    return re.sub(r"\]\([^)]*\)", "]", TAG.sub("", BUTTON.sub("", FORMULA.sub("", HEADING.sub(r"\1", captions)))))


def numbers(text: str, lang: str) -> set[float]:
    """The numbers of a text that say something: no ordinals, no small counts, which some write as words."""
    thousands, point, words = MARKS[lang]
    pattern = rf"(\d+(?:{thousands}\d{{3}})*(?:{re.escape(point)}\d+)?)(?:\s?({'|'.join(words)}))?"
    found = {
        float(digits.replace(thousands, "").replace(point, ".")) * words.get(word, 1)
        for digits, word in re.findall(pattern, DECADES.sub("", prose(text)))
    }
    return {round(number, 6) for number in found if number > 10 or number % 1}
