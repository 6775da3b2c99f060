"""What a page costs until its first view is there and Next works: every byte that the server sends, headers too, by gzip."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.pages import language_folder
from builder.serve import Handler, serving
from forwardpass import api

from .conftest import OpenPage
from .driver import Demo, hold_back

MOST_OF_A_DEMO, MOST_OF_THE_FRONT = 80_000, 120_000
PATHS = {f"demos/{name}/": MOST_OF_A_DEMO for name in api.DEMOS} | {"": MOST_OF_THE_FRONT}


class Counted(Handler):
    """Keeps the sizes of what it has sent."""

    sent: list[int]

    def setup(self) -> None:
        super().setup()
        write = self.wfile.write

        def counted(content: bytes) -> int:
            self.sent.append(len(content))
            return write(content)

        self.wfile.write = counted  # type: ignore[method-assign, assignment]


@pytest.fixture(scope="module")
def sent() -> list[int]:
    return []


@pytest.fixture(scope="module")
def counted(dist: Path, sent: list[int]) -> Iterator[str]:
    with serving(dist, handler=type("Counted", (Counted,), {"sent": sent})) as address:
        yield address


@pytest.mark.parametrize("lang", api.LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_keeps_to_its_budget(open_page: OpenPage, counted: str, sent: list[int], path: str, lang: str) -> None:
    sent.clear()
    with open_page(at=counted) as page:
        hold_back(page, "**/python/**")
        page.goto(language_folder(lang) + path)
        demo = Demo(page)
        demo.host.locator("[data-action=next]").click()
        demo.wait_for_view(1, 1)
        page.wait_for_load_state()
        page.evaluate("document.fonts.ready.then(() => true)")
        print(f"{path} {lang}: {sum(sent):,} bytes")
        assert sum(sent) <= PATHS[path]
