"""Links hold a drawing: the pad goes on with it, damaged ones are told, Python in the page reads them as CPython does."""

import random
from typing import Any

from playwright.sync_api import Page, expect

from forwardpass import api
from forwardpass.image_network.pad.address import encode

from ....helpers.mnist_images import images
from ...conftest import LIVE_SECONDS, LiveDemo, OpenPage
from ...helpers.driver import Demo
from ...helpers.pad import PAGE, draw, opened, wait_for_another, wait_for_drawing


def test_a_link_opens_the_drawing_and_the_pad_goes_on_with_it(open_page: OpenPage) -> None:
    code = encode(images()[2])
    with open_page() as page:
        page.goto(f"{PAGE}?drawing={code}")
        demo = Demo(page)
        assert wait_for_drawing(demo, 1) == code
        demo.wait_for_state("live", LIVE_SECONDS)
        opened(demo)
        expect(demo.part("stages").locator("svg title")).to_contain_text("1: ")
        draw(demo, [(0.2, 0.9), (0.8, 0.9)])
        wait_for_another(demo, code)
        demo.more().press("Embed")
        expect(demo.part("script-snippet")).to_contain_text('drawing="1')


def damaged(count: int) -> list[str]:
    draw, code = random.Random(7), encode(images()[0])
    wrong = [code[:-9], code[:40] + "A" + code[41:], "1", "2" + code[1:], "1<script>alert(1)</script>", "%", "é"]
    while len(wrong) < count:
        at = draw.randrange(1, len(code))
        wrong.append(code[:at] + draw.choice("AbC-_9") * draw.randrange(2, 9) + code[at + draw.randrange(9) :])
    return wrong


def test_damaged_links_say_so_and_show_the_first_image(open_page: OpenPage) -> None:
    with open_page(allowed=("is not one of",)) as page:
        page.goto(PAGE)
        demo = Demo(page).wait_for_state("live", LIVE_SECONDS)
        for code in damaged(8):
            demo.choose("5").wait_for_view(5)
            demo.host.evaluate("(demo, code) => demo.setAttribute('drawing', code)", code)
            demo.wait_for_view(0)
            expect(demo.part("notice")).to_contain_text(f"“{code[:40]}”")
            assert demo.part("frame").locator("script").count() == 0
            demo.host.evaluate("demo => demo.removeAttribute('drawing')")


def test_the_page_python_reads_drawings_as_cpython_does(live_demo: LiveDemo) -> None:
    page: Page = live_demo(PAGE).page
    codes = [encode(pixels) for pixels in images()[:8]]
    ask = "(codes) => import(new URL('embed.js', document.querySelector('script[src*=assets]').src)).then(({ python }) => Promise.all(codes.map((drawing) => python.call('forward_pass_mnist', { drawing, lang: 'es' }))))"
    for code, found in zip(codes, page.evaluate(ask, codes), strict=True):
        expected: Any = api.forward_pass_mnist(drawing=code, lang="es")["views"][0]
        assert {k: v for k, v in found["views"][0].items() if k != "numbers"} == {
            k: v for k, v in expected.items() if k != "numbers"
        }
        assert found["views"][0]["numbers"]["pixels"] == expected["numbers"]["pixels"]
