"""The small network in every engine: what a reader does with it."""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forwardpass import api

from ..helpers.network_files import npz
from .demos import Small
from .layer.window import at

FIRST = "guess-w-0-0-0"  # of problem 7: -0.8
NUMBER = at(f".picture [data-edit='{FIRST}']")
LAST = 10
TEXTS = [view["text"] for view in api.simple_forward_pass(7, "en")["views"]]
AS_IN_VIEW = """((made) => {
  made.innerHTML = view.html;
  return made.content.textContent === root.querySelector(".narration").textContent;
})(document.createElement("template"))"""


def test_all_steps(small: Small) -> None:
    small.window.press("button", "Restart")
    for step in range(LAST + 1):
        small.at_step(step)
        assert small.view["text"] == TEXTS[step]
        assert small.window.ask(AS_IN_VIEW)
        assert small.window.ask("root.querySelector('.counter').innerText") == f"{step + 1} / {LAST + 1}"
        if step < LAST:
            small.window.press("button", "Next")
    for step in range(LAST - 1, LAST - 4, -1):
        small.window.press("button", "Back")
        assert small.at_step(step).view["text"] == TEXTS[step]
    small.quiet()


def test_editing_a_number(small: Small) -> None:
    window = small.window
    for panel, text, value in (("picture", "0,5", 0.5), ("narration-handles", "-1.5", -1.5)):
        x, y, _, _ = window.place(at(f".{panel} [data-edit='{FIRST}']"))
        window.point((x, y)).shows(".number-box").type(text).keys("Enter")
        small.shows(FIRST, value)
    assert small.view["numbers"]["guess"]["layers"][0]["weights"][0][0] == -1.5
    window.press("button", "Original problem")
    small.shows(FIRST, -0.8).quiet()


def test_dragging_a_number(small: Small) -> None:
    small.window.drag(NUMBER, (20, 0), (41, 0))
    small.shows(FIRST, -0.3)
    small.window.press("button", "Original problem")
    small.shows(FIRST, -0.8).quiet()


def test_asking_a_neuron(small: Small) -> None:
    x, y, _, height = small.window.place(at(".picture [data-neuron='2-0'] circle"))
    small.window.point((x, y + height / 2 - 4)).shows(".asked", "The output")
    asked = api.ask("2-0", 4, "en", seed=7)["text"].splitlines()[0]
    small.window.shows(".asked", asked).keys("Escape").hides(".asked")
    small.quiet()


def test_another_network(small: Small) -> None:
    window = small.mode("play").window
    window.press("button", "Another network").choose("select[name=layers]", "3")
    window.wait("root.querySelectorAll('[name=size]').length === 4")
    window.ask("root.querySelectorAll('[name=size]').forEach((menu, i) => { menu.value = given[0][i]; })", [2, 4, 3, 2])
    window.ask(
        "root.querySelectorAll('[name=activation]').forEach((menu, i) => { menu.value = given[0][i]; })",
        ["tanh", "relu", "identity"],
    )
    window.press("button", "Show this network")
    window.wait("root.querySelector('.counter').innerText === '1 / 18'")
    asked = api.another_network(7, [2, 4, 3, 2], ["tanh", "relu", "identity"])["subject"]
    expected = api.simple_forward_pass(**asked)["views"]
    for step in (11, 17):
        assert small.jump(step).view["text"] == expected[step]["text"]
    small.quiet()


def test_learning(small: Small) -> None:
    window = small.window
    last = api.learn(1.0, 0, "en", 7)["numbers"]["last"]
    small.mode("learn").window.shows(".learning .place", api.learn(0.5, 0, "en", 7)["spoken"])
    window.choose(".learning .rate", "1.0").shows(".learning .place", api.learn(1.0, 0, "en", 7)["spoken"])
    window.press("button", "Run")
    window.shows(".learning .place", api.learn(1.0, last, "en", 7)["spoken"])
    small.quiet()


def test_questions(small: Small) -> None:
    window = small.window
    small.jump(3)
    window.press("button", "Ask me first").wait("find(given[0])", at("[data-action=questions][aria-pressed=true]"))
    for right in (True, False):
        question = api.simple_forward_pass(7, "en")["views"][small.view["index"] + 1]["question"]
        answer = question["answer"] if right else 1 - int(str(question["answer"]))
        window.press("button", "Next").shows(".choices")
        x, y, _, _ = window.place(at(f".choices button[value='{answer}']"))
        window.point((x, y)).shows(".verdict", "Right." if right else "Not quite.")
    window.shows(".tally", "1 of 2 right")
    small.quiet()


def test_sharing_real_files(small: Small) -> None:
    window = small.more().window
    window.press("button", "Share").shows(".sharing", "seed=7").shows(".sharing", "step=neuron-1-1")
    name, content = window.download(lambda: window.press("button", "Save as SVG"))
    assert name.endswith(".svg")
    assert api.simple_forward_pass(7, "en")["views"][4]["alt"].splitlines()[0] in content.decode()
    name, content = window.download(lambda: window.press("button", "Save as PNG"))
    width, height = struct.unpack(">II", content[16:24])
    assert (name[-4:], content[:4]) == (".png", b"\x89PNG")
    assert min(width, height) >= 2 * 400
    small.quiet()


def test_a_link_opens_what_was_edited(small: Small) -> None:
    small.window.drag(NUMBER, (20, 0), (41, 0))
    text = small.shows(FIRST, -0.3).view["text"]
    link = small.link
    assert "problem=" in link
    small.window.open(f"{small.site}source/")
    small.open(link).shows(FIRST, -0.3)
    assert small.view["text"] == text
    small.quiet()


def test_own_networks_from_a_file_and_into_one(small: Small, tmp_path: Path) -> None:
    window = small.mode("play").window
    window.press("button", "Another network")
    name, content = window.download(lambda: window.press("button", "JSON"))
    assert name == "network.json"
    assert b"-0.8" in content
    file = tmp_path / "network.npz"
    file.write_bytes(npz(weights_1=np.array([[0.5, -0.25], [1.04, 0.0]])))
    window.give(".network-files input[type=file]", file)
    window.wait("view.numbers?.guess?.layers.length === 1")
    assert small.view["numbers"]["guess"]["layers"][0]["weights"][0][0] == 0.5
    small.quiet()


def test_the_keyboard_alone(small: Small) -> None:
    window = small.window
    window.focus("button", "Next").keys("ArrowRight", "ArrowRight", "ArrowLeft")
    small.at_step(5)
    window.keys("Home")
    small.at_step(0)
    window.keys("End")
    small.at_step(LAST).jump(4)
    window.wait(
        "(find(given[0])?.focus(), root.activeElement?.dataset.edit === 'x-0')", at(".picture [data-edit='x-0']")
    )
    window.keys("ArrowUp")
    small.shows("x-0", 1.1)
    window.keys("ArrowRight").wait("root.activeElement.dataset.edit === 'x-1'")
    window.keys("Control+z")
    small.shows("x-0", 1).quiet()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_whole_lesson_on_one_page(small: Small, lang: str) -> None:
    window = small.window
    window.open(f"{small.site}{'' if lang == 'en' else lang + '/'}demos/simple_forward_pass/lesson/?seed=7")
    window.wait(
        "root.querySelector('.problem').textContent.includes('7') && root.querySelectorAll('.step').length === 11"
    )
    found: list[Any] = window.ask("[...root.querySelectorAll('.step svg desc')].map((alt) => alt.textContent)")
    assert found == [view["alt"] for view in api.simple_forward_pass(7, lang)["views"]]
    small.quiet()
