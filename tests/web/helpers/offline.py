"""A site that can be changed and switched off, and what a browser keeps of it."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from builder.offline import site_files
from builder.publish.serve import Handler
from builder.python.ways import WAYS
from builder.shared.waiting import wait_until

PREFIX = "/books/forward"
SECONDS = 60
DEMO = "demos/simple_forward_pass/"
NOTHING_COMES = "navigator.serviceWorker.ready.then(({ installing, waiting }) => !installing && !waiting)"
SNAPSHOT = """caches.keys()
  .then((names) => Promise.all(names.filter((name) => name.includes('snapshot')).map((name) => caches.open(name))))
  .then((found) => Promise.all(found.map((cache) => cache.keys())))
  .then((files) => files.flat().length > 0)"""
MISSING = """async (addresses) => {
  const found = await Promise.all(addresses.map((address) => caches.match(address)));
  return addresses.filter((_, i) => !found[i]);
}"""


@dataclass
class Site:
    """A site that can be changed and switched off, and the paths that were asked for."""

    folder: Path
    address: str = ""
    on: bool = True
    asked: list[str] = field(default_factory=list)

    def handler(self) -> type[Handler]:
        own = self

        class Watched(Handler):
            def answer(self, with_body: bool) -> None:
                if not own.on:
                    raise ConnectionError
                own.asked.append(self.path.removeprefix(f"{PREFIX}/"))
                super().answer(with_body)

        return Watched


def wait_until_kept(page: Page, own: Site, lang: str) -> None:
    """Until the cache has every file of a language."""
    addresses = [own.address + file["path"] for file in site_files(own.folder, WAYS) if lang in file["langs"]]
    wait_until(page, f"everything of {lang} in the cache", lambda: not page.evaluate(MISSING, addresses), SECONDS)


def wait_for(page: Page, promise: str) -> None:
    """Until a promise of the page is kept with something true."""
    wait_until(page, promise, lambda: page.evaluate(promise), SECONDS)
