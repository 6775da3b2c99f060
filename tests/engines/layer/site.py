"""The built site as engines are shown it: its pages write down what their consoles are told, and what their Python does. It can be switched off."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from builder.publish.serve import Handler, serving

# Before anything else in a page. Not every driver hears what a console is told, nor can one ask a worker for its marks.
WATCH = """<script>
window.troubles = [];
window.marks = [];
for (const kind of ["error", "warn"]) {
  const say = console[kind].bind(console);
  console[kind] = (...words) => { troubles.push(words.map(String).join(" ")); say(...words); };
}
addEventListener("error", ({ message, filename }) => troubles.push(`${message} ${filename}`));
addEventListener("unhandledrejection", ({ reason }) => troubles.push(`unhandled: ${reason}`));
new BroadcastChannel("marks").onmessage = ({ data }) => marks.push(data);
delete Navigator.prototype.serviceWorker; // what it keeps would be fetched beside the tests
</script>"""
TELL = b"""const marks = new BroadcastChannel("marks"), mark = performance.mark.bind(performance);
performance.mark = (name, ...more) => { marks.postMessage(name); return mark(name, ...more); };
"""


@dataclass
class Site:
    """Where it is, and whether it answers."""

    folder: Path
    kept: bool = False  # whether a service worker may keep it, which takes the very files alone
    address: str = ""
    on: bool = True

    def handler(self) -> type[Handler]:
        own = self

        class Watching(Handler):
            def answer(self, with_body: bool) -> None:
                if not own.on:
                    raise ConnectionError
                super().answer(with_body)

            def send_static(self, file: Path, with_body: bool) -> None:
                if own.kept:
                    super().send_static(file, with_body)
                elif file.suffix == ".html":
                    body = file.read_bytes().replace(b"<head>", b"<head>" + WATCH.encode(), 1)
                    self.respond(HTTPStatus.OK, body, {"Content-Type": "text/html; charset=utf-8"}, with_body)
                elif file.name == "worker.js":
                    self.respond(
                        HTTPStatus.OK, TELL + file.read_bytes(), {"Content-Type": "text/javascript"}, with_body
                    )
                else:
                    super().send_static(file, with_body)

        return Watching


@contextmanager
def site(folder: Path, kept: bool = False) -> Iterator[Site]:
    made = Site(folder, kept)
    with serving(folder, "", made.handler()) as address:
        made.address = address
        yield made
