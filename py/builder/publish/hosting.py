"""Files that tell static hosts how to serve the site; a host that does not know them leaves them alone."""

from pathlib import Path

from .hashed_folders import parts

FOR_GOOD = "public, max-age=31536000, immutable"
FOR_OTHER_ORIGINS = {
    "Access-Control-Allow-Origin": "*",  # books load modules
    "Cross-Origin-Resource-Policy": "cross-origin",  # also those that are cross-origin isolated,
    "Cross-Origin-Embedder-Policy": "require-corp",  # whose frames must be, too
}


def write_hosting(dist: Path) -> None:
    """Needs all parts. _headers, for Netlify and Cloudflare: books of other origins may load modules, and what is named by its content may be kept.
    .nojekyll, for GitHub Pages: nothing is to be converted.
    """
    rules = {"/*": FOR_OTHER_ORIGINS, **{f"/{part}/*": {"Cache-Control": FOR_GOOD} for part in parts(dist)}}
    lines = (line for path, headers in rules.items() for line in (path, *(f"  {k}: {v}" for k, v in headers.items())))
    (dist / "_headers").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    (dist / ".nojekyll").write_text("", encoding="utf-8")
