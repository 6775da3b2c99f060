"""From a drawing to 28 × 28: as MNIST was made, whatever the size, the place and the paper of the drawing."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forwardpass.digits import PIXELS, SIDE, Bytes, predict
from forwardpass.handwriting import BOX, MIDDLE, centre, centre_of_mass, ink_of, resize, shrink

from .mnist_images import images, labels

COUNT = 1000
POINTS = 0.03
TENFOLD = 10 * SIDE
SHEET = 2 * TENFOLD


def tenfold(pixels: Bytes) -> Bytes:
    """An image ten times as large, interpolated and thresholded: pure black and white, as a pen leaves it."""
    places = np.clip((np.arange(TENFOLD) + 0.5) / 10 - 0.5, 0, SIDE - 1)
    rows = np.array([np.interp(places, np.arange(SIDE), row) for row in pixels.reshape(SIDE, SIDE)])
    smooth = np.array([np.interp(places, np.arange(SIDE), column) for column in rows.T]).T
    return np.where(smooth >= 128, 255, 0).astype(np.uint8)


def somewhere(drawing: Bytes, draw: random.Random) -> Bytes:
    """The drawing at another size, somewhere on a larger sheet."""
    side = round(TENFOLD * draw.uniform(0.5, 1.5))
    sheet = np.zeros((SHEET, SHEET), np.uint8)
    top, left = draw.randrange(SHEET - side), draw.randrange(SHEET - side)
    sheet[top : top + side, left : left + side] = resize(drawing, side, side)
    return sheet


def fed(drawing: Bytes) -> Bytes:
    stages = centre(drawing)
    assert stages is not None
    return stages.pixels


def test_a_thousand_enlarged_moved_and_scaled_test_images_lose_at_most_three_points() -> None:
    draw = random.Random(1998)
    official, truth = images()[:COUNT], labels()[:COUNT]
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


# --- pictures from elsewhere


def picture(ink: Bytes, pen: int, paper: int, opacity: Bytes | int = 255) -> Bytes:
    """A grey picture with an alpha channel."""
    grey = paper + (pen - paper) * (ink / 255.0)
    return np.dstack([grey, grey, grey, np.broadcast_to(opacity, ink.shape)]).round().astype(np.uint8)


@pytest.mark.parametrize(("pen", "paper"), [(0, 255), (255, 0), (40, 200), (180, 90), (90, 130)])
def test_dark_on_bright_and_bright_on_dark_are_told_apart(pen: int, paper: int) -> None:
    ink = somewhere(tenfold(images()[0]), random.Random(1))
    found = ink_of(picture(ink, pen, paper))
    assert (found[ink == 0] == 0).all()
    assert (found[ink == 255] >= 250).all()


@pytest.mark.parametrize("pen", [0, 255])
def test_on_see_through_paper_everything_opaque_is_ink(pen: int) -> None:
    ink = somewhere(tenfold(images()[0]), random.Random(1))
    assert (ink_of(picture(ink, pen, pen, ink)) == ink).all()


def test_shade_and_grain_of_a_photo_are_no_ink() -> None:
    ink = somewhere(tenfold(images()[4]), random.Random(2))
    draw = np.random.default_rng(3)
    photo = picture(ink, 60, 210).astype(int) + draw.integers(-9, 10, (*ink.shape, 1))
    photo[..., :3] -= np.linspace(0, 18, SHEET).astype(int)[:, None, None]  # one side lies in the shade
    found = ink_of(np.clip(photo, 0, 255).astype(np.uint8) | np.array([0, 0, 0, 255], np.uint8))
    assert (found[ink == 0] == 0).all()
    assert predict(fed(found)[None])[0] == labels()[4]


def test_an_even_picture_holds_no_ink() -> None:
    assert not ink_of(np.full((50, 50, 4), 255, np.uint8)).any()
