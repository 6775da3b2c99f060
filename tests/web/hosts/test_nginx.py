"""The site on nginx as Debian ships it: both demos come live with the types that it brings, and with the lines of docs/deploy.md also for books of other origins."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from builder.publish.hosting import FOR_OTHER_ORIGINS
from builder.shared.paths import ROOT
from builder.shared.tools import lacking

from ...integrations.making.readme import block
from ..conftest import OpenPage
from ..helpers.driver import Demo
from ..helpers.python_files import STOCK, marks
from .nginx import BARE, serving_by_nginx

SERVERS = {"as it comes": BARE, "docs/deploy.md": block("nginx", "nginx", "", readme=ROOT / "docs" / "deploy.md")}
DEMOS = ("demos/simple_forward_pass/?seed=30", "demos/forward_pass_mnist/?sample=30")  # which are not recorded


@pytest.fixture(scope="module", params=SERVERS)
def nginx(request: pytest.FixtureRequest, dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address."""
    if why := lacking("nginx"):
        pytest.skip(why)
    with serving_by_nginx(SERVERS[request.param], dist, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.mark.parametrize("path", DEMOS)
def test_a_demo_comes_live(open_page: OpenPage, nginx: str, path: str) -> None:
    with open_page(at=nginx) as page:
        page.goto(path)
        demo = Demo(page).wait_for_state("live").wait_for_view(30)
        assert STOCK not in marks(page)
        demo.press("next")
        assert demo.shows_its_view()


@pytest.mark.parametrize("nginx", ["docs/deploy.md"], indirect=True)
def test_its_lines_say_what_other_origins_need_and_pack_what_is_large(nginx: str, dist: Path) -> None:
    wasm = next(dist.glob("python/*/*.wasm")).relative_to(dist)
    with urlopen(Request(f"{nginx}{wasm}", headers={"Accept-Encoding": "gzip"})) as answer:
        told = dict(answer.headers)
    assert FOR_OTHER_ORIGINS.items() <= told.items()
    assert (told["Content-Type"], told["Content-Encoding"]) == ("application/wasm", "gzip")
