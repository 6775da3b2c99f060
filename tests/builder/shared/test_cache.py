"""What was made once is not made again until something of what it is made from has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.shared import cache
from builder.shared.cache import key_of, made


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "WORK", tmp_path / "work")
    return tmp_path / "work"


def writing(text: str, said: list[str]) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        said.append(text)
        (folder / "file").write_text(text)

    return make


def test_it_is_made_once_for_each_key_and_the_last_one_stays(work: Path) -> None:
    said: list[str] = []
    for key in ("a", "a", "b", "b", "a"):
        assert (made("thing", key, writing(key, said)) / "file").read_text() == key
    assert said == ["a", "b", "a"]
    assert [file.name for file in work.rglob("*") if file.is_dir()] == ["made", "thing", "a"]


def test_things_of_other_names_stay_beside_it() -> None:
    said: list[str] = []
    for name in ("one", "two", "one"):
        made(name, "key", writing(name, said))
    assert said == ["one", "two"]


def test_what_could_not_be_made_leaves_the_former_and_no_rubbish(work: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").write_text("")
        raise RuntimeError("in the middle")

    made("thing", "a", writing("a", []))
    with pytest.raises(RuntimeError):
        made("thing", "b", fail)
    assert [file.name for file in work.rglob("*")] == ["made", "thing", "a", "file"]


def test_the_key_changes_with_each_name_and_content_and_with_what_went_before(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("1")
    other.write_text("1")
    keys = [key_of("", []), key_of("x", []), key_of("", [one]), key_of("", [other]), key_of("", [one, other])]
    other.write_text("2")
    keys.append(key_of("", [one, other]))
    assert len(set(keys)) == len(keys)
    assert key_of("", [one]) == keys[2]
