"""Which scripts a page asks for at once."""

from pathlib import Path

from builder.assets import needed_scripts

FILES = {
    "embed.js": 'import{a}from"./chunk-AAAAAAAA.js";import("./later-BBBBBBBB.js");',
    "chunk-AAAAAAAA.js": 'import"./chunk-CCCCCCCC.js";',
    "chunk-CCCCCCCC.js": "",
    "chunk-DDDDDDDD.js": "",
    "demo-EEEEEEEE.js": 'import{d}from"./chunk-DDDDDDDD.js";export{d};',
    "demo-two-FFFFFFFF.js": "",
    "later-BBBBBBBB.js": "",
}


def test_what_is_imported_is_needed_and_what_is_asked_for_later_is_not(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    shared = {"embed.js", "chunk-AAAAAAAA.js", "chunk-CCCCCCCC.js"}
    assert needed_scripts(tmp_path) == shared
    assert needed_scripts(tmp_path, "demo") == shared | {"demo-EEEEEEEE.js", "chunk-DDDDDDDD.js"}
