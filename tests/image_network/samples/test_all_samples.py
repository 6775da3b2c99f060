"""All test images: accuracy and confusion matrix against an independent count, the surest mistakes, and the table and pictures that show them."""

import base64
import json
import re
from collections import Counter
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from forwardpass import api
from forwardpass.image_network.data_sets import DATA_SETS
from forwardpass.image_network.trained import load_network, measured_score
from forwardpass.images.pixels import to_bytes
from forwardpass.network.forward import forward
from forwardpass.words.catalogs import LANGUAGES, translator

from ...helpers.mnist_images import images, labels

NETWORKS = ("mnist_784_10_10", "fashion_784_64_10")
FILE = 2500  # images a call


def coded(values: Any) -> str:
    return base64.b64encode(to_bytes(values)).decode()


def ask(**call: object) -> Any:
    return json.loads(api.answer(json.dumps(call)))


@pytest.fixture(scope="module", params=NETWORKS)
def counted(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What a page gets that asks for all images in four parts."""
    network = request.param
    data = network.partition("_")[0]
    answers: dict[str, list[Any]] = {"predicted": [], "probabilities": []}
    for start in range(0, 10_000, FILE):
        part = ask(call="classify", pixels=coded(images(data)[start : start + FILE]), network=network)
        answers = {key: answers[key] + part[key] for key in answers}
    result = ask(call="count_answers", labels=coded(labels(data)), data=data, lang="en", **answers)
    return {"network": network, "data": data, **answers, **result}


def test_accuracy_and_confusion_matrix_are_those_of_an_independent_count(counted: dict[str, Any]) -> None:
    output = forward(load_network(counted["network"]), images(counted["data"]) / 255).output
    said = [max(range(10), key=list(row).__getitem__) for row in output.tolist()]
    pairs = Counter(zip(labels(counted["data"]).tolist(), said, strict=True))
    assert counted["confusion"] == [[pairs[label, predicted] for predicted in range(10)] for label in range(10)]
    assert counted["right"] == sum(pairs[k, k] for k in range(10)) == measured_score(counted["network"]).right
    assert counted["count"] == 10_000


def test_each_cell_lists_its_images(counted: dict[str, Any]) -> None:
    for place, numbers in counted["cells"].items():
        label, predicted = (int(part) for part in place.split("-"))
        assert len(numbers) == counted["confusion"][label][predicted]
        assert all(labels(counted["data"])[n] == label and counted["predicted"][n] == predicted for n in numbers)
    assert sum(map(len, counted["cells"].values())) == 10_000


def test_the_surest_mistakes_are_the_twelve_wrong_answers_with_the_largest_probabilities(
    counted: dict[str, Any],
) -> None:
    wrong = [n for n in range(10_000) if counted["predicted"][n] != labels(counted["data"])[n]]
    assert counted["mistakes"] == sorted(wrong, key=lambda n: (-counted["probabilities"][n], n))[:12]


def test_the_table_has_headers_and_a_button_for_every_number_that_is_not_0(counted: dict[str, Any]) -> None:
    root = ET.fromstring(f"<div>{counted['html']}</div>")
    names = DATA_SETS[counted["data"]].words(translator("en")).classes
    heads = root.findall(".//th")
    assert [h.get("scope") for h in heads] == ["col"] * 11 + ["row"] * 10
    assert ["".join(h.itertext()) for h in heads[1:]] == [*names, *names]
    rows = [["".join(cell.itertext()) for cell in row.findall("td")] for row in root.findall(".//tbody/tr")]
    assert rows == [[str(n) for n in row] for row in counted["confusion"]]
    buttons = {b.attrib["value"]: b for b in root.iter("button")}
    assert buttons.keys() == counted["cells"].keys()
    assert all(f"; images: {len(counted['cells'][place])}" in b.attrib["aria-label"] for place, b in buttons.items())
    assert str(counted["right"]) in "".join(root.find("p").itertext())  # type: ignore[union-attr]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("data", DATA_SETS)
def test_thumbnails_are_buttons_that_name_their_image(data: str, lang: str) -> None:
    numbers = list(range(20, 30))
    known = {"labels": labels(data)[20:30].tolist(), "predicted": [3] * 10, "probabilities": [0.5] * 10}
    names = DATA_SETS[data].words(translator(lang)).classes
    for keys in (("labels",), ("labels", "predicted"), ("labels", "predicted", "probabilities")):
        said = {key: known[key] for key in keys}
        html = ask(call="thumbnails", numbers=numbers, pixels=coded(images(data)[20:30]), lang=lang, data=data, **said)[
            "html"
        ]
        found = list(ET.fromstring(f"<div>{html}</div>").iter("button"))
        assert [b.attrib["value"] for b in found] == [str(n) for n in numbers]
        for b, label in zip(found, known["labels"], strict=True):
            name = b.get("aria-label") or "".join(b.itertext())
            assert b.attrib["value"] in name
            assert names[label] in name
            assert ("predicted" not in keys) or names[3] in name
        assert len(html) < 40_000
        assert not re.search(r"style=|href|<image", html)


def test_parts_that_do_not_fit_are_refused() -> None:
    found = ask(call="count_answers", labels=coded(labels()[:3]), predicted=[1], probabilities=[1.0], lang="en")
    assert "expected as many of each" in found["error"]["message"]
    found = ask(call="thumbnails", numbers=[1], pixels=coded(images()[:2]), labels=[1], lang="en")
    assert "expected as many of each" in found["error"]["message"]


@pytest.fixture
def nothing_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forwardpass.image_network.trained._handed_over", {})


@pytest.mark.usefixtures("nothing_handed_over")
def test_a_network_is_taken_from_a_file_and_saved_as_one() -> None:
    saved = ask(call="save_network", kind="npz", network="mnist_784_32_10")
    assert saved["name"] == "network.npz"
    taken = ask(call="take_network", name="own", content=saved["content"], lang="en")
    assert taken["taken"] == (
        "Loaded: a 784-32-10 network (relu, softmax). It now reads the image on screen. Its weights are read as outputs × inputs."
    )
    pixels = coded(images()[:20])
    assert ask(call="classify", pixels=pixels, network="own") == ask(
        call="classify", pixels=pixels, network="mnist_784_32_10"
    )


@pytest.mark.usefixtures("nothing_handed_over")
@pytest.mark.parametrize(
    ("lang", "words"), [("en", "its first bytes fit none"), ("es", "sus primeros bytes"), ("ja", "先頭のバイト")]
)
def test_a_file_that_does_not_fit_is_refused_in_the_reader_s_language_and_nothing_else_changes(
    lang: str, words: str
) -> None:
    file = ask(call="save_network", kind="json", network="mnist_784_32_10")["content"]
    ask(call="take_network", name="own", content=file, lang=lang)
    before = ask(call="save_network", kind="json", network="own")
    assert before["content"] == file
    assert words in ask(call="take_network", name="own", content="gIGCgw==", lang=lang)["error"]["message"]
    assert ask(call="save_network", kind="json", network="own") == before
