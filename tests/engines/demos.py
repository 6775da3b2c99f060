"""The two demos as tests find them: live, at the same place every time. The page stays from test to test where nothing else was left in it."""

from typing import Any, Self

from .layer.window import Window, at

LIVE_SECONDS = 240.0  # a busy machine, the slowest engine
CLOSE = """(() => {
  for (const dialog of root.querySelectorAll("dialog[open]")) dialog.close();
  for (const details of root.querySelectorAll("details[open]")) details.open = false;
  root.querySelector("[role=tab]").click();
  for (const button of root.querySelectorAll("[aria-pressed=true]")) button.click();
})()"""
CHOOSE = """((field) => {
  field.value = given[0];
  field.form.requestSubmit();
})(root.querySelector("input.number"))"""
# Without what is of the way that led here: what was announced, and what can be undone.
SEEN = r"""[".announced", ".changes"].reduce(
  (text, selector) => text.replace(root.querySelector(selector)?.innerText ?? "", ""),
  root.querySelector(".frame").innerText,
).replace(/\s+/g, " ")"""
SOON = 10.0  # seconds
AT_ONCE = 2.0
LOST = "demo?.getAttribute('state') !== 'live'"
LEFT: dict[tuple[str, str], str] = {}  # by engine and address: what was seen at first


class Demo:
    """A demo on its own page."""

    path: str
    query: str
    number: int
    is_there: str

    def __init__(self, window: Window, site: str) -> None:
        self.window, self.site = window, site

    @property
    def address(self) -> str:
        return f"{self.site}{self.path}{self.query}"

    def ready(self) -> Self:
        """As it is after a visit: taken back to there, or loaded anew."""
        key = (self.window.engine, self.address)
        if key not in LEFT or not self.is_back_at(LEFT[key]):
            self.open(self.address)
            self.window.wait(self.is_there)
            LEFT[key] = self.window.ask(SEEN)
        return self.watched()

    def is_back_at(self, seen: str) -> bool:
        """Goes back to the first view, and tells whether nothing else is left of what a test did."""
        if not self.window.ask("location.href").startswith(self.site + self.path) or self.window.ask(LOST):
            return False
        try:
            self.go_back()
            self.window.wait(self.is_there, seconds=SOON)
            self.window.wait(f"{SEEN} === given[0]", seen, seconds=AT_ONCE)
        except AssertionError:
            return False
        return True

    def go_back(self) -> None:
        self.window.ask(CLOSE)
        self.window.ask(CHOOSE, str(self.number))

    def open(self, address: str) -> Self:
        self.window.open(address)
        self.window.wait("demo.getAttribute('state') === 'live'", seconds=LIVE_SECONDS)
        return self

    def watched(self) -> Self:
        """Nothing that the console was told is of an earlier test."""
        self.window.ask("troubles.length = 0")
        return self

    def quiet(self) -> None:
        """Nothing went wrong on the way."""
        assert self.window.ask("troubles") == []

    def mode(self, name: str) -> Self:
        """Open the tab of a mode, by its value."""
        self.window.press(f"[role=tab][value={name}]").shows(f"[role=tab][value={name}][aria-selected=true]")
        return self

    def more(self) -> Self:
        """Open what stands behind More."""
        if not self.window.ask("find(given[0])", at(".extras")):
            self.window.press("button", "More").shows(".extras")
        return self

    @property
    def view(self) -> dict[str, Any]:
        found: dict[str, Any] = self.window.ask("view")
        return found

    @property
    def link(self) -> str:
        return str(self.window.ask("root.querySelector('a.own').href"))


class Small(Demo):
    path = "demos/simple_forward_pass/"
    query = "?seed=7&step=4"
    number = 7
    is_there = "view?.numbers?.seed === 7 && view.index === 4 && root.querySelector('.picture [data-edit][role]')"

    def go_back(self) -> None:
        super().go_back()
        self.window.wait("view?.numbers?.seed === 7", seconds=SOON)
        self.jump(4)

    def jump(self, step: int) -> Self:
        self.window.wait("(find(given[0])?.click(), view?.index === given[1])", at(f".rail [value='{step}']"), step)
        return self

    def at_step(self, step: int) -> Self:
        self.window.wait("view?.index === given[0]", step)
        return self

    def shows(self, place: str, value: float) -> Self:
        """Python has answered with this number there."""
        self.window.wait(
            "root.querySelector(`.picture [data-edit='${given[0]}']`)?.getAttribute('aria-valuenow') === given[1]",
            place,
            f"{value:g}",
        )
        return self


class Digits(Demo):
    path = "demos/forward_pass_mnist/"
    query = "?sample=0"
    number = 0
    is_there = "view?.numbers?.sample === 0 && view.key === 'sample'"

    def at_sample(self, sample: int, network: str = "mnist_784_10_10") -> Self:
        self.window.wait("view?.numbers?.sample === given[0] && view.numbers.network === given[1]", sample, network)
        return self

    def at_key(self, key: str) -> Self:
        """A step of the lesson, or another kind of view."""
        self.window.wait("view?.key === given[0]", key)
        return self
