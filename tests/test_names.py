"""One name, one meaning."""

import ast
from collections import defaultdict

from builder.shared.paths import PY


def test_every_class_of_the_package_has_a_name_of_its_own() -> None:
    homes = defaultdict(set)
    for path in (PY / "forwardpass").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                homes[node.name].add(str(path.relative_to(PY)))
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}
