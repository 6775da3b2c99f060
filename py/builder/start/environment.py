"""The builder's own environment: checks Python, Node and npm, installs the pinned packages and starts the builder in it.

Standard library only. Each install is skipped while a stamp, written after it has succeeded, still fits its lock file.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from ..shared.console import Failure, in_plain_words, say
from ..shared.paths import NODE_MODULES, PY, ROOT, VENV
from . import arguments

OLDEST_NODE = 20
REQUIREMENTS = ROOT / "requirements.txt"
PACKAGE_LOCK = ROOT / "package-lock.json"


def enter(argv: Sequence[str]) -> int:
    """Set up what is missing and run `python -m builder` there with these arguments. Returns its exit status."""
    arguments.read(argv)
    return in_plain_words(lambda: prepare_and_run(argv))


def prepare_and_run(argv: Sequence[str]) -> int:
    npm = check_node()
    install_python_packages()
    show_own_package()
    install_node_packages(npm)
    return run_builder(argv)


def run_builder(argv: Sequence[str]) -> int:
    command = [str(venv_python()), "-m", "builder", *argv]
    environment = os.environ | {"PYTHONPATH": str(PY), "VIRTUAL_ENV": str(VENV)}
    if os.name == "posix":  # one process, so that a signal reaches the one that works
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def check_node() -> str:
    """The path of npm. Raises Failure where Node or npm is missing or too old."""
    remedy = f"Install Node {OLDEST_NODE} or newer, npm comes with it: https://nodejs.org, or your system's packages."
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None:
        raise Failure(f"Node was not found on PATH; version {OLDEST_NODE} or newer is needed.", remedy)
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    number = re.match(r"v(\d+)\.", version)
    if number is None or int(number[1]) < OLDEST_NODE:
        raise Failure(f"{node} says it is version {version or 'unknown'}; {OLDEST_NODE} or newer is needed.", remedy)
    if npm is None:
        raise Failure(f"Node {version} is here, but npm was not found on PATH.", remedy)
    return npm


def install_python_packages() -> None:
    """A fresh .venv with exactly requirements.txt, unless the one that is there was made from it by this very Python."""
    key = fingerprint(REQUIREMENTS, f"{sys.version} {sys.base_prefix} {VENV}")
    stamp = VENV / "stamp"
    if is_current(stamp, key):
        return
    missing = [module for module in ("venv", "ensurepip") if importlib.util.find_spec(module) is None]
    if missing:
        raise Failure(
            f"{sys.executable} has no {' and no '.join(missing)} module, which is needed to make {VENV.name}/.",
            f"On Debian and Ubuntu: apt install python3.{sys.version_info[1]}-venv. Elsewhere: use the Python from python.org.",
        )
    say(f"Installing the Python packages of {REQUIREMENTS.name} into {VENV.name}/ ...", sys.stderr)
    run([sys.executable, "-m", "venv", "--clear", str(VENV)], "The virtual environment could not be made.")
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check"]
    run(
        [*pip, "install", "--require-hashes", "--requirement", str(REQUIREMENTS)],
        "pip could not install the Python packages; its own words are above.",
        f"Are you online? The packages are known to fit Python 3.11 to 3.14; this is {sys.version.split()[0]}.",
    )
    stamp.write_text(key)


def show_own_package() -> None:
    """Lets .venv find py/ from anywhere, so that `.venv/bin/python` can import the package for people."""
    places = {"base": str(VENV), "platbase": str(VENV)}
    file = Path(sysconfig.get_path("purelib", "venv", places)) / "forwardpass.pth"
    if not is_current(file, f"{PY}\n"):
        file.write_text(f"{PY}\n")


def install_node_packages(npm: str) -> None:
    """node_modules exactly as in package-lock.json, unless it is there already."""
    key = fingerprint(PACKAGE_LOCK, str(NODE_MODULES))
    stamp = NODE_MODULES / ".stamp"
    if is_current(stamp, key):
        return
    stamp.unlink(missing_ok=True)
    say(f"Installing the npm packages of {PACKAGE_LOCK.name} into {NODE_MODULES.name}/ ...", sys.stderr)
    run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        "npm could not install the packages; its own words are above.",
        "Are you online? If you are, delete node_modules/ and try again.",
    )
    stamp.write_text(key)


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(lock: Path, place: str) -> str:
    """Changes with the lock file and with whatever else makes an install unfit."""
    return hashlib.sha256(lock.read_bytes() + place.encode()).hexdigest()


def is_current(stamp: Path, key: str) -> bool:
    return stamp.is_file() and stamp.read_text() == key


def run(command: list[str], what: str, remedy: str = "") -> None:
    """Run a command in the project's folder with its output shown, beside what the builder itself prints. Raises Failure in these words where it fails."""
    status = subprocess.call(command, cwd=ROOT, stdout=sys.stderr)
    if status != 0:
        raise Failure(f"{what} (exit status {status})", remedy)
