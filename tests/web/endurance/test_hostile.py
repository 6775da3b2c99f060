"""Attributes, addresses and files that nobody should write: no exception, no markup of theirs, no request outside; a demo stands there all the same."""

import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from forwardpass import api

from ...helpers.amounts import amount
from ..conftest import OpenPage
from ..helpers.driver import MNIST, SIMPLE, Demo
from . import hostile

TOGETHER = 20
PLACES = ["x-0", "y-0", "guess-w-1-0-2", "guess-b-1-0", "best-w-2-0-0"]
PAGES = {SIMPLE: "demos/simple_forward_pass/", MNIST: "demos/forward_pass_mnist/"}
# A demo for each of some attributes or addresses, until each has a view or says why not; what is wrong with any of them.
OPEN = """async ([name, all]) => {
  const demos = all.map(({ address, attributes }) => {
    const demo = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) demo.setAttribute(attribute, value);
    if (address !== null) history.replaceState(null, "", "?" + address);
    if (address !== null) demo.setAttribute("address", "");
    const place = document.body.appendChild(document.createElement("div"));
    place.style = "position: fixed; inset: 0; overflow: hidden"; // in view, as only what is in view opens
    place.append(demo);
    return demo;
  });
  const isThere = (demo) => demo.view?.numbers && ["live", "error"].includes(demo.getAttribute("state"));
  for (const end = performance.now() + 60_000; performance.now() < end && !demos.every(isThere); ) await new Promise((next) => setTimeout(next, 20));
  const wrong = demos.map((demo) => [
    !isThere(demo) && `no view, state ${demo.getAttribute("state")}`,
    demo.getAttribute("state") === "error" && demo.shadowRoot.querySelector(".failure").textContent.trim(),
    demo.shadowRoot.querySelector("img, iframe, [onerror], [onload], [onmouseover], script:not([type='text/html'], .shell)")?.outerHTML,
    window.struck && "struck",
  ].filter(Boolean));
  for (const demo of demos) demo.parentElement.remove();
  return all.filter((_, i) => wrong[i].length).map((asked, i) => [asked, wrong.filter((found) => found.length)[i]]);
}"""
STRANGE = re.compile(r"<(?:script|img|iframe|object|embed)|<[^>]+\son\w+=", re.IGNORECASE)


@pytest.mark.endure
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("kind", ["attributes", "addresses"])
def test_whatever_is_asked_for_a_demo_stands_there(open_page: OpenPage, name: str, kind: str) -> None:
    chance = random.Random(13)
    asked = [
        {
            "address": hostile.address(chance) if kind == "addresses" else None,
            "attributes": hostile.attributes(chance) if kind == "attributes" else {},
        }
        for _ in range(amount(40, 2_000))
    ]
    with open_page(allowed=("is not one of",)) as page:
        page.goto(PAGES[name])
        Demo(page).wait_for_state("live")
        for start in range(0, len(asked), TOGETHER):
            assert page.evaluate(OPEN, [name, asked[start : start + TOGETHER]]) == []


@pytest.mark.endure
def test_whatever_a_network_file_says_it_is_opened_or_refused_in_a_sentence() -> None:
    chance = random.Random(13)
    for _ in range(amount(200, 1_000)):
        content = hostile.network_file(chance)
        is_told(answer("open_network", content=content, seed=7, index=2, lang=chance.choice(["en", "ja"])), content)
        is_told(answer("take_network", name="own_of_a_stranger", content=content, lang="en"), content)


@pytest.mark.endure
def test_whatever_weights_are_written_the_step_is_shown_or_refused_in_a_sentence() -> None:
    chance = random.Random(13)
    for _ in range(amount(200, 2_000)):
        place, value = chance.choice([*PLACES, hostile.text(chance)]), hostile.anything(chance)
        is_told(answer("edit", place=place, text=value, index=4, seed=7, lang="en"), (place, value))
        is_told(answer("simple_forward_pass", seed=7, problem=hostile.text(chance), lang="en"), value)


def answer(call: str, **arguments: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(api.answer(json.dumps({"call": call, **arguments})))
    return found


def is_told(found: dict[str, Any], given: object) -> None:
    error = found.get("error", {})
    assert error.get("code") != "unforeseen", (error, given)
    assert not [text for text in markup(found) if STRANGE.search(text)], given


def markup(found: Any) -> Iterator[str]:
    """All that an answer says to be markup."""
    inside = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for name, value in inside:
        if name in ("html", "svg", "picture", "formula") and isinstance(value, str):
            yield value
        yield from markup(value)
