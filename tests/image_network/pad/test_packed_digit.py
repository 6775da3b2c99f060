"""A drawing in an address: short, complete, and refused where it is damaged."""

import random
import string
import zlib
from base64 import urlsafe_b64encode

import numpy as np
import pytest

from forwardpass.image_network.pad.address import LONGEST, decode, encode
from forwardpass.images.pixels import PIXELS

from ...helpers.mnist_images import images

SAFE = set(string.ascii_letters + string.digits + "-_")
DAMAGED = 500


def test_every_pixel_comes_back() -> None:
    for pixels in images()[:200]:
        assert (decode(encode(pixels)) == pixels).all()


def test_a_code_is_short_and_needs_no_escape_in_an_address() -> None:
    codes = [encode(pixels) for pixels in images()[:200]]
    assert all(set(code) <= SAFE and len(code) < 450 for code in codes)


def test_noise_which_cannot_be_packed_still_fits() -> None:
    noise = np.random.default_rng(1).integers(0, 256, PIXELS).astype(np.uint8)
    assert len(encode(noise)) <= LONGEST
    assert (decode(encode(noise)) == noise).all()


def test_no_ink_is_the_empty_text() -> None:
    assert encode(np.zeros(PIXELS, np.uint8)) == ""
    assert not decode("").any()


def test_five_hundred_damaged_codes_are_refused_with_a_message() -> None:
    draw = random.Random(5)
    code = encode(images()[0])
    for _ in range(DAMAGED):
        wrong = damaged(code, draw)
        if wrong in (code, ""):
            continue
        with pytest.raises(ValueError, match="the drawing's code"):
            decode(wrong)


def damaged(code: str, draw: random.Random) -> str:
    """Cut off, with a letter changed, doubled, shuffled, or something else altogether."""
    at = draw.randrange(len(code))
    letter = draw.choice("".join(sorted(SAFE)) + "<>\"'&%é\n ")
    return draw.choice(
        [
            code[:at],
            code[at:],
            code[:at] + letter + code[at + 1 :],
            code + letter,
            code + code,
            "".join(draw.sample(code, len(code))),
            "".join(chr(draw.randrange(1, 0x3000)) for _ in range(draw.randrange(1, 2000))),
            "1" + "".join(draw.choices(sorted(SAFE), k=draw.randrange(2000))),
        ]
    )


@pytest.mark.parametrize("size", [0, PIXELS - 1, PIXELS + 1, 10_000_000])
def test_another_number_of_pixels_is_refused_also_where_it_packs_well(size: int) -> None:
    data = bytes(size)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = zlib.crc32(data).to_bytes(4, "big") + packer.compress(data) + packer.flush()
    with pytest.raises(ValueError, match="the drawing's code"):
        decode("1" + urlsafe_b64encode(packed).decode().rstrip("="))
