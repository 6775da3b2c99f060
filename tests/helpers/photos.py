"""Digits of MNIST as people really bring them: photos of notes, screenshots, ruled paper, light from one side; all made of numbers."""

from collections.abc import Callable

import numpy as np

from forwardpass.images.pixels import SIDE, Bytes
from forwardpass.network.activations import Array

from .mnist_images import images

HEIGHT, WIDTH = 300, 400
LARGE = 200  # pixels across a whole image of MNIST, whose digit takes 20 of 28
INK, PAPER, DESK = 45.0, 225.0, 90.0

Scene = Callable[[Array, np.random.Generator], Array]


def enlarged(pixels: Bytes, side: int = LARGE) -> Array:
    """(side, side), 0 to 1: an image of MNIST, smooth and with sharp edges, as a pen leaves them."""
    places = np.clip((np.arange(side) + 0.5) * SIDE / side - 0.5, 0, SIDE - 1)
    rows = np.array([np.interp(places, np.arange(SIDE), row) for row in pixels.reshape(SIDE, SIDE) / 255])
    smooth = np.array([np.interp(places, np.arange(SIDE), column) for column in rows.T]).T
    return np.clip((smooth - 0.4) / 0.2, 0, 1)


def written(pixels: Bytes, height: int = HEIGHT, width: int = WIDTH, side: int = LARGE) -> Array:
    """(height, width): the digit in the middle of a sheet, 0 to 1."""
    sheet = np.zeros((height, width))
    top, left = (height - side) // 2, (width - side) // 2
    sheet[top : top + side, left : left + side] = enlarged(pixels, side)
    return sheet


def photo(grey: Array, opacity: Array | int = 255) -> Bytes:
    """(height, width, 4) of grey levels."""
    levels = np.clip(np.rint(grey), 0, 255)
    return np.dstack([levels, levels, levels, np.broadcast_to(opacity, grey.shape)]).astype(np.uint8)


def _grain(shape: tuple[int, ...], draw: np.random.Generator, size: float = 4) -> Array:
    return draw.normal(0, size, shape)


def _places(shape: tuple[int, ...]) -> tuple[Array, Array]:
    """Down and across, -1 to 1."""
    down, across = np.meshgrid(np.linspace(-1, 1, shape[0]), np.linspace(-1, 1, shape[1]), indexing="ij")
    return down, across


def _on(paper: Array | float, ink: Array, pen: float = INK) -> Array:
    return np.asarray(paper + (pen - paper) * ink)


def _lit(ink: Array, light: Array, draw: np.random.Generator) -> Array:
    return _on(PAPER, ink) * light + _grain(ink.shape, draw)


def plain(ink: Array, draw: np.random.Generator) -> Array:
    return _on(255.0, ink, 0)


def blackboard(ink: Array, draw: np.random.Generator) -> Array:
    return _on(60.0, ink, 215) + _grain(ink.shape, draw, 6)


def pencil(ink: Array, draw: np.random.Generator) -> Array:
    return _on(PAPER, ink, 150) + _grain(ink.shape, draw)


def lamp_from_one_side(ink: Array, draw: np.random.Generator) -> Array:
    _, across = _places(ink.shape)
    return _lit(ink, 0.62 + 0.38 * across * draw.choice([-1, 1]), draw)


def lamp_above(ink: Array, draw: np.random.Generator) -> Array:
    """A spot of light somewhere, and dark corners."""
    down, across = _places(ink.shape)
    x, y = draw.uniform(-0.5, 0.5, 2)
    return _lit(ink, 0.3 + 0.7 * np.exp(-((down - y) ** 2 + (across - x) ** 2) / 0.6), draw)


def vignette(ink: Array, draw: np.random.Generator) -> Array:
    down, across = _places(ink.shape)
    return _lit(ink, 1 - 0.4 * (down**2 + across**2), draw)


def shadow(ink: Array, draw: np.random.Generator) -> Array:
    """A hand's shadow, with an edge of a few pixels, over part of the sheet."""
    down, across = _places(ink.shape)
    angle = draw.uniform(0, 2 * np.pi)
    depth = np.cos(angle) * down + np.sin(angle) * across - draw.uniform(-0.3, 0.5)
    return _lit(ink, 1 - 0.45 / (1 + np.exp(-depth * 40)), draw)


def _note(ink: Array, draw: np.random.Generator, turn: float) -> Array:
    """1 where the note lies: a rectangle round the digit, turned a little."""
    down, across = _places(ink.shape)
    y, x = down * ink.shape[0] / 2, across * ink.shape[1] / 2
    along, beside = np.cos(turn) * x + np.sin(turn) * y, -np.sin(turn) * x + np.cos(turn) * y
    wide, high = draw.uniform(88, 130), draw.uniform(88, 130)
    return np.asarray((abs(along) < wide) & (abs(beside) < high), np.float64)


def note_on_a_dark_desk(ink: Array, draw: np.random.Generator) -> Array:
    note = _note(ink, draw, draw.uniform(-0.15, 0.15))
    return _on(DESK + (PAPER - DESK) * note, ink) + _grain(ink.shape, draw)


def note_on_a_bright_desk(ink: Array, draw: np.random.Generator) -> Array:
    """A yellow note, darker than the table."""
    note = _note(ink, draw, draw.uniform(-0.15, 0.15))
    return _on(240 - 55 * note, ink) + _grain(ink.shape, draw)


def note_on_wood(ink: Array, draw: np.random.Generator) -> Array:
    """A desk of brown planks with dark joints."""
    down, across = _places(ink.shape)
    wood = 125 + 20 * np.sin(across * 9 + 3 * np.sin(down * 2)) + 8 * np.sin(down * 60 + across * 4)
    wood = np.where(abs((down * 2.3) % 1 - 0.5) < 0.015, 60, wood)
    note = _note(ink, draw, draw.uniform(-0.1, 0.1))
    return _on(np.where(note > 0, PAPER, wood), ink) + _grain(ink.shape, draw)


def frame(ink: Array, draw: np.random.Generator) -> Array:
    """A dark frame round the whole picture, in a bright margin or at the very edge."""
    sheet = np.full(ink.shape, PAPER)
    margin, width = int(draw.choice([0, 8])), int(draw.integers(3, 14))
    inner = np.zeros(ink.shape, bool)
    inner[margin + width : -margin - width, margin + width : -margin - width] = True
    outer = np.ones(ink.shape, bool)
    if margin:
        outer[:] = False
        outer[margin:-margin, margin:-margin] = True
    sheet[outer & ~inner] = 40
    return _on(sheet, ink) + _grain(ink.shape, draw)


def ruled_paper(ink: Array, draw: np.random.Generator) -> Array:
    """Blue lines, as bright as a quarter of the ink's contrast makes them, level but for a degree or two."""
    down, across = _places(ink.shape)
    phase = (down * ink.shape[0] / 2 + np.tan(draw.uniform(-0.03, 0.03)) * across * ink.shape[1] / 2 + 7) % 36
    return _on(np.where(phase < 2, PAPER - 45, PAPER), ink) + _grain(ink.shape, draw)


def squared_paper(ink: Array, draw: np.random.Generator) -> Array:
    down, across = _places(ink.shape)
    turn = draw.uniform(-0.03, 0.03)
    y, x = down * ink.shape[0] / 2, across * ink.shape[1] / 2
    lines = ((y + turn * x) % 22 < 1.5) | ((x - turn * y) % 22 < 1.5)
    return _on(np.where(lines, PAPER - 45, PAPER), ink) + _grain(ink.shape, draw)


def strongly_ruled_paper(ink: Array, draw: np.random.Generator) -> Array:
    """A form on the screen: level lines as black as the ink."""
    down, _ = _places(ink.shape)
    rows = np.rint(down * ink.shape[0] / 2).astype(int) % 44
    return _on(255.0, np.maximum(ink, rows < 2), 20)


def window_of_a_screen(ink: Array, draw: np.random.Generator) -> Array:
    """A title bar above and a thin border."""
    sheet = np.full(ink.shape, 250.0)
    sheet[:34] = 205
    sheet[14:20, 20:90] = 70  # its title
    sheet[[34, -1]] = sheet[:, [0, -1]] = 120
    return _on(sheet, ink, 20)


def with_a_date(ink: Array, draw: np.random.Generator) -> Array:
    """Small print in a corner."""
    sheet = np.full(ink.shape, PAPER)
    for letter in range(9):
        sheet[-26:-14, 20 + 9 * letter : 25 + 9 * letter] = 60
    return _on(sheet, ink) + _grain(ink.shape, draw)


SCENES: dict[str, Scene] = {
    scene.__name__: scene
    for scene in (
        plain,
        blackboard,
        pencil,
        lamp_from_one_side,
        lamp_above,
        vignette,
        shadow,
        note_on_a_dark_desk,
        note_on_a_bright_desk,
        note_on_wood,
        frame,
        ruled_paper,
        squared_paper,
        strongly_ruled_paper,
        window_of_a_screen,
        with_a_date,
    )
}


def seven() -> Bytes:
    """(300, 400): the first test image, dark on bright."""
    grey: Bytes = (240 - 220 * written(images()[0])).astype(np.uint8)
    return grey
