"""A demo in a page, as a reader uses it and as it looks."""

import re
from typing import Any, Self

from playwright.sync_api import Locator, Page, Route, expect

from builder.shared.waiting import SECONDS, named, wait_until

SIMPLE = "simple-forward-pass"
MNIST = "forward-pass-mnist"
NAMES = {
    "en": {"next": "Next", "back": "Back", "retry": "Retry", "restart": "Restart", "new": "New problem", "go": "Go"},
    "es": {
        "next": "Siguiente",
        "back": "Atrás",
        "retry": "Reintentar",
        "restart": "Empezar de nuevo",
        "new": "Problema nuevo",
        "go": "Ir",
    },
}
# What is in a panel, whatever the order of its attributes, without what scripts add to make numbers and neurons answer.
CANONICAL = """const added = ["role", "tabindex", "aria-label", "aria-valuenow", "aria-valuemin", "aria-valuemax", "aria-valuetext"];
const own = (node) => [...node.attributes].filter(({ name }) =>
  name !== "data-lit" && !(added.includes(name) && node.matches("[data-edit], [data-neuron] > circle")));
const canonical = (node) => node.nodeType === Node.TEXT_NODE ? node.data :
  `<${node.nodeName} ${own(node).map(({ name, value }) => `${name}="${value}"`).sort().join(" ")}>` +
  [...node.childNodes].map(canonical).join("") + `</${node.nodeName}>`;
const inside = (node) => [...node.childNodes].map(canonical).join("");
const parsed = (markup) => { const t = document.createElement("template"); t.innerHTML = markup; return inside(t.content); };"""

# A copy without what is closed, and without what rightly remembers the way that led here: addresses, what can be undone, and what was said last.
SEEN = """const seen = (root) => {
  const copy = document.createElement("div");
  copy.append(...[...root.childNodes].map((node) => node.cloneNode(true)));
  for (const closed of copy.querySelectorAll("dialog:not([open]), [hidden]")) closed.remove();
  for (const link of copy.querySelectorAll("a")) link.removeAttribute("href");
  for (const past of copy.querySelectorAll(".changes, .spoken")) past.remove();
  copy.normalize();
  return copy;
};"""


class Demo:
    """The first demo of a page, or the one that a selector names."""

    def __init__(self, page: Page, selector: str = f"{SIMPLE}, {MNIST}") -> None:
        self.page = page
        self.host: Locator = page.locator(selector).first

    @property
    def lang(self) -> str:
        return self.host.locator(".frame").get_attribute("lang") or ""

    def button(self, name: str) -> Locator:
        """name: a key of NAMES, or the button's own name."""
        return self.host.get_by_role("button", name=NAMES.get(self.lang, {}).get(name, name), exact=True)

    def press(self, name: str, times: int = 1) -> Self:
        for _ in range(times):
            self.button(name).click()
        return self

    def choose(self, value: str) -> Self:
        """Type a number into the field and press Enter."""
        field = self.more().host.locator("input.number")
        field.fill(value)
        field.press("Enter")
        return self

    def mode(self, name: str) -> Self:
        """Open the tab of a mode, by its value."""
        tab = self.host.locator(f"[role=tab][value={name}]")
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")
        return self

    def more(self) -> Self:
        """Open what stands behind More."""
        if self.part("extras").is_hidden():
            self.part("extras-button").click()
        expect(self.part("extras")).to_be_visible()
        return self

    def jump(self, step: int) -> Self:
        if self.part("rail").is_visible():
            self.host.locator(f".rail [value='{step}']").check()
        else:
            self.host.locator("select.jump").select_option(str(step))
        return self.wait_for_index(step)

    def part(self, name: str) -> Locator:
        return self.host.locator(f".{name}")

    @property
    def view(self) -> dict[str, Any]:
        found: dict[str, Any] = self.host.evaluate("demo => demo.view")
        return found

    @property
    def link(self) -> str:
        """The address of what was asked for."""
        return self.host.locator("a.own").get_attribute("href") or ""

    @property
    def counter(self) -> str:
        return self.part("counter").inner_text()

    @property
    def state(self) -> str | None:
        return self.host.get_attribute("state")

    def wait(self, what: str, condition: str, *given: Any, seconds: float = SECONDS) -> Self:
        """Until a condition holds, in JavaScript, of the element and of what is given."""
        with named(what, seconds):
            self.page.wait_for_function(
                f"([demo, ...given]) => ({condition})(demo, ...given)",
                arg=[self.host.element_handle(), *given],
                timeout=seconds * 1000,
            )
        return self

    def wait_for_state(self, state: str, seconds: float = SECONDS) -> Self:
        with named(f"the state {state}", seconds):
            self.host.and_(self.page.locator(f"[state={state}]")).wait_for(state="attached", timeout=seconds * 1000)
        return self

    def wait_for_index(self, index: int) -> Self:
        """Until this step or image is on screen, of whatever lesson."""
        return self.wait(f"step or image {index}", "(demo, index) => demo.view?.index === index", index)

    def wait_for_view(self, number: int, index: int = 0, seconds: float = SECONDS) -> Self:
        """Until a real view of this seed or sample is on screen."""
        is_shown = (
            "({ view }, number, index) => view?.numbers && (view.numbers.sample === number ||"
            " (view.numbers.seed === number && view.index === index))"
        )
        return self.wait(f"view {index} of {number}", is_shown, number, index, seconds=seconds)

    def start_over(self) -> Self:
        """Back to the first view of the page."""
        first = 1 if self.part("counter").count() else 0
        for tab in self.host.get_by_role("tab").all()[:1]:
            tab.click()  # where numbers are played with, a new problem begins at a step that has some
        self.choose(str(first))
        return self.wait_for_view(first)

    @property
    def everything(self) -> str:
        """All that can be seen in the element, and its attributes."""
        script = f"demo => {{ {CANONICAL} {SEEN} return canonical(demo.cloneNode()) + inside(seen(demo.shadowRoot)); }}"
        return re.sub(r">\s+<", "><", str(self.host.evaluate(script)))

    def is_back_at(self, everything: str) -> bool:
        """Goes back to the first view, and tells whether nothing else is left of what a test did."""
        return not self.host.locator("dialog[open]").count() and self.start_over().everything == everything

    @property
    def shown(self) -> tuple[str, str]:
        """What is really in the page: narration and drawing."""
        script = f"demo => {{ {CANONICAL} return ['narration', 'picture'].map((name) => inside(demo.shadowRoot.querySelector('.' + name))); }}"
        narration, picture = self.host.evaluate(script)
        return narration, picture

    def shows_its_view(self) -> bool:
        """Whether the page holds exactly the markup of its view."""
        script = f"""demo => {{ {CANONICAL} const root = demo.shadowRoot;
          return inside(root.querySelector(".narration")) === parsed(demo.view.html) &&
                 inside(root.querySelector(".picture")) === parsed(demo.view.svg); }}"""
        return bool(self.host.evaluate(script))


def hold_back(page: Page, pattern: str) -> list[Route]:
    """Leaves requests unanswered; gives those that came, to be continued."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(pattern, keep)
    return held


def without_python(page: Page) -> None:
    """For tests of what is there before: Python never comes, and costs nothing."""
    page.route("**/worker.js", lambda route: None)


def outlast(page: Page, ms: int) -> None:
    """Until every timer of that length which ran before has ended, however slow the machine is."""
    page.evaluate("(ms) => new Promise((ended) => setTimeout(ended, ms))", ms)


def wait_for_held(page: Page, held: list[Route], count: int = 1) -> None:
    wait_until(page, f"request {count} of those held back", lambda: len(held) >= count)


def let_go(page: Page, held: list[Route]) -> None:
    """Answers what was held back, as soon as it was asked for, and whatever is asked for later."""
    wait_for_held(page, held)
    for route in held:
        route.continue_()
    page.unroute_all()


def wait_until_idle(page: Page, site: str) -> None:
    """Until Python has answered what was asked before: a clock that leaps over an open question takes it for a dead worker."""
    ask = "async (site) => { const { python } = await import(site + 'embed.js'); await python.call('classify', { pixels: '' }); }"
    for _ in range(2):  # what is prepared ahead is asked for after the first answer
        page.evaluate(ask, site)
