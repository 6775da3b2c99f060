"""That the site stays as fast as it was found to be, beside the others: what `build.py bench` measures, with few visits and a margin for what else a machine does.

Bytes are held by tests/web/pages/test_budgets.py, Python's start from near (b, c) by tests/builder/python/test_startup.py, the frame of a click by test_bench.py.
"""

import base64
import statistics
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from builder.bench.clicks import clicked
from builder.bench.contenders import Contender, contenders
from builder.bench.digits import classified_by_ours, classified_by_reference
from builder.bench.visits import Visitor
from builder.images.image_sets import read_examples
from forwardpass.images.pixels import to_bytes

pytestmark = [pytest.mark.browser, pytest.mark.speed]

MOST_ROUNDS = 4
MARGIN = 1.3  # on a busy machine many small steps wait more often than a few long ones
CLICKS = 40
NEXT = "[data-action=next]"
Value = Callable[[], float]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, dist: object) -> dict[str, Contender]:
    return contenders(tmp_path_factory.mktemp("sites"))


@pytest.fixture
def visitor(launch: Callable[[], Browser]) -> Visitor:
    return Visitor(launch)


def hold(ours: Value, theirs: Value, most: float) -> None:
    """The best of some rounds in turn, because other work on the machine only ever adds. No more rounds than it takes."""
    rounds: list[tuple[float, float]] = []
    while len(rounds) < MOST_ROUNDS:
        rounds.append((ours(), theirs()))
        ratio = min(mine for mine, _ in rounds) / min(other for _, other in rounds)
        if ratio <= most:
            break
    print(f"{ratio:.2f} of at most {most:.2f}: {rounds}")
    assert ratio <= most * MARGIN, rounds


def test_a_the_first_view_with_working_next_on_a_slow_link(visitor: Visitor, sites: dict[str, Contender]) -> None:
    def seen(name: str) -> float:
        return visitor.first_visit(sites[name], slow=True).first

    hold(lambda: seen("ours"), lambda: seen("reference"), 0.35)


def test_b_python_live_on_a_slow_link(visitor: Visitor, sites: dict[str, Contender]) -> None:
    def live(name: str) -> float:
        return visitor.first_visit(sites[name], slow=True).live

    hold(lambda: live("ours"), lambda: live("stock"), 0.65)


def test_d_a_click_until_its_result_is_painted(visitor: Visitor, sites: dict[str, Contender]) -> None:
    def taken(name: str, button: str) -> float:
        return statistics.median(click.taken for click in clicked(visitor, sites[name], button, CLICKS))

    hold(lambda: taken("ours", f"simple-forward-pass {NEXT}"), lambda: taken("reference", "#next"), 0.1)


def test_e_ten_thousand_images(visitor: Visitor, sites: dict[str, Contender]) -> None:
    images = base64.b64encode(to_bytes(read_examples("mnist", "test").pixels)).decode()
    hold(
        lambda: min(classified_by_ours(visitor, sites["ours"])[0]),
        lambda: min(classified_by_reference(visitor, sites["reference"], images)[0]),
        0.7,
    )


def test_g_eight_demos_beside_one(visitor: Visitor, sites: dict[str, Contender]) -> None:
    memory: dict[int, list[float]] = {8: [], 1: []}

    def live(count: int) -> float:
        visit = visitor.demos(sites["ours"], count)
        memory[count].append(visit.memory or 0)
        return visit.live

    hold(lambda: live(8), lambda: live(1), 1.15)
    print(f"MB: {memory}")
    assert min(memory[8]) <= 1.2 * MARGIN * min(memory[1]), memory


@pytest.mark.parametrize("slow", [False, True], ids=["loopback", "slow link"])
def test_h_a_second_visit(visitor: Visitor, sites: dict[str, Contender], slow: bool) -> None:
    def again(name: str) -> float:
        return visitor.second_visit(sites[name], slow).live

    hold(lambda: again("ours"), lambda: again("stock"), 0.3)
