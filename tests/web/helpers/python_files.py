"""The files of the page's Python, for tests that serve others in their place; and what the page's Python then answers."""

import gzip
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Page, Route

from builder.publish.hashed_folders import part_folder
from builder.shared.paths import DIST
from forwardpass import api

from .parity import ASK, same

MARKS = "performance.getEntriesByType('mark').map((mark) => mark.name)"
STOCK = "stock python started"
ANY_WORDS = ("",)  # Chromium, Pyodide and Python each say something else
Damage = Callable[[bytes], dict[str, Any]]
DAMAGES: dict[str, Damage] = {
    "missing": lambda _: {"status": 404, "body": ""},
    "cut off": lambda file: {"body": file[: len(file) // 2]},
    "empty": lambda _: {"body": ""},
    "another text": lambda _: {"body": "<!doctype html><title>Sign in</title>"},
    "flipped bits": lambda file: {"body": bytes(byte ^ (at % 1000 == 500) for at, byte in enumerate(file))},
}


def python_file(name: str) -> bytes:
    return (part_folder(DIST, "python") / name).read_bytes()


def answer(page: Page, name: str, **answer: Any) -> None:
    """To a request for a file of Python."""
    kind = "application/wasm" if name.endswith(".wasm") else "application/octet-stream"
    page.route(f"**/{name}", lambda route: route.fulfill(**{"content_type": kind, **answer}))


def damage_file(page: Page, name: str, damage: str) -> None:
    answer(page, name, **DAMAGES[damage](python_file(name)))


def marks(page: Page) -> list[str]:
    found: list[str] = page.workers[-1].evaluate(MARKS)
    return found


def asks(page: Page, name: str, arguments: Mapping[str, Any]) -> None:
    """A call of the page, answered as CPython does."""
    (found,) = page.evaluate(ASK, [[name, arguments]])
    same(found, getattr(api, name)(**arguments), name)


def changed(archive: str, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """An archive of Python with its files changed, or taken out."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(gzip.decompress(python_file(archive)))) as source,
        zipfile.ZipFile(target, "w") as made,
    ):
        for name in source.namelist():
            content = change(name, source.read(name))
            if content is not None:
                made.writestr(name, content)
    return gzip.compress(target.getvalue())


def before_the_worker(page: Page, script: str) -> None:
    def prefixed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{script}\n{answer.text()}")

    page.route("**/worker.js", prefixed)


MOMENTS = [1000, 4000]  # ms after which Python fetches for later: what is asked for on a click, and the rest
RESTS_WHEN_TOLD = f"""const [later, resting] = [self.setTimeout, []];
self.setTimeout = (task, ms, ...given) => {MOMENTS}.includes(ms) ? resting.push(task) : later(task, ms, ...given);
self.rest = () => resting.map((task) => task()).length;"""


def hold_back_rest(page: Page) -> None:
    """The page's Python has no time for later until `let_rest`, however long that takes."""
    before_the_worker(page, RESTS_WHEN_TOLD)


def let_rest(page: Page) -> None:
    assert page.workers[-1].evaluate("self.rest()") == len(MOMENTS)
