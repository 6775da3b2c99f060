"""What is loaded only when it is asked for: that it waits, that it comes, and that what is known of it ahead is true."""

import pytest

from ...conftest import RunPython

FIGURES = ["forwardpass.chapter.live", "forwardpass.chapter.plane.live"]
START = ("forwardpass.zip", "numpy.zip")
pytestmark = pytest.mark.browser  # it needs the built site


def test_a_module_waits_until_something_of_it_is_asked_for(started: RunPython) -> None:
    kinds = "import sys; result = [type(sys.modules[name]).__name__ for name in ('ssl', 'os')]"
    assert started(kinds) == "['Empty', 'module']"


def test_what_a_click_asks_for_waits_though_it_is_imported(started: RunPython) -> None:
    lines = """
import sys, sitecustomize
ours = [f"forwardpass.{name}" for name in sitecustomize.OURS]
from forwardpass import api
for request in ('{"call": "simple_forward_pass", "seed": 7, "lang": "en"}', '{"call": "classify", "pixels": ""}'):
    api.answer(request)
result = [name for name in ours if type(sys.modules.get(name)).__name__ != "Empty"]
"""
    assert started(lines, *START, "later.zip") == str(FIGURES), "no demo imports the figures"


def test_what_is_in_another_part_tells_which(started: RunPython) -> None:
    assert started("import ssl; result = ssl.CERT_NONE") == "missing: rest"
    assert started("import zipfile; result = zipfile.ZIP_STORED") == "missing: later"
    assert started("import tarfile") in ("missing: later", "missing: rest")


def test_a_file_that_is_no_module_tells_its_part_too(started: RunPython) -> None:
    assert started(
        "from forwardpass.words.catalogs import translator; result = translator('ko')", "forwardpass.zip"
    ) == ("missing: ko")
    asked = "from forwardpass.image_network.trained import find; result = len(find().network.layers)"
    assert started(asked, *START) == "missing: later"
    assert started(asked, *START, "later.zip") == "2"


def test_a_file_that_is_nowhere_is_missing_as_ever(started: RunPython) -> None:
    lines = """
try:
    open("/no/such/file")
except FileNotFoundError as error:
    result = error.filename
"""
    assert started(lines) == "/no/such/file"


def test_once_its_part_is_there_it_is_a_module_like_any_other(started: RunPython) -> None:
    asked = """
import ssl, sys
result = [ssl.CERT_NONE.value, type(ssl).__name__, ssl is sys.modules["ssl"], ssl.__spec__.loader is ssl.__loader__]
from ctypes import Structure
import asyncio.staggered
result.append(asyncio.staggered.staggered_race.__name__)
"""
    assert started(asked, "later.zip", "rest.zip") == "[0, 'module', True, True, 'staggered_race']"


def test_a_library_comes_with_its_part(started: RunPython) -> None:
    asked = "import numpy; result = numpy.linalg.inv(numpy.eye(2) * 4).tolist()"
    assert started(asked, "numpy.zip") == "missing: rest"
    assert started(asked, "numpy.zip", "later.zip", "rest.zip") == "[[0.25, 0.0], [0.0, 0.25]]"


def test_what_such_a_module_does_not_have_is_missing_as_ever(started: RunPython) -> None:
    lines = "import platform; result = [hasattr(platform, 'no_such_thing'), platform.python_implementation()]"
    assert started(lines, "later.zip", "rest.zip") == "[False, 'CPython']"


def test_what_does_not_exist_anywhere_is_not_found(started: RunPython) -> None:
    lines = """
try:
    import no_such_module
except ModuleNotFoundError as error:
    result = error.name
"""
    assert started(lines) == "no_such_module"


def test_what_is_known_of_a_module_ahead_is_what_it_says(started: RunPython) -> None:
    lines = """
import dis, subprocess
from importlib import import_module
known = [(module, name, str(getattr(module, name))) for module, names in (
    (dis, ["COMPILER_FLAG_NAMES"]),
    (subprocess, ["PIPE", "STDOUT", "DEVNULL"]),
    (import_module("pyodide._package_loader"), ["SITE_PACKAGES", "DSO_DIR"]),
) for name in names]
dis.opmap, subprocess.Popen, import_module("pyodide._package_loader").unpack_buffer
result = [text == str(getattr(module, name)) for module, name, text in known]
"""
    assert started(lines, "later.zip", "rest.zip") == str([True] * 6)
