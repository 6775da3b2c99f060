"""A reader without a plan: presses, types, drags, resizes, goes back and forth, loses the network and Python, by a seed."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Error, Page

from ..helpers.driver import Demo

KEYS = [
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
    "Enter",
    "Escape",
    "Tab",
    "Shift+Tab",
    " ",
    "-",
    "7",
    "Control+z",
    "Control+y",
    "Delete",
]
TYPED = ["0", "3", "-2.5", "１２", "", "1e308", "NaN", "<b>7</b>", "99999999999", "  4 ", "0,5", "ß∑", "'\"`", "2-3-1"]
SIZES = [(1280, 800), (1366, 640), (390, 844), (320, 256), (1024, 768), (700, 900)]
LANGUAGES = ["en", "es", "fr", "zh", "ko", "ja"]

# Where something that answers to the pointer or to typing is, with what it is; links lead away and have an action of their own.
TARGETS = """(demo, selector) => [...demo.shadowRoot.querySelectorAll(selector)].filter((found) => found.checkVisibility({ visibilityProperty: true })
  && !found.closest("a, [inert]") && found.type !== "file").length"""
CENTRE = """(demo, [selector, at]) => {
  const found = [...demo.shadowRoot.querySelectorAll(selector)].filter((found) => found.checkVisibility({ visibilityProperty: true })
    && !found.closest("a, [inert]") && found.type !== "file")[at];
  found?.scrollIntoView({ block: "nearest" });
  const box = found?.getBoundingClientRect();
  return box && [box.x + box.width / 2, box.y + box.height / 2];
}"""
PRESSED = "button, summary, select, input, [role], [tabindex]"
TYPED_INTO = "input:not([type=file]):not([type=checkbox]):not([type=radio]), textarea"
DRAGGED = "[data-edit], canvas, .pad svg, .picture svg, input[type=range]"


@dataclass
class Monkey:
    """Acts on one demo of one page. done: what it did, the last at the end, for whoever has to do it again."""

    page: Page
    demo: Demo
    path: str
    random: random.Random
    done: list[str] = field(default_factory=list)

    def act(self) -> None:
        weights = {
            self.press: 40,
            self.key: 20,
            self.type: 10,
            self.drag: 10,
            self.wheel: 4,
            self.resize: 3,
            self.theme: 3,
            self.language: 2,
            self.history: 3,
            self.elsewhere: 1,
            self.kill: 1,
            self.network: 2,
            self.choose: 3,
        }
        action: Callable[[], str] = self.random.choices(list(weights), list(weights.values()))[0]
        self.done.append(action.__name__)
        self.done[-1] += f" {action()}"

    def target(self, selector: str) -> tuple[float, float] | None:
        """The centre of something visible, brought into view."""
        count: int = self.demo.host.evaluate(TARGETS, selector)
        found: Any = count and self.demo.host.evaluate(CENTRE, [selector, self.random.randrange(count)])
        return (found[0], found[1]) if found else None

    def press(self) -> str:
        place = self.target(PRESSED)
        if place:
            self.page.mouse.click(*place, click_count=self.random.choice([1, 1, 1, 2]))
        return str(place)

    def key(self) -> str:
        key = self.random.choice(KEYS)
        self.page.keyboard.press(key)
        return key

    def type(self) -> str:
        place, text = self.target(TYPED_INTO), self.random.choice(TYPED)
        if place:
            self.page.mouse.click(*place)
            self.page.keyboard.press("Control+a")
            self.page.keyboard.insert_text(text)
            self.page.keyboard.press(self.random.choice(["Enter", "Tab"]))
        return repr(text)

    def drag(self) -> str:
        place = self.target(DRAGGED)
        if place:
            self.page.mouse.move(*place)
            self.page.mouse.down()
            self.page.mouse.move(
                place[0] + self.random.uniform(-90, 90), place[1] + self.random.uniform(-90, 90), steps=4
            )
            if self.random.random() < 0.9:  # else the button is let go some time later
                self.page.mouse.up()
        return str(place)

    def wheel(self) -> str:
        self.page.mouse.wheel(0, self.random.uniform(-600, 600))
        return ""

    def resize(self) -> str:
        width, height = self.random.choice(SIZES)
        self.page.set_viewport_size({"width": width, "height": height})
        return f"{width}x{height}"

    def theme(self) -> str:
        scheme, motion = self.random.choice(["light", "dark"]), self.random.choice(["reduce", "no-preference"])
        self.page.emulate_media(color_scheme=scheme, reduced_motion=motion)  # type: ignore[arg-type]
        return f"{scheme} {motion}"

    def language(self) -> str:
        lang = self.random.choice(LANGUAGES)
        self.demo.host.evaluate("(demo, lang) => { demo.lang = lang; }", lang)
        return lang

    def history(self) -> str:
        """Also beyond the page, from where the reader comes again."""
        way = self.random.choice(["back", "forward"])
        self.page.context.set_offline(False)
        with suppress(Error):  # there is no page before, or after
            go = self.page.go_back if way == "back" else self.page.go_forward
            go(timeout=10_000)
        if self.demo.host.count() == 0:
            self.page.goto(self.path)
        return way

    def elsewhere(self) -> str:
        other = self.page.context.new_page()
        other.bring_to_front()
        self.page.bring_to_front()
        other.close()
        return ""

    def kill(self) -> str:
        """Python ends, as when a phone wants its memory."""
        for worker in self.page.workers:
            with suppress(Error):  # it had ended already
                worker.evaluate("self.close()")
        return ""

    def network(self) -> str:
        off = self.random.random() < 0.5
        self.page.context.set_offline(off)
        return "off" if off else "on"

    def choose(self) -> str:
        number = self.random.choice([0, 1, 7, 19, 20, 4711, 9999])
        attribute = self.random.choice(["seed", "sample", "step", "theme", "controls"])
        value = {"theme": "dark", "controls": "back next number"}.get(attribute, str(number))
        self.demo.host.evaluate("(demo, [name, value]) => demo.setAttribute(name, value)", [attribute, value])
        self.demo.host.evaluate("(demo) => demo.removeAttribute('controls')")
        return f"{attribute}={value}"
