"""What is downloaded is verified, kept, and never half there."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from builder.publish.serve import serving
from builder.python.download import Wheel, fetch, from_cdn
from builder.shared.console import Failure

CONTENT = b"the bytes of a wheel" * 10_000
WHEEL = Wheel("thing-1.0-py3-none-any.whl", hashlib.sha256(CONTENT).hexdigest())


def never(wheels: Sequence[Wheel], folder: Path) -> None:
    raise AssertionError("nothing had to be downloaded")


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A folder to be served, with the wheel in it."""
    folder = tmp_path / "web"
    folder.mkdir()
    (folder / WHEEL.file_name).write_bytes(CONTENT)
    return folder


def test_a_wheel_is_fetched_once_and_then_comes_from_the_cache(web: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with serving(web) as address:
        fetch([WHEEL], cache, {"the web": from_cdn(address)})
    assert (cache / WHEEL.file_name).read_bytes() == CONTENT
    fetch([WHEEL], cache, {"the web": never})


def test_a_wrong_hash_names_both_hashes_and_leaves_nothing_behind(web: Path, tmp_path: Path) -> None:
    cache, damaged = tmp_path / "cache", CONTENT[:-1]
    (web / WHEEL.file_name).write_bytes(damaged)
    with serving(web) as address, pytest.raises(Failure) as caught:
        fetch([WHEEL], cache, {"the web": from_cdn(address)})
    for word in (WHEEL.file_name, WHEEL.sha256, hashlib.sha256(damaged).hexdigest(), "Try again"):
        assert word in str(caught.value)
    assert list(cache.iterdir()) == []


def test_a_damaged_file_in_the_cache_is_fetched_again(web: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / WHEEL.file_name).write_bytes(b"half of it")
    with serving(web) as address:
        fetch([WHEEL], cache, {"the web": from_cdn(address)})
    assert (cache / WHEEL.file_name).read_bytes() == CONTENT


def test_the_second_source_is_asked_when_the_first_does_not_answer(web: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with serving(web) as gone:
        pass  # from here on nobody listens there
    with serving(web) as address:
        fetch([WHEEL], cache, {"the first": from_cdn(gone), "the second": from_cdn(address)})
    assert (cache / WHEEL.file_name).read_bytes() == CONTENT


def test_when_no_source_has_it_the_message_names_each_cause_and_where_to_put_the_file(tmp_path: Path) -> None:
    empty, cache = tmp_path / "empty", tmp_path / "cache"
    empty.mkdir()
    with serving(empty) as address, pytest.raises(Failure) as caught:
        fetch([WHEEL], cache, {"the first": from_cdn(address), "the second": from_cdn(address)})
    for word in ("the first: HTTP Error 404", "the second: HTTP Error 404", str(cache), "online"):
        assert word in str(caught.value)
    assert list(cache.iterdir()) == []
