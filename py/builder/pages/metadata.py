"""What search engines and those who share a link get, where the site's address is known: sitemap.xml, robots.txt, the picture of a page."""

from pathlib import Path
from typing import Any

from forwardpass.svg.markup import element, join
from forwardpass.words.catalogs import translator

from ..figures.figure_files import SHARE_HEIGHT, SHARE_WIDTH, share_file

NOT_LISTED = {"embed"}  # folders of pages that are made for frames
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def share(lang: str, site_url: str | None) -> dict[str, Any] | None:
    """The picture for Open Graph; nothing without an address."""
    if site_url is None:
        return None
    _ = translator(lang).gettext
    return {
        "url": f"{site_url.rstrip('/')}/{share_file(lang)}",
        "width": SHARE_WIDTH,
        "height": SHARE_HEIGHT,
        "alt": _("A network of three inputs, two hidden neurons and one output"),
    }


def write_metadata(dist: Path, site_url: str) -> None:
    """List every page of dist/."""
    site = site_url.rstrip("/")
    files = (file.relative_to(dist) for file in sorted(dist.rglob("index.html")))
    urls = [f"{site}/{file.as_posix().removesuffix('index.html')}" for file in files if not NOT_LISTED & {*file.parts}]
    entries = join(*(element("url", element("loc", url)) for url in urls))
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n{element("urlset", entries, xmlns=NAMESPACE)}\n'
    (dist / "sitemap.xml").write_text(text, encoding="utf-8")
    (dist / "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {site}/sitemap.xml\n", encoding="utf-8")
