"""Programs of the system that tests of the integrations run, Debian's jekyll and pandoc: found, or installed where apt may."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from .console import Failure, say

PACKAGES = {"jekyll": "jekyll", "pandoc": "pandoc"}  # program → package of Debian and Ubuntu


def install_tools() -> None:
    """Sees to it that every program is there. Raises Failure naming those that are not and cannot be had."""
    missing = [name for name in PACKAGES if not shutil.which(name)]
    if missing and can_apt():
        apt_install([PACKAGES[name] for name in missing])
    for name in missing:
        program(name)


def program(name: str) -> str:
    """The path of a program. Raises Failure where it is missing."""
    path = shutil.which(name)
    if path is None:
        raise Failure(
            f"{name} was not found on PATH; the tests of the integrations build a book with it.",
            f"On Debian and Ubuntu: apt install {' '.join(PACKAGES.values())}. `build.py test` does it by itself when run as root.",
        )
    return path


def can_apt() -> bool:
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(packages: Sequence[str]) -> None:
    """Best effort: whoever asked looks whether it has helped."""
    say(f"Asking apt for {' and '.join(packages)} ...")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-q"], env=quiet)
    subprocess.call(["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], env=quiet)
