"""Browsers that lack something, by taking it away: everything looks right from the oldest ones on that package.json names, and older ones show the first view and one calm sentence."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from ..conftest import OpenPage
from ..helpers.driver import Demo, without_python

PATHS = {"small": "demos/simple_forward_pass/", "digits": "demos/forward_pass_mnist/"}
NO_SHEETS = "globalThis.CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor'); } };"
NO_MODULES = """globalThis.Worker = class { constructor(url, { type } = {}) {
  if (type === "module") throw new TypeError("module workers are not supported");
} };"""
# The declared shadow root as a browser leaves it that knows none: a template in the element.
UNDECLARED = """<script>
for (const host of document.querySelectorAll("simple-forward-pass, forward-pass-mnist, whole-lesson")) {
  const template = document.createElement("template");
  template.setAttribute("shadowrootmode", "open");
  template.content.append(...host.shadowRoot.childNodes);
  const plain = host.cloneNode();
  plain.append(template);
  host.replaceWith(plain);
}
</script><footer"""
each_demo = pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
Away = Iterator[Page]


def changed(page: Page, pattern: str, old: str, new: str) -> None:
    """What comes from the site, otherwise."""

    def answer(route: object) -> None:
        response = route.fetch()  # type: ignore[attr-defined]
        route.fulfill(response=response, body=response.text().replace(old, new, 1))  # type: ignore[attr-defined]

    page.route(re.compile(pattern), answer)


@each_demo
def test_without_light_dark_the_colours_are_those_of_the_light_scheme(page: Page, path: str) -> None:
    without_python(page)
    changed(page, r"/demos/\w+/$", "@supports (color:light-dark(red,red))", "@supports (color: nothing(red))")
    page.goto(path)
    demo = Demo(page).wait("a view", "demo => demo.view")
    colours = "part => [getComputedStyle(part).fill, getComputedStyle(part.closest('svg')).color]"
    fill, ink = demo.part("picture").locator("circle").last.evaluate(colours)
    assert fill not in ("rgb(0, 0, 0)", ink)


@each_demo
def test_without_style_sheets_that_can_be_made_everything_is_styled_all_the_same(page: Page, path: str) -> None:
    page.add_init_script(NO_SHEETS)
    without_python(page)
    page.goto(path)
    demo = Demo(page).wait("a view", "demo => demo.view")
    demo.press("next")
    demo.more().press("Share")
    expect(demo.part("sharing")).to_be_visible()
    assert demo.host.evaluate("demo => getComputedStyle(demo.shadowRoot.querySelector('.frame')).display") != "inline"
    assert demo.part("picture").locator("svg").evaluate("svg => svg.getBoundingClientRect().height") > 200


@each_demo
def test_without_declared_shadow_roots_the_first_view_is_there_before_any_module(page: Page, path: str) -> None:
    changed(page, r"/demos/\w+/$", "<footer", UNDECLARED)
    page.route("**/assets/**/*.js", lambda route: None)
    page.goto(path, wait_until="commit")
    heading = page.locator(".narration h3")
    expect(heading).to_be_visible()
    expect(page.locator(".picture svg")).to_be_visible()


@each_demo
def test_without_module_workers_recorded_lessons_go_on_and_one_sentence_says_why(
    open_page: OpenPage, path: str
) -> None:
    with open_page(allowed=("",)) as page:
        page.add_init_script(NO_MODULES)
        page.goto(path)
        demo = Demo(page).wait_for_state("error")
        expect(demo.part("failure")).to_be_visible()
        assert len(demo.part("failure").locator("span").inner_text()) > 20
        demo.press("next").wait("the next view", "({ view }) => view.index === 1 || view.numbers?.sample === 1")


@each_demo
def test_a_script_that_cannot_be_parsed_leaves_the_first_view_and_one_sentence(open_page: OpenPage, path: str) -> None:
    with open_page(allowed=("SyntaxError", "Unexpected")) as page:
        page.route(
            "**/assets/**/chunk-*.js",
            lambda route: route.fulfill(body="class { static? }", content_type="text/javascript"),
        )
        page.goto(f"es/{path}")
        failure = page.locator(".failure")
        expect(failure).to_contain_text("Este navegador no puede leer el script de esta página")
        assert failure.count() == 1
        expect(failure.get_by_role("button")).to_be_hidden()
        expect(page.locator(".narration h3")).to_be_visible()
