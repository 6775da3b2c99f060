"""The mode Code, as a reader uses it."""

from playwright.sync_api import Locator, expect

from ...helpers.driver import Demo

SECONDS = 60


def open_code(demo: Demo) -> Locator:
    """The editor of a live demo."""
    demo.mode("code")
    editor = demo.host.locator(".cm-content")
    editor.wait_for()
    return editor


def lines(demo: Demo) -> str:
    """What stands in it, all of it."""
    return demo.part("edited-lines").text_content() or ""


def write(demo: Demo, code: str) -> None:
    """In place of what stands in the editor."""
    demo.host.locator(".cm-content").focus()
    demo.page.keyboard.press("ControlOrMeta+a")
    demo.page.keyboard.insert_text(code)


def begin(demo: Demo, code: str | None = None) -> None:
    """Runs the lines, or others in their place."""
    if code is not None:
        write(demo, code)
    demo.host.locator(".cm-content").focus()
    demo.page.keyboard.press("ControlOrMeta+Enter")


def finished(demo: Demo, seconds: float = SECONDS) -> None:
    expect(demo.part("stop-code")).to_have_attribute("aria-disabled", "true", timeout=seconds * 1000)


def run(demo: Demo, code: str | None = None) -> str:
    """The same to the end: what is printed."""
    begin(demo, code)
    finished(demo)
    return demo.part("printed").text_content() or ""


def trouble(demo: Demo) -> str:
    """Why the lines did not reach their end."""
    return demo.part("trouble").text_content() or ""
