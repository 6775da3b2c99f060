"""axe-core on a page in every look that it can have: both themes, at three widths."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from builder.shared.paths import NODE_MODULES

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
Found = list[tuple[str, list[str]]]


def faults(page: Page, within: str | tuple[str, str] = "html") -> dict[str, Found]:
    """Look → rules broken, each with its elements; nothing for looks without any.

    within: a selector; or that of a host and one inside its shadow root; everything by itself."""
    return {look: found for look in looks(page) if (found := violations(page, within))}


def looks(page: Page) -> Iterator[str]:
    """The page in one look after the other, which takes no loading."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            yield f"{scheme}, {width} px"


def violations(page: Page, within: str | tuple[str, str] = "html") -> Found:
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    result: dict[str, Any] = page.evaluate(
        "within => axe.run(within === 'html' ? document : within, { resultTypes: ['violations'], iframes: false })",
        within if isinstance(within, str) else {"fromShadowDom": list(within)},
    )
    return [(broken["id"], [node["html"][:200] for node in broken["nodes"]]) for broken in result["violations"]]
