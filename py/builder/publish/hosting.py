"""Files that tell static hosts how to serve the site; a host that does not know them leaves them alone."""

from pathlib import Path

from .hashed_folders import parts

FOR_GOOD = "public, max-age=31536000, immutable"


def write_hosting(dist: Path) -> None:
    """Needs all parts. _headers, for Netlify and Cloudflare: books of other origins may load modules, and what is named by its content may be kept.
    .nojekyll, for GitHub Pages: nothing is to be converted.
    """
    rules = {
        "/*": "Access-Control-Allow-Origin: *",
        **{f"/{part}/*": f"Cache-Control: {FOR_GOOD}" for part in parts(dist)},
    }
    (dist / "_headers").write_text("".join(f"{path}\n  {header}\n" for path, header in rules.items()), encoding="utf-8")
    (dist / ".nojekyll").write_text("", encoding="utf-8")
