"""Whatever stands in an attribute: a demo shows what it may ask for, or the default, and nothing of it becomes markup."""

import random
import re
from collections.abc import Sequence
from typing import Any

import pytest

from forwardpass.small_network.problem.problems import LARGEST_SEED
from forwardpass.words.catalogs import LANGUAGES

from .conftest import Book, OpenPage
from .demo import MNIST

VALUES = {"simple-forward-pass": 400, "forward-pass-mnist": 100}
SECONDS = 60
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
NAMES = ("lang", "seed", "step", "sample", "theme", "controls")
WORDS = """
- + . e 0x 1 7 12 20 99999999999 -1 1.5 Infinity NaN １２ ٣ ½
< > " ' & ` </script> </section> &lt;b&gt; javascript:injected() {{7*7}} ${injected()} %3Cscript%3E {value} {least}
es EN zh-Hant es-MX fr_CA jp none bar dark light auto all constructor __proto__ toString null undefined
"""
INJECTIONS = ("<img src=x onerror=injected()>", "<svg onload=injected()>")
PIECES = [*WORDS.split(), *INJECTIONS, "", " ", "\n", "\u202e", "\u0000", "\ufeff", "\U0001f600", "x" * 5000]
FORMULA = {"math", "mrow", "mi", "mo", "mn", "msub", "msup", "mover", "mfrac", "mtext", "mtable", "mtr", "mtd"}
COUNTRIES = {"cn": "zh", "jp": "ja", "kr": "ko"}  # what some write for a language
# Adds demos near the view, some at a time; gives what each shows when it has its numbers.
SHOW = """async ([name, cases, seconds]) => {
  const stage = document.querySelector("#stage");
  const shown = (demo) => demo.view?.numbers;
  const until = async (done) => {
    for (const end = Date.now() + seconds * 1000; !done() && Date.now() < end; ) await new Promise((go) => setTimeout(go, 20));
  };
  const report = [];
  while (cases.length) {
    const demos = cases.splice(0, 25).map(([attribute, value]) => {
      const demo = document.createElement(name);
      demo.setAttribute(attribute, value);
      stage.append(demo);
      return demo;
    });
    await until(() => demos.every(shown));
    for (const demo of demos) {
      const all = [...(demo.shadowRoot?.querySelectorAll("*") ?? [])];
      report.push({
        numbers: demo.view?.numbers, index: demo.view?.index, lang: demo.shadowRoot?.querySelector(".frame")?.lang,
        names: [...new Set(all.map((element) => element.localName))],
        handlers: all.flatMap((element) => element.getAttributeNames()).filter((attribute) => attribute.startsWith("on")),
        links: all.map((element) => element.getAttribute("href")).filter((link) => link && !/^(https?:|#|\\.)/.test(link)),
      });
    }
    stage.replaceChildren();
  }
  return report;
}"""


def values(count: int, seed: int) -> list[str]:
    """Hostile and odd values, the same every time."""
    draw = random.Random(seed)
    return ["".join(draw.choices(PIECES, k=draw.choice((1, 1, 2, 4)))) for _ in range(count)]


def plain(value: str) -> str:
    """With the usual digits in place of those of full width, and without space around."""
    return value.translate(FULL_WIDTH).strip(" \n\ufeff")


def number(value: str, least: int, most: int, otherwise: int) -> int:
    text = plain(value)
    found = int(text) if re.fullmatch(r"\+?[0-9]{1,9}", text) else None
    return otherwise if found is None or not least <= found <= most else found


def step(value: str) -> int:
    """A number beyond the steps becomes the nearest."""
    text = plain(value)
    return min(max(int(text), 0), 10) if re.fullmatch(r"[-+]?[0-9]+", text) else number(value, 0, 10, 0)


def language(value: str) -> str:
    wanted = re.split("[-_]", value.lower())[0]
    wanted = COUNTRIES.get(wanted, wanted)
    return wanted if wanted in LANGUAGES else "en"


def show(near: Book, open_page: OpenPage, name: str, cases: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    with open_page(allowed=("is not one of: ",)) as page:
        page.goto(near.page("attributes", '<div style="height: 1000px"></div><div id="stage"></div>', near.script))
        page.evaluate("() => { window.injected = () => { window.harm = true; } }")
        report: list[dict[str, Any]] = page.evaluate(SHOW, [name, [list(case) for case in cases], SECONDS])
        assert not page.evaluate("() => window.harm")
        return report


@pytest.mark.parametrize("name", VALUES)
def test_no_value_breaks_or_injects_anything(near: Book, open_page: OpenPage, name: str) -> None:
    drawn = values(VALUES[name], seed=len(name))
    cases = [(NAMES[i % len(NAMES)], value) for i, value in enumerate(drawn)]
    plain, *report = show(near, open_page, name, [("class", "plain"), *cases])
    for (attribute, value), shown in zip(cases, report, strict=True):
        said = f"{attribute}={value[:80]!r}: {shown}"
        assert shown["names"], said
        assert set(shown["names"]) <= {*plain["names"], *FORMULA}, said
        assert shown["handlers"] == shown["links"] == [], said
        assert shown["lang"] == (language(value) if attribute == "lang" else "en"), said
        if name == MNIST:
            assert shown["numbers"]["sample"] == (number(value, 0, 9999, 0) if attribute == "sample" else 0), said
        else:
            seed = number(value, 0, LARGEST_SEED, 1) if attribute == "seed" else 1
            assert (shown["numbers"]["seed"], shown["index"]) == (seed, step(value) if attribute == "step" else 0), said
