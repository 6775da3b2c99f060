"""The page's Python and CPython give the same views."""

from pathlib import Path
from typing import Any

import pytest

from builder.publish.hashed_folders import part_folder
from forwardpass import api
from forwardpass.small_network.problem.address import encode

from ...helpers.architectures import problem
from ...helpers.site_images import read_sample
from ..conftest import LiveDemo
from ..helpers.parity import ASK, same


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("seeds", [range(start, start + 10) for start in range(0, 50, 10)], ids=str)
def test_fifty_problems(live_demo: LiveDemo, seeds: range, lang: str) -> None:
    page = live_demo("demos/simple_forward_pass/").page
    lessons = page.evaluate(ASK, [["simple_forward_pass", {"seed": seed, "lang": lang}] for seed in seeds])
    for seed, lesson in zip(seeds, lessons, strict=True):
        same(lesson, api.simple_forward_pass(seed, lang), f"seed {seed}")


def test_networks_of_other_shapes_and_numbers_set_by_hand(live_demo: LiveDemo) -> None:
    page = live_demo("demos/simple_forward_pass/").page
    calls: list[tuple[str, dict[str, Any]]] = [
        ("simple_forward_pass", {"problem": encode(problem(seed, edited=seed % 2 == 0)), "lang": "es"})
        for seed in range(12)
    ]
    calls.append(("ask", {"neuron": "1-0", "index": 0, "lang": "es", **calls[0][1]}))
    calls.append(("edit", {"place": "x-0", "text": "0,5", "index": 1, "lang": "es", **calls[1][1]}))
    for (name, arguments), answer in zip(calls, page.evaluate(ASK, calls), strict=True):
        same(answer, getattr(api, name)(**arguments), f"{name} {arguments}")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_fifty_digits(live_demo: LiveDemo, dist: Path, lang: str) -> None:
    page = live_demo("demos/simple_forward_pass/").page
    calls: list[tuple[str, dict[str, Any]]] = []
    for sample in range(0, 10_000, 200):
        pixels, label = read_sample(part_folder(dist, "mnist"), sample)
        calls.append(("forward_pass_mnist", {"sample": sample, "pixels": pixels, "label": label, "lang": lang}))
    for (_, arguments), lesson in zip(calls, page.evaluate(ASK, calls), strict=True):
        same(lesson, api.forward_pass_mnist(**arguments), f"sample {arguments['sample']}")
