"""What the page on speed shows: the figures that `build.py bench --keep` has written, and what earlier prototypes have taught."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Any

from forwardpass.words.wording import decimal

from ..shared.paths import WEB

FIGURES = WEB / "pages" / "speed.json"
PROTOTYPES = WEB / "pages" / "prototypes.json"
NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Row:
    """A line of the table. most: what the ratio was to be at most, "" where nothing was said."""

    what: str
    link: str
    ours: str
    against: str
    theirs: str
    ratio: str
    most: str
    met: bool


def figures() -> dict[str, Any]:
    """What was measured, and where and when."""
    data: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8"))
    return data


def rows(data: dict[str, Any], t: NullTranslations) -> Iterator[Row]:
    """Those of the measures that have a name for readers."""
    names, sites = what(t), contenders(t)
    links = {"loopback": t.gettext("this machine"), "9 Mbit/s": f"9 Mbit/s, 85{NO_BREAK}ms"}
    for measure in data["measures"]:
        if measure["name"] not in names:
            continue
        most = measure["most"]
        yield Row(
            names[measure["name"]],
            links[measure["link"]],
            amount(measure["ours_median"], measure["unit"], t),
            sites[measure["against"]],
            amount(measure["theirs_median"], measure["unit"], t),
            decimal(f"{measure['ratio']:.2f}", t),
            "" if most is None else decimal(f"{most:g}", t),
            most is None or measure["ratio"] <= most,
        )


def what(t: NullTranslations) -> dict[str, str]:
    """The names of the measures, by those that the bench gives them."""
    _ = t.gettext
    return {
        "first view with working Next": _("First view, with Next working"),
        "Python live": _("Python is ready"),
        "bytes until Python is live": _("Bytes until Python is ready"),
        "a click, median": _("From a click to its result on screen"),
        "a click by Event Timing, median": _("From a click to the next frame, by Event Timing"),
        "10,000 images": _("10,000 images of digits read"),
        "memory when Python is live": _("Memory"),
        "8 demos live": _("Eight demos on a page, Python is ready"),
        "memory of 8 demos": _("Memory of eight demos"),
        "Python live again": _("Second visit, Python is ready"),
        "requests": _("Second visit, requests"),
    }


def contenders(t: NullTranslations) -> dict[str, str]:
    _ = t.gettext
    return {"stock": _("stock Pyodide"), "reference": _("plain JavaScript"), "one demo": _("one demo")}


def tried(t: NullTranslations) -> Iterator[dict[str, Any]]:
    """The prototypes with what became of them."""
    names, fates = prototypes(t)
    for entry in json.loads(PROTOTYPES.read_text(encoding="utf-8")):
        numbers = {key: decimal(str(entry[key]), t) for key in ("loopback", "megabytes", "slow")}
        yield {**numbers, "name": names[entry["key"]], "fate": fates[entry["fate"]]}


def prototypes(t: NullTranslations) -> tuple[dict[str, str], dict[str, str]]:
    _ = t.gettext
    names = {
        "stock": _("stock Pyodide"),
        "bytecode": _("standard library and numpy trimmed, as bytecode"),
        "split": _("and the WebAssembly split: what is needed first, the rest later"),
        "docstrings": _("and without docstrings"),
        "snapshot_without_numpy": _("Pyodide’s own snapshot of the memory, without numpy"),
        "snapshot": _("a snapshot of the memory with numpy imported"),
    }
    fates = {
        "": "",
        "kept": _("kept"),
        "dropped": _("dropped: costs more bytes than it saves"),
        "second": _("kept for the second visit"),
    }
    return names, fates


def amount(value: float, unit: str, t: NullTranslations) -> str:
    """With the unit that a reader would take, on the same line."""
    if unit == "ms" and value >= 1000:
        value, unit, decimals = value / 1000, "s", 2
    elif unit == "B":
        value, unit, decimals = value / 1e6, "MB", 2
    else:
        decimals = 0
    return f"{decimal(f'{value:.{decimals}f}', t)}{NO_BREAK}{t.gettext('MB') if unit == 'MB' else unit}".strip()


def machine(name: str, t: NullTranslations) -> str:
    """What was measured on, "2 cores, Linux" as the bench notes it."""
    noted = re.fullmatch(r"(\d+) cores, (.+)", name)
    if not noted:
        return name
    return t.gettext("{cores} cores, {system}").format(cores=noted[1], system=noted[2])
