"""Figures as files: complete in themselves, in the colours of the pages; and the command that prints them."""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from forwardpass.chapter.standalone import standalone
from forwardpass.chapter.stills import COLOURS, FIGURES, figure
from forwardpass.words.catalogs import LANGUAGES

from ..helpers.figure_reader import SVG, Picture
from ..helpers.mnist_images import IMAGES, images

ROOT = Path(__file__).parents[2]
PALETTE = ROOT / "web" / "palette.css"


def file(name: str, lang: str = "en") -> str:
    return standalone(figure(name, lang, images()))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "builder", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={"PYTHONPATH": "py"}, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def test_the_colours_are_those_of_the_pages() -> None:
    both = re.findall(r"--fp-(\w+):.*?light-dark\((#\w+), (#\w+)\)", PALETTE.read_text(encoding="utf-8"))
    one = re.findall(r"--fp-(\w+): var\([^,]*, (#\w+)\);", PALETTE.read_text(encoding="utf-8"))
    palette = {name: (light, dark) for name, light, dark in both} | {name: (colour, colour) for name, colour in one}
    assert {name: palette.get(name) for name in COLOURS} == COLOURS


def test_browsers_without_light_dark_get_the_same_colours() -> None:
    text = PALETTE.read_text(encoding="utf-8")
    native = re.findall(r"--fp-(\w+):.*?light-dark\((#\w+), (#\w+)\)", text)
    plain = re.findall(r"--fp-(\w+):.*?var\(--fp-light, (#\w+)\) var\(--fp-dark, (#\w+)\)", text)
    assert plain == native
    assert len(plain) == 13


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_brings_its_style_for_light_and_dark_and_refers_to_nothing(name: str, lang: str) -> None:
    text = file(name, lang)
    style = ET.fromstring(text).find(f"{SVG}style")
    assert style is not None
    assert style.text is not None
    assert "var(" not in text
    assert COLOURS["ink"][0] in style.text.partition("@media")[0]
    assert COLOURS["ink"][1] in style.text.partition("@media (prefers-color-scheme: dark)")[2]
    assert style.text.count("{") == style.text.count("}")


def test_a_file_has_a_size_a_margin_and_a_background() -> None:
    root, inside = ET.fromstring(file("relu")), figure("relu", "en")
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    assert left < 0
    assert top < 0
    assert width == float(root.attrib["width"]) == pytest.approx(inside.width - 2 * left)
    assert height == float(root.attrib["height"]) == pytest.approx(inside.height - 2 * top, abs=0.01)
    back = root.find(f"{SVG}rect[@class='back']")
    assert back is not None
    assert [float(back.attrib[key]) for key in ("x", "y", "width", "height")] == [left, top, width, height]


def test_a_file_keeps_its_title_first_and_all_its_parts() -> None:
    root = ET.fromstring(file("network_layers"))
    assert [child.tag.removeprefix(SVG) for child in root][:4] == ["title", "desc", "style", "rect"]
    assert len(Picture(file("network_layers")).texts) == len(Picture(figure("network_layers", "en").svg).texts)


@pytest.mark.parametrize("name", FIGURES)
def test_the_command_prints_every_figure_of_the_page_in_a_language(name: str) -> None:
    page = (ROOT / "web" / "pages" / "figures.html").read_text(encoding="utf-8")
    (command,) = re.findall(r"<code>python3 build\.py (.*?)</code>", page)
    assert run(*command.replace("{{ figure.name }}", name).replace("{{ lang }}", "es").split()).stdout == file(
        name, "es"
    )


def test_the_command_takes_the_images_from_where_it_is_told() -> None:
    printed = run("figure", "mnist_input", "--images", str(IMAGES / "t10k-images-idx3-ubyte"))
    assert printed.stdout == file("mnist_input")
    missing = run("figure", "mnist_input", "--images", "nowhere")
    assert missing.returncode == 1
    assert missing.stdout == ""
    assert "nowhere is missing; expected a file of the MNIST set" in missing.stderr


@pytest.mark.parametrize(("words", "named"), [(["tanh"], FIGURES), (["relu", "--lang", "xx"], LANGUAGES)])
def test_the_command_answers_what_it_does_not_have_with_what_there_is(words: list[str], named: Iterable[str]) -> None:
    answer = run("figure", *words)
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert all(name in answer.stderr for name in named)
    assert "Traceback" not in answer.stderr
