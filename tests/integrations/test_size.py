"""What a page that embeds a demo has to fetch before anything else."""

import gzip
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser  # needs the built site

MOST_BYTES = 30 * 1024


def test_embed_js_and_what_it_imports_at_once_are_small(dist: Path) -> None:
    names, seen = ["embed.js"], set[str]()
    while names:
        name = names.pop()
        seen.add(name)
        script = (dist / name).read_text(encoding="utf-8")
        names += {
            re.sub(r"^\.", name.rpartition("/")[0] or ".", found).removeprefix("./") for found in imports(script)
        } - seen
    assert len(seen) > 2, "it imports what the demos need"
    assert sum(len(gzip.compress((dist / name).read_bytes(), 6)) for name in seen) <= MOST_BYTES


def imports(script: str) -> list[str]:
    """The modules that a bundle imports statically, or exports from."""
    return re.findall(r"""(?:^|[;}\s])(?:import|export)(?:[^"'();]*from)?\s*["'](\.[^"']+)["']""", script)
