"""Finds a Chromium for the browser tests, or installs one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .console import Failure, say
from .tools import apt_install, can_apt

SHELL = "chromium-headless-shell"  # Chromium without windows: a third faster
VARIABLE = "FORWARD_PASS_CHROMIUM"  # where the tests read the path
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def chromium() -> str:
    """The path of a Chromium. Raises Failure where there is none and none can be had."""
    found = find() or install()
    if found is None:
        raise Failure(
            "No Chromium was found, and none could be installed; the browser tests need one.",
            "Install Chromium or Chrome, or name one: CHROMIUM=/path/to/it python3 build.py test",
        )
    return found


def find() -> str | None:
    """The one that CHROMIUM names, one on PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM") or os.environ.get(VARIABLE)
    if named and not shutil.which(named):
        raise Failure(
            f"CHROMIUM names {named!r}, which cannot be run.", "Give the path of a Chromium, or unset the variable."
        )
    candidates = filter(None, (named, *NAMES))
    return next(filter(None, map(shutil.which, candidates)), None) or next(playwrights_own(), None)


def playwrights_own() -> Iterator[str]:
    """The browser that `playwright install` has put in its place, if any."""
    code = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    path = done.stdout.strip()
    if done.returncode == 0 and path and Path(path).exists():
        yield path


def install() -> str | None:
    """By Playwright, else by apt where that is allowed."""
    say("No Chromium here: asking Playwright for one ...")
    subprocess.call([sys.executable, "-m", "playwright", "install", "chromium"])
    if found := find():
        return found
    for package in (SHELL, "chromium"):
        if can_apt() and not find():
            apt_install([package])
    return find()
