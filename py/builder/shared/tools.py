"""What the tests take from the system, found, or installed where apt may: Debian's jekyll and pandoc, to build books, letters for every language, two more engines, and a host."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .console import Failure, say

PACKAGES = {"jekyll": "jekyll", "pandoc": "pandoc"}  # program → package of Debian and Ubuntu
FONTS = "fonts-noto-cjk"
LEFT_OUT = "NO_APT"  # a variable: set to anything, nothing is installed


@dataclass(frozen=True)
class Kit:
    """What some tests run: each program, where it may lie, and the packages of Debian and Ubuntu that bring them."""

    programs: Mapping[str, Sequence[str]]
    packages: Sequence[str]


SKIPPED_WITHOUT = {  # engines beside Chromium, and a host
    "firefox": Kit({"firefox": ("firefox-esr", "firefox")}, ("firefox-esr",)),
    "webkit": Kit(
        {
            "MiniBrowser": (
                "MiniBrowser",
                *map(str, sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), reverse=True)),
            ),
            "WebKitWebDriver": ("WebKitWebDriver",),
            "Xvfb": ("Xvfb",),
        },
        ("webkit2gtk-driver", "xvfb", "xauth"),
    ),
    "nginx": Kit({"nginx": ("nginx", "/usr/sbin/nginx")}, ("nginx",)),
}


def install_tools() -> None:
    """Sees to it that every program is there. Raises Failure naming those that are not and cannot be had; without fonts, screenshots show boxes,
    and without an engine or a host its tests are skipped, and say so."""
    missing = [name for name in PACKAGES if not shutil.which(name)]
    wanted = [PACKAGES[name] for name in missing] + ([] if has_fonts() else [FONTS])
    wanted += [package for name, kit in SKIPPED_WITHOUT.items() if lacking(name) for package in kit.packages]
    if wanted and can_apt():
        apt_install(wanted)
    for name in missing:
        program(name)


def programs(name: str) -> dict[str, str | None]:
    """Where the programs of an engine or a host lie."""
    return {
        program: next(filter(None, map(shutil.which, places)), None)
        for program, places in SKIPPED_WITHOUT[name].programs.items()
    }


def lacking(name: str) -> str:
    """Why the tests of an engine or a host are skipped on this machine; nothing where it is there."""
    missing = [program for program, path in programs(name).items() if path is None]
    packages = " ".join(SKIPPED_WITHOUT[name].packages)
    return f"{name} is not on this machine, for want of {', '.join(missing)} (apt: {packages})" if missing else ""


def has_fonts() -> bool:
    """Whether there are Korean letters, as fontconfig knows: with them come Chinese and Japanese ones. Other systems bring their own."""
    if not shutil.which("fc-list"):
        return shutil.which("apt-get") is None
    return bool(subprocess.run(["fc-list", ":lang=ko"], capture_output=True, check=False).stdout)


def program(name: str) -> str:
    """The path of a program. Raises Failure where it is missing."""
    path = shutil.which(name)
    if path is None:
        raise Failure(
            f"{name} was not found on PATH; the tests of the integrations build a book with it.",
            f"On Debian and Ubuntu: apt install {' '.join(PACKAGES.values())}. `build.py test` does it by itself when run as root without {LEFT_OUT}.",
        )
    return path


def can_apt() -> bool:
    """As root where there is apt, unless somebody wants it left out."""
    if os.environ.get(LEFT_OUT):
        return False
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(packages: Sequence[str]) -> None:
    """Best effort, said before: whoever asked looks whether it has helped."""
    say(f"Not on this machine: {', '.join(packages)}. apt installs that now, as root, for the tests.")
    say(f"To leave it out, stop here and set {LEFT_OUT}: {LEFT_OUT}=1 python3 build.py test")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "SYSTEMD_OFFLINE": "1"}  # no service is started
    subprocess.call(["apt-get", "update", "-q"], env=quiet)
    subprocess.call(["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], env=quiet)
