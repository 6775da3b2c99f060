"""Files that tell static hosts how to serve the site; a host that does not know them leaves them alone."""

from pathlib import Path

HEADERS = """/*
  Access-Control-Allow-Origin: *
"""


def write_hosting(dist: Path) -> None:
    """_headers, for Netlify and Cloudflare: books of other origins may load modules. .nojekyll, for GitHub Pages: nothing is to be converted."""
    (dist / "_headers").write_text(HEADERS, encoding="utf-8")
    (dist / ".nojekyll").write_text("", encoding="utf-8")
