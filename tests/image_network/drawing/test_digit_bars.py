"""The bars beside the digit network: as long as their probabilities, with marks for what is predicted and what is true."""

from xml.etree import ElementTree as ET

import pytest

from forwardpass.image_network.drawing.draw import draw
from forwardpass.image_network.reading import Sample, read

from ...helpers.digit_pictures import ENGLISH, SVG, bars, drawn, words
from ...helpers.mnist_images import images, misread, reading


@pytest.mark.parametrize("number", [0, 18, 59])
def test_ten_bars_are_as_long_as_their_probabilities_and_carry_names_and_numbers(number: int) -> None:
    rows = bars(drawn(number))
    lengths = [[float(e.attrib["width"]) for e in row.findall(f"{SVG}rect")] for row in rows]
    assert [length / track for track, length in lengths] == pytest.approx(reading(number).probabilities, abs=0.001)
    assert [words(row)[0] for row in rows] == list("0123456789")
    assert all(words(row)[1].endswith("%") for row in rows)


def marks(root: ET.Element) -> dict[int, tuple[str, bool, list[str]]]:
    """The state of each bar that is more than one of the others: its class, whether ▶ stands there, its words."""
    state = {}
    for row in bars(root):
        arrow = next(e for e in row if e.get("class") == "mark").attrib["d"]
        if row.attrib["class"] != "bar other":
            state[int(row.attrib["data-class"])] = (row.attrib["class"], bool(arrow), words(row)[2:])
        else:
            assert (arrow, words(row)[2:]) == ("", [])
    return state


def test_a_right_prediction_is_marked_by_an_arrow_a_tick_and_a_word() -> None:
    assert marks(drawn(0)) == {7: ("bar predicted true", True, ["✓ right"])}
    assert {"▶ network: 7", "✓ true: 7"} <= set(words(drawn(0)))


def test_a_wrong_prediction_is_marked_by_a_cross_and_the_true_class_by_a_word() -> None:
    for number in misread():
        expected, root = reading(number), drawn(number)
        label = expected.sample.label
        assert label is not None
        assert marks(root) == {
            expected.predicted: ("bar predicted", True, ["✗ wrong"]),
            label: ("bar true", False, ["true class"]),
        }
        assert {f"▶ network: {expected.predicted}", f"✗ true: {label}"} <= set(words(root))


def test_without_a_label_only_the_prediction_is_marked() -> None:
    root = ET.fromstring(draw(read(Sample(0, images()[0])), "", "", ENGLISH))
    assert marks(root) == {7: ("bar predicted unjudged", True, [])}
