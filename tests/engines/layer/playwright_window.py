"""Chromium, and Firefox by WebDriver BiDi, both driven by Playwright."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Browser, Error, Frame, Page

from .window import Leaving, Point, Window

STEPS = 5  # of a pointer, from point to point
CLICK = """((element) => {
  while (element.shadowRoot) element = element.shadowRoot.elementFromPoint(...given);
  element.click();
})(document.elementFromPoint(...given))"""


class PlaywrightWindow(Window):
    """A page of its own, whose storage lives as long as it."""

    def __init__(self, engine: str, browser: Browser, home: Path, reduced: bool) -> None:
        self.engine, self.downloads = engine, home
        motion: dict[str, Any] = {"reduced_motion": "reduce"} if reduced and engine == "chromium" else {}
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, **motion)
        self.page: Page = self.context.new_page()
        self.frame: Frame = self.page.main_frame

    def open(self, address: str) -> Self:
        self.page.goto(address)
        self.page.bring_to_front()  # Firefox gives the focus to no other
        return self

    def once(self, body: str, given: list[Any]) -> Any:
        try:
            return self.frame.evaluate(f"async (given) => {{ {body} }}", given)
        except Error as error:
            if "context was destroyed" in str(error) or "navigat" in str(error):
                raise Leaving from error
            raise

    def keys(self, *keys: str) -> Self:
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def type(self, text: str) -> Self:
        self.page.keyboard.type(text)
        return self

    def point(self, *points: Point, press: bool = True) -> Self:
        if (
            self.engine == "firefox" and self.frame.parent_frame
        ):  # whose driver's pointer does not reach into frames of another site
            self.ask(CLICK, *points[0])
            return self
        mouse, (left, top) = self.page.mouse, self.corner()
        mouse.move(points[0][0] + left, points[0][1] + top)
        if press:
            mouse.down()
        for x, y in points[1:]:
            mouse.move(x + left, y + top, steps=STEPS)
        if press:
            mouse.up()
        return self

    def corner(self) -> Point:
        """Where the frame begins in the page."""
        box = self.frame.frame_element().bounding_box() if self.frame.parent_frame else None
        return (box["x"], box["y"]) if box else (0, 0)

    def give(self, selector: str, *files: Path) -> Self:
        field = self.frame.locator(selector).first
        field.set_input_files([str(file) for file in files])
        return self

    def download(self, press: Callable[[], object]) -> tuple[str, bytes]:
        """In Firefox ESR by the folder, as it tells Playwright of no download."""
        if self.engine == "firefox":
            return super().download(press)
        with self.page.expect_download() as coming:
            press()
        return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()

    @contextmanager
    def inside(self, frame: str) -> Iterator[Self]:
        element = self.page.wait_for_selector(frame, state="attached")
        found = element.content_frame() if element else None
        assert found
        found.wait_for_load_state()
        self.frame = found
        try:
            yield self
        finally:
            self.frame = self.page.main_frame

    def picture(self, file: Path) -> None:
        self.page.screenshot(path=str(file))

    def resize(self, width: int, height: int) -> Self:
        self.page.set_viewport_size({"width": width, "height": height})
        return self

    def close(self) -> None:
        self.context.close()
