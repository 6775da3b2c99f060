"""What `build.py profile` asks Python for: each kind of call often and with much variety, so that a reader hardly ever finds one that takes another function."""

from collections.abc import Iterator

from forwardpass import api

from ..images.image_sets import read_tests
from ..python.exercise import Request, ask, right, wrong


def typical_use() -> Iterator[Request]:
    yield from right()
    for demo in api.DEMOS:
        yield from demo.module("exercise").typical(ask, read_tests)
    yield from wrong()
    yield from right()
