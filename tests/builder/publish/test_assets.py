"""Which script has what the demos need at first."""

from pathlib import Path

import pytest

from builder.publish.assets import later_script, start_script
from builder.publish.hashed_folders import part_folder
from builder.shared.console import Failure


def test_all_that_the_demos_need_at_first_is_one_file_that_imports_nothing(dist: Path) -> None:
    assets = part_folder(dist, "assets")
    start = (assets / start_script(assets)).read_text()
    assert 'from"./' not in start
    assert 'import"./' not in start
    assert f'import "./{assets.relative_to(dist).as_posix()}/{start_script(assets)}"' in (dist / "embed.js").read_text()


def test_what_is_shared_in_two_files_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "embed.js").write_text('import{a}from"./chunk-AAAAAAAA.js";import"./chunk-BBBBBBBB.js";')
    with pytest.raises(Failure, match="chunk-BBBBBBBB"):
        start_script(tmp_path)


def test_a_script_for_later_is_found_by_its_name(tmp_path: Path) -> None:
    for name in ("sharing-AAAAAAAA.js", "sharing-AAAAAAAA.js.map", "sharing-two-BBBBBBBB.js"):
        (tmp_path / name).touch()
    assert later_script(tmp_path, "sharing") == "sharing-AAAAAAAA.js"
