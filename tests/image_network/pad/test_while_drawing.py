"""What the pad shows, and the view of a drawing: of the very pixels that the way leads to, empty where nothing is drawn."""

import base64
import re
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from forwardpass import api
from forwardpass.image_network.data_sets import DATA_SETS
from forwardpass.image_network.pad.address import decode
from forwardpass.images.pixels import Bytes
from forwardpass.messages import Watched
from forwardpass.words.catalogs import LANGUAGES

from ...helpers.handwriting import tenfold
from ...helpers.mnist_images import images

SIDE = 280
EMPTY = np.zeros((SIDE, SIDE), np.uint8)


def pad(drawing: Bytes, is_raw: bool = False, lang: str = "en", **more: Any) -> Watched:
    ink = base64.b64encode(drawing.tobytes()).decode()
    return api.while_drawing(ink, drawing.shape[1], is_raw, lang, **more)


def lesson(code: str, lang: str = "en", **more: Any) -> Any:
    return api.forward_pass_mnist(drawing=code, lang=lang, **more)["views"][0]


def test_the_view_of_the_code_reads_the_pixels_that_the_pad_showed() -> None:
    for number in range(10):
        shown = pad(tenfold(images()[number]))
        view = lesson(shown["drawing"])
        assert view["numbers"]["pixels"] == decode(shown["drawing"]).tolist()
        assert shown["text"].startswith(f"{view['numbers']['predicted']}: ")
        assert inside(shown["svg"], "bars") == inside(view["svg"], "bars")


def inside(svg: str, part: str) -> str:
    root = ET.fromstring(svg)
    return ET.tostring(next(e for e in root.iter() if e.get("class") == part), encoding="unicode")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_drawing_is_called_one_and_nothing_is_called_right_or_wrong(lang: str) -> None:
    view = lesson(pad(tenfold(images()[3]))["drawing"], lang)
    assert (view["key"], view["numbers"]["sample"], view["numbers"]["label"]) == ("drawing", None, None)
    assert not re.search("[✓✗]", view["text"] + view["alt"] + view["svg"])
    assert "None" not in view["html"] + view["svg"] + view["code"] + view["text"]


def test_the_code_of_a_drawing_runs_as_it_stands() -> None:
    view = lesson(pad(tenfold(images()[5]))["drawing"])
    names: dict[str, Any] = {}
    exec(view["code"], names)
    assert names["prediction"] == view["numbers"]["predicted"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_drawing_says_so_and_predicts_nothing(lang: str) -> None:
    shown, view = pad(EMPTY, lang=lang), lesson("", lang)
    assert (shown["drawing"], view["key"], view["numbers"], view["code"]) == ("", "empty", None, "")
    assert shown["text"] == view["title"]
    assert "%" not in shown["svg"] + shown["stages"] + view["svg"] + view["text"]


def test_the_stages_are_told_in_words() -> None:
    drawing = EMPTY.copy()
    drawing[40:140, 100:120] = 255
    alt = ET.fromstring(pad(drawing)["stages"])[1].text or ""
    assert "20 × 100 of the 280 × 280" in alt
    assert "4 × 20 pixels large" in alt
    assert "(2.0, 10.0)" in alt


def test_fed_raw_the_drawing_is_only_shrunk() -> None:
    drawing = EMPTY.copy()
    drawing[:10, :10] = 255
    shown = pad(drawing, is_raw=True)
    assert np.flatnonzero(decode(shown["drawing"])).tolist() == [0]
    assert "is shrunk" in (ET.fromstring(shown["stages"])[1].text or "")


def test_every_drawing_has_the_same_elements_so_that_the_pictures_change_in_place() -> None:
    shapes = {structure(pad(drawing)["stages"]) for drawing in (EMPTY, *map(tenfold, images()[:5]))}
    assert len(shapes) == 1


def structure(svg: str) -> tuple[str, ...]:
    """Tags in order, without the pixels of pictures."""
    return tuple(e.tag for e in ET.fromstring(svg).iter() if not e.tag.endswith("path"))


def test_clothes_are_named_for_a_drawing_too() -> None:
    shown = pad(tenfold(images()[0]), network="fashion_784_10_10", data="fashion")
    assert re.match(r"\D+: ", shown["text"])
    assert "the network says" in lesson(shown["drawing"], network="fashion_784_10_10", data="fashion")["title"]


@pytest.mark.parametrize("data", DATA_SETS)
def test_a_drawing_is_not_said_to_be_a_photo_or_a_digit(data: str) -> None:
    network = DATA_SETS[data].network
    shown = pad(tenfold(images()[0]), network=network, data=data)
    assert lesson(shown["drawing"], network=network, data=data)["text"].splitlines()[0].startswith("Your drawing")
    assert "Your drawing comes in" in lesson(shown["drawing"], network=network, data=data)["text"]


def test_while_nothing_is_drawn_the_network_that_is_chosen_is_shown() -> None:
    setting: dict[str, Any] = {"network": "fashion_784_64_10", "data": "fashion"}
    for svg in (pad(EMPTY, **setting)["svg"], lesson("", **setting)["svg"]):
        assert ">hidden: 64<" in svg
        assert "ankle boot" in svg


def test_a_picture_from_elsewhere_becomes_ink_of_the_same_size() -> None:
    photo = np.full((30, 40, 4), 255, np.uint8)
    photo[10:20, 10:30, :3] = 0
    ink = base64.b64decode(api.ink_of(base64.b64encode(photo.tobytes()).decode(), 40)["ink"])
    assert np.frombuffer(ink, np.uint8).reshape(30, 40)[15].tolist() == [0] * 10 + [255] * 20 + [0] * 10


@pytest.mark.parametrize(
    "request_",
    [
        '{"call":"while_drawing","ink":"AAAA","width":2,"is_raw":false,"lang":"en"}',
        '{"call":"ink_of","picture":"?","width":0}',
    ],
)
def test_bytes_that_make_no_picture_are_answered_by_a_message(request_: str) -> None:
    assert "error" in api.answer(request_)


def test_no_line_is_cut_off_at_the_sides() -> None:
    for drawing in (EMPTY, tenfold(images()[0])):
        figure = ET.fromstring(pad(drawing)["stages"])
        width = float(figure.get("viewBox", "").split()[2])
        papers = [part for part in figure.iter() if part.get("class") == "paper"]
        assert len(papers) == 3
        for paper in papers:
            left = float(paper.get("x", ""))
            assert left >= 1
            assert left + float(paper.get("width", "")) <= width - 1
