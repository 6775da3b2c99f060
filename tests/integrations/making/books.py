"""The small book of book/, built by real tools, with a demo where the chapter says DEMO, written as web/integrations/ tells authors to."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from builder.shared.tools import program
from forwardpass.words.catalogs import LANGUAGES

from .readme import FOLDER, block

BOOK = Path(__file__).parents[1] / "book"
LANGUAGE = "es"  # of the book where a tool knows one; other chapters name theirs
JEKYLL_FOLDERS = {"zh": "cn", "ja": "jp"}  # as the book of the original has them
TITLE = "# A small book\n"  # the first page of some has nothing else
SECONDS = 600
Insert = Callable[[str, str], str]  # (name of a demo, language of the chapter) → what an author writes


def chapters() -> Iterator[tuple[str, str]]:
    """Language and text. The book is written in two languages; the others have the English text, only their demos speak."""
    for lang in LANGUAGES:
        written = BOOK / lang / "neural_networks.md"
        yield lang, (written if written.exists() else BOOK / "en" / "neural_networks.md").read_text(encoding="utf-8")


def write_chapters(folder: Path, insert: Insert, front: str = "", folders: dict[str, str] | None = None) -> None:
    for lang, text in chapters():
        chapter = folder / (folders or {}).get(lang, lang) / "neural_networks.md"
        chapter.parent.mkdir(parents=True)
        chapter.write_text(front + filled(text, insert, lang), encoding="utf-8")


def filled(text: str, insert: Insert, lang: str) -> str:
    """A chapter with its demos."""
    return re.sub(r"^DEMO (\w+)$", lambda demo: insert(demo[1], lang), text, flags=re.MULTILINE)


def element_in(snippet: str) -> Insert:
    """Another element in an author's snippet; without lang in chapters in the book's own language."""

    def insert(demo: str, lang: str) -> str:
        name = demo.replace("_", "-")
        attribute = "" if lang == LANGUAGE else f' lang="{lang}"'
        return re.sub(r"<simple-forward-pass.*</simple-forward-pass>", f"<{name}{attribute}></{name}>", snippet)

    return insert


def run(*command: object, folder: Path | None = None, **variables: str) -> str:
    """Build in a folder, with these variables of the environment besides, and give what the tool prints; where it fails, all that it says is shown."""
    words = list(map(str, command))
    done = subprocess.run(
        words, cwd=folder, env=os.environ | variables, capture_output=True, text=True, check=False, timeout=SECONDS
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def jekyll(source: Path, out: Path, site: str, base: str) -> None:
    """site: an address, or a path below base."""
    shutil.copytree(BOOK / "jekyll", source)
    shutil.copytree(FOLDER / "jekyll" / "_includes", source / "_includes")
    readme = FOLDER / "jekyll" / "README.md"
    with (source / "_config.yml").open("a", encoding="utf-8") as config:
        config.write(f"baseurl: {base}\n{block('Jekyll', 'yaml', site, readme=readme)}\n")
    lines = block("Jekyll", "liquid", site, readme=readme).splitlines()
    write_chapters(
        source,
        lambda demo, lang: next(line for line in lines if demo in line),
        front="---\nlayout: chapter\n---\n",
        folders=JEKYLL_FOLDERS,
    )
    build_jekyll(source, out)


def build_jekyll(source: Path, out: Path) -> None:
    run(program("jekyll"), "build", "--quiet", "--source", source, "--destination", out, "--disable-disk-cache")


def mkdocs(source: Path, out: Path, site: str, address: str) -> None:
    """source: named as the folder with the configuration. address: where the book will be; Material's instant navigation wants to know."""
    shutil.copytree(BOOK / source.name, source)
    with (source / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"site_url: {address}\n{block('MkDocs', 'yaml', site)}\n")
    write_chapters(source / "docs", element_in(block("MkDocs", "markdown", site)))
    (source / "docs" / "index.md").write_text(TITLE, encoding="utf-8")
    run(sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", source / "mkdocs.yml", "--site-dir", out)


def sphinx(source: Path, out: Path, site: str) -> None:
    shutil.copytree(BOOK / "sphinx", source)
    with (source / "conf.py").open("a", encoding="utf-8") as config:
        config.write(block("Sphinx", "python", site) + "\n")
    write_chapters(source, element_in(block("Sphinx", "markdown", site)))
    (source / "index.md").write_text("# A small book\n\n```{toctree}\n:glob:\n*/*\n```\n", encoding="utf-8")
    run(sys.executable, "-m", "sphinx", "--quiet", "-W", "-b", "dirhtml", source, out)


def quarto(source: Path, out: Path, site: str) -> None:
    """Quarto is pandoc with a configuration: here pandoc gets the same header and the same blocks."""
    write_chapters(source, element_in(block("Quarto", "markdown", site)))
    header = source / "header.html"
    header.write_text(block("Quarto", "yaml", site).split("text: ")[1], encoding="utf-8")
    for chapter in source.glob("*/*.md"):
        page = out / chapter.relative_to(source).with_suffix("") / "index.html"
        page.parent.mkdir(parents=True)
        options = [
            "--standalone",
            f"--include-in-header={header}",
            f"--metadata=lang:{LANGUAGE}",
            "--metadata=pagetitle:A small book",
        ]
        run(program("pandoc"), *options, "--output", page, chapter)
