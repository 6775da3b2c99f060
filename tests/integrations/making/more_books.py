"""The small book by tools that are larger, or seldom on a machine: each of them writes into a folder that is served under the tool's name."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from builder.shared.paths import NODE_MODULES

from .books import BOOK, TITLE, element_in, run, write_chapters
from .packages import node_modules, python_program
from .readme import block

ELEMENTS = ("simple-forward-pass", "forward-pass-mnist")
ESBUILD = NODE_MODULES / ".bin" / "esbuild"
ALONE = {  # no tool reports, asks for a newer one, or takes up what it kept of a book elsewhere
    "ASTRO_TELEMETRY_DISABLED": "1",
    "NO_UPDATE_NOTIFIER": "1",
    "DOCUSAURUS_NO_PERSISTENT_CACHE": "1",
}


@dataclass(frozen=True)
class Place:
    """Where a book is made, where it goes, and where it finds our files."""

    source: Path
    out: Path
    site: str

    def lines(self, heading: str, language: str) -> str:
        """What web/integrations/ says."""
        return block(heading, language, self.site)

    def copy(self, tool: str, with_packages: bool = True) -> None:
        """The tool's own files, with its packages beside them."""
        shutil.copytree(BOOK / tool, self.source)
        if with_packages:
            (self.source / "node_modules").symlink_to(node_modules(tool))

    def write(self, name: str, text: str) -> None:
        file = self.source / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def build(self, *options: str | Path) -> None:
        """By the package named as the folder, where its own files are."""
        tool = self.source.name
        run(self.source / "node_modules" / ".bin" / tool, "build", *options, folder=self.source, **ALONE)

    def write_chapters(self, heading: str, below: str = "", front: str = "") -> None:
        """Each in a folder of its own, as the pages are that come of it."""
        chapters = self.source / below
        write_chapters(chapters, element_in(self.lines(heading, "markdown")), front)
        for chapter in chapters.glob("*/neural_networks.md"):
            chapter.with_suffix("").mkdir()
            chapter.rename(chapter.with_suffix("") / "index.md")


def mdbook(place: Place) -> None:
    place.copy("mdbook", with_packages=False)
    place.write("theme/head.hbs", place.lines("mdBook", "html"))
    place.write_chapters("mdBook")
    chapters = sorted(place.source.glob("*/neural_networks/index.md"))
    links = [f"- [{chapter.parts[-3]}]({chapter.relative_to(place.source)})" for chapter in chapters]
    place.write("SUMMARY.md", "\n".join(["# Summary", "", "[A small book](index.md)", "", *links]))
    place.write("index.md", TITLE)
    run(python_program("mdbook"), "build", place.source, "--dest-dir", place.out)


def hugo(place: Place) -> None:
    place.copy("hugo", with_packages=False)
    with (place.source / "hugo.toml").open("a", encoding="utf-8") as config:
        config.write(place.lines("Hugo", "toml"))
    place.write("layouts/partials/extend_head.html", place.lines("Hugo", "html"))
    place.write_chapters("Hugo", "content", front="---\ntitle: Neural networks\n---\n")
    run(python_program("hugo"), "--source", place.source, "--destination", place.out, "--quiet")


def notebook(place: Place) -> None:
    """One cell for each demo, run by a kernel."""
    cell = place.lines("Notebooks", "python")
    sources = [cell, cell.replace(*ELEMENTS).replace(' seed="7"', "")]
    code: dict[str, object] = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    cells = [{**code, "id": str(number), "source": source} for number, source in enumerate(sources)]
    kernel = {"name": "python3", "language": "python", "display_name": "Python"}
    whole = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    place.write("index.ipynb", json.dumps(whole))
    nothing_of_others = ["--HTMLExporter.mathjax_url=", "--HTMLExporter.require_js_url="]
    options = ["--to=html", "--execute", f"--output-dir={place.out}", *nothing_of_others]
    run(python_program("python"), "-m", "nbconvert", *options, place.source / "index.ipynb")


def reveal(place: Place) -> None:
    """Slides without a tool: the framework's own files beside a page."""
    shutil.copytree(NODE_MODULES / "reveal.js" / "dist", place.out)
    script, slide = place.lines("reveal.js", "html").splitlines()
    slides = ["<section>First</section>", slide, re.sub(ELEMENTS[0], ELEMENTS[1], slide), "<section>Last</section>"]
    sheets = "".join(f'<link rel="stylesheet" href="{name}.css">' for name in ("reset", "reveal", "theme/white"))
    (place.out / "index.html").write_text(
        f"""<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Slides</title><link rel="icon" href="data:,">{sheets}{script}</head>
<body><div class="reveal"><div class="slides">{"".join(slides)}</div></div><script src="reveal.js"></script><script>Reveal.initialize({{ hash: true }})</script></body></html>""",
        encoding="utf-8",
    )


def vitepress(place: Place) -> None:
    place.copy("vitepress")
    place.write(".vitepress/documented.js", place.lines("VitePress", "js"))
    place.write_chapters("VitePress")
    place.write("index.md", TITLE)
    place.build("--outDir", place.out)


def docusaurus(place: Place) -> None:
    place.copy("docusaurus")
    place.write("documented.js", f"module.exports = {{\n{place.lines('Docusaurus', 'js')}\n}};\n")
    place.write_chapters("Docusaurus", "docs")
    place.write("docs/index.md", TITLE)
    place.build("--out-dir", place.out, "--no-minify")


def astro(place: Place) -> None:
    place.copy("astro")
    layout = place.source / "src/layouts/Chapter.astro"
    layout.write_text(layout.read_text(encoding="utf-8").replace("DOCUMENTED", place.lines("Astro", "html")))
    place.write_chapters("Astro", "src/pages", front="---\nlayout: /src/layouts/Chapter.astro\n---\n")
    place.write("src/pages/index.md", f"---\nlayout: /src/layouts/Chapter.astro\n---\n{TITLE}")
    place.build()
    shutil.move(place.source / "dist", place.out)


def react(place: Place) -> None:
    """In React's development form, in which StrictMode mounts twice; the page is rendered on a server."""
    place.copy("react")
    place.write("documented.jsx", place.lines("React", "jsx"))
    options = ["--bundle", "--jsx=automatic", '--define:process.env.NODE_ENV="development"', "--log-level=warning"]
    server = place.source / "server.cjs"
    run(ESBUILD, place.source / "server.jsx", *options, "--platform=node", f"--outfile={server}")
    run(ESBUILD, place.source / "client.jsx", *options, "--format=esm", f"--outfile={place.out / 'client.js'}")
    (place.out / "index.html").write_text(run("node", server), encoding="utf-8")


MAKE: dict[str, Callable[[Place], None]] = {
    made.__name__: made for made in (reveal, mdbook, hugo, notebook, vitepress, docusaurus, astro, react)
}


def make(tool: str, sources: Path, out: Path, site: str) -> None:
    """Into the folder of its name in `out`."""
    MAKE[tool](Place(sources / tool, out / tool, site))
