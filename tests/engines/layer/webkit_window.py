"""WebKitGTK: MiniBrowser, driven by WebKitWebDriver and selenium, on a screen of its own that nobody sees."""

import os
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from urllib3.exceptions import ReadTimeoutError

from .window import PAGE, Leaving, Point, Window

SIZE = (1280, 900)
SCREEN = "1700x1400x24"
DOWNLOADS = "Downloads"
SCRIPT_SECONDS = 15
ANSWER_SECONDS = 20  # of the driver, which never answers when a page of another origin comes just then
STEPS = 5  # of a pointer, from point to point
KEYS = {
    "ArrowUp": Keys.ARROW_UP,
    "ArrowDown": Keys.ARROW_DOWN,
    "ArrowLeft": Keys.ARROW_LEFT,
    "ArrowRight": Keys.ARROW_RIGHT,
    "Enter": Keys.ENTER,
    "Tab": Keys.TAB,
    "Escape": Keys.ESCAPE,
    "Home": Keys.HOME,
    "End": Keys.END,
    "Shift": Keys.SHIFT,
    "Control": Keys.CONTROL,
}
RUN = """const [given, done] = arguments;
(async () => { %s })().then((found) => done({ found }), (error) => done({ error: `${error} ${error?.stack}` }));"""


class WebKitWindow(Window):
    """A window of MiniBrowser, whose storage lives as long as it."""

    engine = "webkit"

    def __init__(self, driver: webdriver.WebKitGTK, home: Path) -> None:
        self.driver, self.downloads = driver, home / DOWNLOADS
        driver.set_script_timeout(SCRIPT_SECONDS)
        assert isinstance(driver.command_executor, RemoteConnection)
        driver.command_executor.client_config.timeout = ANSWER_SECONDS  # without one, selenium waits for ever
        driver.get("about:blank")
        self.resize(*SIZE)

    def open(self, address: str) -> Self:
        """By itself, as the driver's own wait ends at times before a page that follows fast on another."""
        self.run("window.left = true", [])
        self.driver.get(address)
        self.wait(
            "!window.left && location.href !== 'about:blank' && document.readyState === 'complete' && given", address
        )
        return self

    def once(self, body: str, given: list[Any]) -> Any:
        try:
            answer = self.driver.execute_async_script(RUN % body, given) or {}
        except ReadTimeoutError as error:
            raise Leaving from error
        except WebDriverException as error:
            if "unload" in str(error) or "rame" in str(error):
                raise Leaving from error
            raise
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("found")

    def keys(self, *keys: str) -> Self:
        for key in keys:
            *held, last = key.split("+")
            chain = ActionChains(self.driver, duration=0)
            for name in held:
                chain.key_down(KEYS[name])
            chain.send_keys(KEYS.get(last, last))
            for name in held:
                chain.key_up(KEYS[name])
            chain.perform()
        return self

    def type(self, text: str) -> Self:
        ActionChains(self.driver, duration=0).send_keys(text).perform()
        return self

    def point(self, *points: Point, press: bool = True) -> Self:
        actions = ActionBuilder(self.driver, mouse=PointerInput("mouse", "mouse"), duration=0)
        pointer = actions.pointer_action
        pointer.move_to_location(*map(int, points[0]))
        if press:
            pointer.pointer_down()
        for x, y in between(points):
            pointer.move_to_location(int(x), int(y))
        if press:
            pointer.pointer_up()
        actions.perform()
        return self

    def give(self, selector: str, *files: Path) -> Self:
        is_it = "[...all(document)].find((element) => element.matches(%s))"
        self.wait(f"Boolean({is_it % 'given[0]'})", selector)
        field = self.driver.execute_script(f"{PAGE}\nreturn {is_it % 'arguments[0]'};", selector)
        field.send_keys("\n".join(map(str, files)))
        return self

    @contextmanager
    def inside(self, frame: str) -> Iterator[Self]:
        self.wait("document.querySelector(given[0])", frame)
        self.driver.switch_to.frame(self.driver.find_element("css selector", frame))
        self.wait("document.readyState === 'complete'")
        try:
            yield self
        finally:
            self.driver.switch_to.default_content()

    def picture(self, file: Path) -> None:
        self.driver.get_screenshot_as_file(str(file))

    def resize(self, width: int, height: int) -> Self:
        """The window is larger than the page in it."""
        seen = self.ask("[innerWidth, innerHeight]")
        window = self.driver.get_window_rect()
        self.driver.set_window_rect(width=window["width"] + width - seen[0], height=window["height"] + height - seen[1])
        self.wait("innerWidth === given[0]", width, seconds=5)
        return self


def between(points: tuple[Point, ...]) -> Iterator[Point]:
    """The way over the points in small steps."""
    for (x, y), (to_x, to_y) in pairwise(points):
        for step in range(1, STEPS + 1):
            yield x + (to_x - x) * step / STEPS, y + (to_y - y) * step / STEPS


@contextmanager
def screen() -> Iterator[str]:
    """The name of a screen. The pipe's end stays open as long as it: without a reader it would be closed."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as running:
        os.close(writing)
        with os.fdopen(reading) as told:
            try:
                yield f":{told.readline().strip()}"
            finally:
                running.terminate()


@contextmanager
def webkit(home: Path, binary: str, driver: str, reduced: bool) -> Iterator[WebKitWindow]:
    """A window with settings of its own in `home`."""
    settings = home / "config" / "gtk-3.0" / "settings.ini"
    settings.parent.mkdir(parents=True)
    (home / DOWNLOADS).mkdir()
    (home / "config" / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="$HOME/{DOWNLOADS}"\n', encoding="utf-8")
    settings.write_text(f"[Settings]\ngtk-enable-animations={int(not reduced)}\n", encoding="utf-8")
    own = {
        name: str(home / name.split("_")[1].lower()) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    }
    with screen() as display:
        environment = (
            os.environ
            | own
            | {
                "DISPLAY": display,
                "HOME": str(home),
                "LIBGL_ALWAYS_SOFTWARE": "1",
                "NO_AT_BRIDGE": "1",
                "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # it has none as root
            }
        )
        options = Options()
        options.page_load_strategy = "none"
        options.binary_location = binary
        options.add_argument("--automation")
        service = Service(executable_path=driver, env=environment, log_output=subprocess.DEVNULL)
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # of selenium about itself
            running = webdriver.WebKitGTK(options=options, service=service)
        try:
            yield WebKitWindow(running, home)
        finally:
            running.quit()
