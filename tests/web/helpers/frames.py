"""A demo in a frame of somebody else's page, whose height follows it."""

from playwright.sync_api import FrameLocator, Page

from .books import Book

# The lines for the parent that web/integrations/README.md gives.
LISTENER = """<script>
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "forward-pass:height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
});
</script>"""


def frame(book: Book, path: str, query: str = "") -> str:
    return f'<iframe src="{book.site}{path}{query}" style="width: 100%; height: 400px; border: 0"></iframe>'


def inside(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")
