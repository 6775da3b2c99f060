"""Translations: .po → .mo for the build, and new messages out of the sources into the .po files, for translators."""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from .shared.added import FOLDERS, PACKAGES
from .shared.console import Failure, say
from .shared.paths import PY, ROOT, WEB

DOMAIN = "forwardpass"
CATALOGS = f"*/LC_MESSAGES/{DOMAIN}.po"
LOCALE = PY / "forwardpass" / "locale"
SOURCES = {
    PY / "forwardpass": [("**.py", "python")],
    PY / "builder": [("**.py", "python")],
    WEB / "pages": [("**.html", "jinja2"), ("**.jinja", "jinja2"), ("**.xml", "jinja2")],
}
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def compile_catalogs() -> None:
    """Write the .mo beside each .po. Raises Failure where a translation does not fit its message."""
    for po in (*po_files(), *po_files_of_demos()):
        catalog = read_catalog(po)
        packed = io.BytesIO()
        write_mo(packed, catalog)
        write_if_changed(po.with_suffix(".mo"), packed.getvalue())


def update_catalogs() -> None:
    """Carry new, changed and vanished messages of the sources into every .po, and say how much of each is translated."""
    template = extract()
    for po in po_files():
        catalog = read_catalog(po)
        template.creation_date = catalog.creation_date  # no change where nothing changed
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        text = io.BytesIO()
        write_po(text, catalog, width=120, sort_by_file=True, include_lineno=False)
        write_if_changed(po, text.getvalue())
        messages = [message for message in catalog if message.id]
        translated = sum(bool(message.string and all(strings(message.string))) for message in messages)
        say(f"{po.relative_to(ROOT)}: {translated} of {len(messages)} messages translated")


def po_files() -> Iterator[Path]:
    """Ours."""
    return iter(sorted(LOCALE.glob(CATALOGS)))


def po_files_of_demos() -> Iterator[Path]:
    """Those that added demos have of their own."""
    return (po for folder in FOLDERS for po in sorted((folder / PACKAGES).glob(f"*/locale/{CATALOGS}")))


def read_catalog(po: Path) -> Catalog:
    """A .po as a Catalog; raises Failure for what a reader would stumble over: a placeholder that is missing, for one."""
    with po.open("rb") as file:
        catalog = read_po(file, locale=po.parts[-3], domain=DOMAIN)
    for message, errors in catalog.check():
        raise Failure(
            f"{po}, line {message.lineno}, {message.id!r}: {errors[0]}",
            "Correct the translation there.",
        )
    return catalog


def extract() -> Catalog:
    """Every message of the package and the page templates."""
    template = Catalog(domain=DOMAIN, fuzzy=False)
    for folder, methods in SOURCES.items():
        if not folder.exists():
            continue
        for file, _, message, comments, context in extract_from_dir(
            folder, methods, keywords=KEYWORDS, comment_tags=["NOTE:"]
        ):
            place = (folder / file).relative_to(ROOT).as_posix()
            template.add(message, locations=[(place, 1)], auto_comments=comments, context=context)
    return template


def strings(string: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def write_if_changed(file: Path, content: bytes) -> None:
    """Leave the date of a file that stays the same."""
    if not file.exists() or file.read_bytes() != content:
        file.write_bytes(content)
