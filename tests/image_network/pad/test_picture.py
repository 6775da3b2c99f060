"""The ink of pictures from elsewhere: photos in any light, on any paper and desk, screenshots, files of MNIST; and where it is in doubt, that is said."""

import random

import numpy as np
import pytest

from forwardpass.image_network.pad.handwriting import centre, resize
from forwardpass.image_network.pad.picture import FoundInk, brightness, ink_of, stroke_width
from forwardpass.image_network.pad.windows import grown
from forwardpass.image_network.reading import predict
from forwardpass.images.pixels import PIXELS, SIDE, Bytes
from forwardpass.network.activations import Array

from ...helpers.amounts import amount
from ...helpers.handwriting import SHEET, somewhere, tenfold
from ...helpers.mnist_images import images, labels
from ...helpers.photos import SCENES, photo, written

DIGITS = amount(20, 60)
LEAST_RIGHT = 0.9  # of the first 100 images themselves the network reads 97 %
LEAST_CERTAIN = 0.9


def ink(picture: Bytes) -> Bytes:
    return ink_of(brightness(picture)).ink


def fed(drawing: Bytes) -> Bytes:
    stages = centre(drawing)
    return np.zeros(PIXELS, np.uint8) if stages is None else stages.pixels


def answer(picture: Bytes) -> int:
    return int(predict(fed(ink(picture))[None])[0])


@pytest.mark.endure
@pytest.mark.parametrize("scene", SCENES)
def test_digits_are_read_in_every_light_and_on_every_paper(scene: str) -> None:
    draw = np.random.default_rng(1998)
    found: list[FoundInk] = [
        ink_of(brightness(photo(SCENES[scene](written(pixels), draw)))) for pixels in images()[:DIGITS]
    ]
    answers = predict(np.array([fed(one.ink) for one in found]))
    assert float((answers == labels()[:DIGITS]).mean()) >= LEAST_RIGHT
    assert np.mean([one.doubt == "" for one in found]) >= LEAST_CERTAIN


def difference(one: Bytes, other: Bytes) -> int:
    """The largest between two of 784 pixels."""
    return int(abs(one.astype(int) - other).max())


def coloured(ink: Bytes, pen: int, paper: int, opacity: Bytes | int = 255) -> Bytes:
    return photo(paper + (pen - paper) * (ink / 255.0), np.asarray(opacity, np.float64))


def sevenfold() -> Bytes:
    digit: Bytes = somewhere(tenfold(images()[0]), random.Random(1))
    return digit


@pytest.mark.parametrize(("pen", "paper"), [(0, 255), (255, 0), (40, 200), (180, 90), (90, 130)])
def test_dark_on_bright_and_bright_on_dark_are_told_apart(pen: int, paper: int) -> None:
    drawing = sevenfold()
    found = ink_of(brightness(coloured(drawing, pen, paper)))
    assert found.is_bright == (pen > paper)
    assert difference(fed(found.ink), fed(drawing)) <= 24


@pytest.mark.parametrize("pen", [0, 60, 190, 255])
def test_strokes_on_see_through_paper_are_ink_of_whatever_colour(pen: int) -> None:
    drawing = sevenfold()
    assert difference(fed(ink(coloured(drawing, pen, pen, drawing))), fed(drawing)) <= 24


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("sample", range(5))
def test_a_window_with_round_corners_and_a_shadow_is_paper_and_no_ink(dark: bool, sample: int) -> None:
    """As `screenshot` tools save it: see-through around, the shadow half so."""
    height, width = 300, 400
    down, across = np.meshgrid(np.arange(height) - height / 2, np.arange(width) - width / 2, indexing="ij")
    beyond = np.maximum(np.hypot(np.maximum(abs(down) - 115, 0), np.maximum(abs(across) - 165, 0)) - 10, 0)
    shadow = np.where(beyond > 0, 110 * np.exp(-beyond / 8), 255)
    paper, pen = (30, 235) if dark else (255, 20)
    window = paper + (pen - paper) * written(images()[sample])
    assert answer(photo(np.where(beyond > 0, 0, window), shadow)) == labels()[sample]


def test_shade_and_grain_of_a_photo_are_no_ink() -> None:
    drawing = somewhere(tenfold(images()[4]), random.Random(2))
    draw = np.random.default_rng(3)
    grey = 60 + 150 * (1 - drawing / 255) + draw.integers(-9, 10, drawing.shape)
    grey -= np.linspace(0, 18, SHEET)[:, None]  # one side lies in the shade
    found = ink_of(brightness(photo(grey)))
    assert not found.place[~grown(resize(drawing, *found.place.shape) > 0, 2)].any()
    assert predict(fed(found.ink)[None])[0] == labels()[4]


@pytest.mark.parametrize("level", [0, 40, 128, 250, 255])
@pytest.mark.parametrize("grain", [0, 5])
def test_an_even_picture_holds_no_ink(level: int, grain: int) -> None:
    noise = np.random.default_rng(5).normal(0, grain, (200, 300))
    assert not ink(photo(level + noise)).any()


def test_a_picture_that_cannot_be_seen_holds_no_ink() -> None:
    assert not ink(np.zeros((50, 50, 4), np.uint8)).any()


# --- images of MNIST


@pytest.mark.parametrize("times", [1, 2, 3, 5, 10, 20.5])
@pytest.mark.parametrize("is_bright", [True, False])
def test_an_image_of_mnist_comes_back_as_its_pixels(times: float, is_bright: bool) -> None:
    for pixels in images()[:20]:
        shown = pixels if is_bright else 255 - pixels
        large = resize(shown.reshape(SIDE, SIDE), round(times * SIDE), round(times * SIDE))  # as a browser halves it
        found = ink_of(brightness(photo(large.astype(np.float64))))
        assert found.is_sample
        assert (found.ink.reshape(PIXELS) == pixels).all()
        assert (fed(found.ink) == pixels).all()


def test_an_image_of_mnist_that_is_drawn_in_opacity_comes_back_too() -> None:
    pixels = images()[0].reshape(SIDE, SIDE)
    for grey in (0.0, 255.0):
        assert (ink(photo(np.full((SIDE, SIDE), grey), pixels.astype(np.float64))) == pixels).all()


# --- thin and small


@pytest.mark.parametrize("width", [2, 3, 6, 12])
def test_hair_lines_are_brought_to_the_width_and_strength_of_a_pen(width: int) -> None:
    seven = np.full((1000, 800), 240.0)  # what is left of 4000 × 3200
    seven[200 : 200 + width, 200:600] = 20
    for row in range(200, 840):
        left = 600 - (row - 200) * 5 // 16
        seven[row, left : left + width] = 20
    found = ink(photo(seven))
    assert predict(fed(found)[None])[0] == 7
    assert stroke_width(found) >= 8
    assert fed(found).max() >= 200


@pytest.mark.parametrize("side", [100, 160, 280])
def test_a_small_digit_on_a_large_sheet_is_looked_at_from_close(side: int) -> None:
    right = 0
    for sample in range(10):
        sheet = np.full((900, 1100), 235.0)
        digit = written(images()[sample], side, side, side)
        sheet[500 : 500 + side, 300 : 300 + side] -= 200 * digit
        right += answer(photo(sheet)) == labels()[sample]
    assert right >= 9


def test_a_stroke_has_its_width() -> None:
    bar = np.zeros((100, 100), np.uint8)
    bar[10:90, 40:48] = 255
    assert stroke_width(bar) == pytest.approx(8, rel=0.25)


# --- in doubt


def beside(one: Array, other: Array) -> Array:
    return np.hstack([one, other])


def test_two_digits_are_told_as_more_than_one_and_a_crop_takes_either() -> None:
    sheet = beside(*(255 - 235 * written(images()[sample], 300, 220) for sample in (0, 1)))
    grey = brightness(photo(sheet))
    assert ink_of(grey).doubt == "several"
    for crop, sample in (((0, 0, 0.5, 1), 0), ((0.5, 0, 1, 1), 1)):
        found = ink_of(grey, crop)
        assert found.doubt == ""
        assert predict(fed(found.ink)[None])[0] == labels()[sample]


def test_what_is_cut_off_by_the_edge_is_told() -> None:
    grey = brightness(photo(255 - 235 * written(images()[0])))
    assert ink_of(grey, (0, 0.4, 1, 1)).doubt == "rim"


def test_a_block_is_no_writing() -> None:
    sheet = np.full((200, 300), 250.0)
    sheet[70:130, 100:190] = 20
    assert ink_of(brightness(photo(sheet))).doubt == "shape"


def test_what_is_faint_is_told() -> None:
    assert ink_of(brightness(photo(230 - 28 * written(images()[0])))).doubt == "faint"


def test_the_reader_says_which_way_round() -> None:
    ring = 255 - 235 * written(images()[3])
    grey = brightness(photo(ring))
    dark, bright = (ink_of(grey, is_bright=way) for way in (False, True))
    assert not dark.is_bright
    assert bright.is_bright
    within, around = bright.place > 0, dark.place > 0
    assert within.any()
    assert (within & around).sum() < 0.2 * within.sum()


@pytest.mark.parametrize("turns", range(4))
def test_a_picture_is_turned_by_quarters(turns: int) -> None:
    sideways = np.rot90(255 - 235 * written(images()[0]), turns)
    found = ink_of(brightness(photo(sideways), turns))
    assert predict(fed(found.ink)[None])[0] == labels()[0]


@pytest.mark.parametrize("crop", [(0, 0, 0, 0), (0.9, 0.9, 0.1, 0.1), (-1, -1, 2, 2), (0.5, 0.5, 0.501, 0.6)])
def test_a_crop_that_holds_nothing_or_lies_outside_is_none(crop: tuple[float, float, float, float]) -> None:
    grey = brightness(photo(255 - 235 * written(images()[0])))
    assert (ink_of(grey, crop).ink == ink_of(grey).ink).all()


@pytest.mark.parametrize("shape", [(1, 1), (1, 500), (500, 1), (3, 3), (28, 28), (9, 2000)])
def test_pictures_of_any_shape_are_answered(shape: tuple[int, int]) -> None:
    noise = np.random.default_rng(2).integers(0, 256, shape).astype(np.float64)
    found = ink_of(brightness(photo(noise)))
    assert found.ink.ndim == 2
