"""The include for Jekyll: language, arguments, where our files are, and what it says when something is missing."""

import json
import shutil
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from .making.books import build_jekyll
from .making.readme import FOLDER

pytestmark = pytest.mark.browser  # not for `test --quick`, which installs no jekyll

INCLUDE = '{{% include demo_insert.html path="/demos/simple_forward_pass/" parent_div="post" {} %}}'
HOSTILE = """"'><img src=x onerror=alert(1)> & {{ site.title }}"""
LANGUAGES = {  # page: (front matter, arguments, language of the demo)
    "es/folder.md": ("", "", "es"),
    "part/fr/folder.md": ("", "", "fr"),
    "ES/upper.md": ("", "", "es"),
    "cn/original.md": ("", "", "zh"),
    "jp/original.md": ("", "", "ja"),
    "kr/nobody.md": ("", "", None),
    "moved.md": ("permalink: /zh/moved/", "", "zh"),
    "front.md": ("lang: ko", "", "ko"),
    "fr/front.md": ("lang: es_MX", "", "es-MX"),
    "fr/argument.md": ("lang: es", 'lang="ja"', "ja"),
    "alias.md": ("lang: jp", "", "ja"),
    "espana/none.md": ("", "", None),
    "none.md": ("", "", None),
}


class Book(HTMLParser):
    """A page as its elements: [(name, attributes)]."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def only(self, name: str) -> dict[str, str | None]:
        (attributes,) = (attributes for tag, attributes in self.elements if tag == name)
        return attributes


def build(folder: Path, files: Mapping[str, str], config: str = "forward_pass: /fp") -> dict[str, str]:
    """Files of a book, path → content; gives its pages, path → HTML."""
    source, out = folder / "source", folder / "out"
    shutil.copytree(FOLDER / "jekyll", source)
    for name, text in {"_config.yml": config + "\n", **files}.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    build_jekyll(source, out)
    return {page.relative_to(out).as_posix(): page.read_text(encoding="utf-8") for page in out.rglob("*.html")}


def page(arguments: str = "", front: str = "") -> str:
    return f"---\n{front}\n---\nBefore.\n\n{INCLUDE.format(arguments)}\n\nAfter.\n"


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    pages = {name: page(arguments, front) for name, (front, arguments, _) in LANGUAGES.items()}
    return build(tmp_path_factory.mktemp("languages"), pages)


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_language_is_that_of_the_include_else_the_page_else_a_folder(languages: dict[str, str], name: str) -> None:
    html = languages["zh/moved/index.html" if name == "moved.md" else name.replace(".md", ".html")]
    assert Book(html).only("simple-forward-pass").get("lang") == LANGUAGES[name][2]


def test_a_book_in_the_folder_of_its_language_speaks_it(tmp_path: Path) -> None:
    html = build(tmp_path, {"a.md": page()}, "forward_pass: /fp\nbaseurl: /ml4a/es")["a.html"]
    assert Book(html).only("simple-forward-pass")["lang"] == "es"


def test_a_second_include_forgets_the_language_of_the_first(tmp_path: Path) -> None:
    html = build(tmp_path, {"a.md": page('lang="ja"') + "\n" + INCLUDE.format("")})["a.html"]
    assert [attributes.get("lang") for name, attributes in Book(html).elements if name == "simple-forward-pass"] == [
        "ja",
        None,
    ]


@pytest.mark.parametrize(
    ("address", "script"),
    [
        ("https://example.org/fp", "https://example.org/fp/embed.js"),
        ("https://example.org/fp/", "https://example.org/fp/embed.js"),
        ("//example.org", "//example.org/embed.js"),
        ("/fp", "/ml4a/fp/embed.js"),
        ("fp/", "/ml4a/fp/embed.js"),
        ("/", "/ml4a/embed.js"),
    ],
)
def test_one_line_says_where_our_files_are(tmp_path: Path, address: str, script: str) -> None:
    html = build(tmp_path, {"a.md": page()}, f"baseurl: /ml4a\nforward_pass: {address}")["a.html"]
    assert Book(html).only("script") == {"type": "module", "src": script}


def test_arguments_become_attributes_and_never_markup(tmp_path: Path) -> None:
    arguments = "seed=page.bad step='3' sample=\"0\" theme='dark' controls='bar' lang=page.bad"
    html = build(tmp_path, {"a.md": page(arguments, f"bad: {json.dumps(HOSTILE)}")})["a.html"]
    demo = Book(html).only("simple-forward-pass")
    assert demo == {"lang": HOSTILE, "seed": HOSTILE, "step": "3", "sample": "0", "theme": "dark", "controls": "bar"}
    assert {name for name, _ in Book(html).elements} <= {"p", "div", "simple-forward-pass", "script"}


def test_a_missing_line_is_told_in_the_page(tmp_path: Path) -> None:
    html = build(tmp_path, {"a.md": page()}, config="title: Book")["a.html"]
    assert "_config.yml has no line “forward_pass: https://…”" in html
    assert "<script" not in html


def test_other_demos_of_the_book_go_to_its_former_include(tmp_path: Path) -> None:
    other = page().replace("simple_forward_pass", "linear_regression")
    former = {"_includes/demo_insert_original.html": "former: {{ include.path }} in {{ include.parent_div }}"}
    assert "former: /demos/linear_regression/ in post" in build(tmp_path / "with", {"a.md": other, **former})["a.html"]
    with pytest.raises(AssertionError, match=r"demo_insert_original\.html"):
        build(tmp_path / "without", {"a.md": other})


@pytest.mark.parametrize(
    ("name", "element"), [("Simple forward pass", "simple-forward-pass"), ("MNIST forward pass", "forward-pass-mnist")]
)
def test_a_demo_may_be_called_by_the_name_that_an_edition_of_the_book_has(
    tmp_path: Path, name: str, element: str
) -> None:
    include = '{{% include demo_insert.html name="{}" parent_div="post" seed="3" %}}'
    former = {"_includes/demo_insert_original.html": "former: {{ include.name }}"}
    pages = {"a.md": f"---\n---\n{include.format(name)}\n", "b.md": f"---\n---\n{include.format('t-SNE')}\n"}
    built = build(tmp_path, {**pages, **former})
    assert Book(built["a.html"]).only(element) == {"seed": "3"}
    assert "former: t-SNE" in built["b.html"]
