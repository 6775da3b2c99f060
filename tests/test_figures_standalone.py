"""Figures as files: complete in themselves, in the colours of the pages; and the command that prints them."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from forwardpass.figures import COLOURS, FIGURES, figure, standalone
from forwardpass.translation import LANGUAGES

from .figure_reader import SVG, Picture
from .mnist_images import IMAGES, images

ROOT = Path(__file__).parents[1]
PALETTE = ROOT / "web" / "palette.css"


def file(name: str, lang: str = "en") -> str:
    return standalone(figure(name, lang, images()))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "forwardpass.figures", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={"PYTHONPATH": "py"}, capture_output=True, encoding="utf-8", check=False
    )


def test_the_colours_are_those_of_the_pages() -> None:
    both = re.findall(r"--fp-(\w+):.*?light-dark\((#\w+), (#\w+)\)", PALETTE.read_text(encoding="utf-8"))
    one = re.findall(r"--fp-(\w+): var\([^,]*, (#\w+)\);", PALETTE.read_text(encoding="utf-8"))
    palette = {name: (light, dark) for name, light, dark in both} | {name: (colour, colour) for name, colour in one}
    assert {name: palette.get(name) for name in COLOURS} == COLOURS


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


def test_the_command_prints_a_figure_in_a_language() -> None:
    assert run("sigmoid", "--lang", "es").stdout == file("sigmoid", "es")


def test_the_command_takes_the_images_from_where_it_is_told() -> None:
    printed = run("mnist_input", "--images", str(IMAGES / "t10k-images-idx3-ubyte"))
    assert printed.stdout == file("mnist_input")
    missing = run("mnist_input", "--images", "nowhere")
    assert missing.returncode == 2
    assert "nowhere is missing; expected a file of the MNIST set" in missing.stderr


def test_the_command_answers_an_unknown_name_with_those_there_are() -> None:
    answer = run("tanh")
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert all(name in answer.stderr for name in FIGURES)
