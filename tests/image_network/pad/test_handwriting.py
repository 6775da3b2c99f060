"""From a drawing to 28 × 28: as MNIST was made, whatever the size, the place and the paper of the drawing."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forwardpass.image_network.pad.handwriting import BOX, MIDDLE, centre, centre_of_mass, resize, shrink
from forwardpass.image_network.reading import predict
from forwardpass.images.pixels import PIXELS, SIDE, Bytes

from ...helpers.amounts import amount
from ...helpers.handwriting import somewhere, tenfold
from ...helpers.mnist_images import images, labels

COUNT = 1000
POINTS = 0.03


def fed(drawing: Bytes) -> Bytes:
    stages = centre(drawing)
    assert stages is not None
    return stages.pixels


@pytest.mark.endure
def test_a_thousand_enlarged_moved_and_scaled_test_images_lose_at_most_three_points() -> None:
    draw = random.Random(1998)
    count = amount(COUNT // 4, COUNT)
    official, truth = images()[:count], labels()[:count]
    drawn = np.array([fed(somewhere(tenfold(pixels), draw)) for pixels in official])
    before, after = (float((predict(pixels) == truth).mean()) for pixels in (official, drawn))
    assert after >= before - POINTS


def test_an_image_of_mnist_comes_back_as_it_is() -> None:
    for pixels in images()[:COUNT]:
        assert (fed(pixels.reshape(SIDE, SIDE)) == pixels).all()


@st.composite
def drawings(draw: st.DrawFn) -> Bytes:
    """A few rectangles of ink, most of them thin."""
    sheet = np.zeros((draw(st.integers(40, 160)), draw(st.integers(40, 160))), np.uint8)
    for _ in range(draw(st.integers(1, 4))):
        top, left = (draw(st.integers(0, side - 1)) for side in sheet.shape)
        sheet[top : top + draw(st.integers(1, 60)), left : left + draw(st.integers(1, 12))] = draw(st.integers(1, 255))
    return sheet


seen = drawings().filter(lambda drawing: centre(drawing) is not None)


@settings(max_examples=150, deadline=None)
@given(seen, st.integers(0, 30), st.integers(0, 30))
def test_moving_the_drawing_changes_nothing(drawing: Bytes, down: int, right: int) -> None:
    moved = np.pad(drawing, ((down, 5), (right, 9)))
    assert (fed(moved) == fed(drawing)).all()


@settings(max_examples=150, deadline=None)
@given(seen)
def test_the_longer_side_becomes_twenty_and_the_ratio_is_kept(drawing: Bytes) -> None:
    stages = centre(drawing)
    assert stages is not None
    height, width = stages.scaled.shape
    box = stages.box
    assert max(height, width) == BOX
    assert abs(height - max(1, box.height * BOX / max(box.width, box.height))) <= 0.5
    assert abs(width - max(1, box.width * BOX / max(box.width, box.height))) <= 0.5


@settings(max_examples=150, deadline=None)
@given(seen)
def test_the_centre_of_mass_is_in_the_middle_pixel_unless_ink_would_leave_the_field(drawing: Bytes) -> None:
    stages = centre(drawing)
    assert stages is not None
    field = stages.pixels.reshape(SIDE, SIDE)
    assert field.sum(dtype=int) == stages.scaled.sum(dtype=int)
    for at, corner, size in zip(centre_of_mass(field), stages.corner, stages.scaled.shape[::-1], strict=True):
        assert abs(at - (MIDDLE + 0.5)) <= 0.5 + 1e-9 or corner in (0, SIDE - size)


@settings(max_examples=100, deadline=None)
@given(drawings(), st.integers(1, 40), st.integers(1, 40))
def test_scaling_by_area_keeps_the_mean(drawing: Bytes, height: int, width: int) -> None:
    assert float(resize(drawing, height, width).mean()) == pytest.approx(float(drawing.mean()), abs=0.5)


def test_scaling_by_area_worked_by_hand() -> None:
    assert resize(np.array([[0, 100, 200]], np.uint8), 1, 2).tolist() == [
        [33, 167]
    ]  # (0 + 50) / 1.5 and (50 + 200) / 1.5
    assert resize(np.array([[8, 4]], np.uint8), 2, 2).tolist() == [[8, 4], [8, 4]]


def test_an_empty_drawing_has_no_stages() -> None:
    assert centre(np.zeros((140, 140), np.uint8)) is None


def test_ink_so_faint_that_scaling_loses_it_has_none_either() -> None:
    drawing = np.zeros((40, 40), np.uint8)
    drawing[0, 0] = drawing[-1, -1] = 1
    assert centre(drawing) is None


def test_fed_raw_a_drawing_is_merely_shrunk() -> None:
    drawing = np.zeros((280, 280), np.uint8)
    drawing[100:120, 30:40] = 255
    expected = np.zeros((SIDE, SIDE), np.uint8)
    expected[10:12, 3] = 255
    assert (shrink(drawing) == expected.reshape(PIXELS)).all()


@pytest.mark.parametrize("shape", [(0, 0), (140,), (7, 140), (140, 2000), (10, 10, 4)])
def test_a_drawing_of_another_shape_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="expected rows and columns"):
        centre(np.zeros(shape, np.uint8))
