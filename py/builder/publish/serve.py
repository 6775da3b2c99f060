"""A static server for this machine: the media types that Pyodide wants, 304 for what a browser has, gzip as static hosts do it, any sub-path."""

import gzip
import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from ..shared.console import Failure, say
from .hashed_folders import NAME
from .hosting import FOR_GOOD, FOR_OTHER_ORIGINS

MEDIA_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".zip": "application/zip",
    ".bin": "application/octet-stream",
    ".gz": "application/gzip",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
}
PACKED_ALREADY = (".woff2", ".png", ".jpg", ".webp", ".gz")
SMALLEST_TO_PACK = 500
PORTS_TO_TRY = 20
NAMED_BY_CONTENT = re.compile(rf"/[a-z]+/{NAME}/")


class Handler(BaseHTTPRequestHandler):
    """Serves `folder` below `prefix`, which is "" or like "/some/path"."""

    protocol_version = "HTTP/1.1"  # keeps connections open
    disable_nagle_algorithm = True
    folder: Path
    prefix = ""

    def do_GET(self) -> None:
        self.answer(with_body=True)

    def do_HEAD(self) -> None:
        self.answer(with_body=False)

    def answer(self, with_body: bool) -> None:
        asked = urlsplit(self.path)
        file = self.find(unquote(asked.path))
        if file is None:
            self.respond(HTTPStatus.NOT_FOUND, b"Not found\n", {"Content-Type": "text/plain"}, with_body)
        elif file.is_dir():
            self.respond(
                HTTPStatus.MOVED_PERMANENTLY,
                b"",
                {"Location": asked._replace(path=asked.path + "/").geturl()},
                with_body,
            )
        else:
            self.send_static(file, with_body)

    def find(self, path: str) -> Path | None:
        """The file of a path; a folder's index.html; the folder itself where the slash at the end is missing; None for anything else."""
        if not path.startswith(self.prefix + "/"):
            return None
        file = (self.folder / path[len(self.prefix) + 1 :]).resolve()
        if not file.is_relative_to(self.folder.resolve()):
            return None
        if file.is_dir() and path.endswith("/"):
            file /= "index.html"
        return file if file.exists() else None

    def send_static(self, file: Path, with_body: bool) -> None:
        status = file.stat()
        tag = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
        headers = {
            "Content-Type": media_type(file),
            "Last-Modified": self.date_time_string(int(status.st_mtime)),
            "ETag": tag,
            "Cache-Control": FOR_GOOD if NAMED_BY_CONTENT.search(file.as_posix()) else "no-cache",
            "Vary": "Accept-Encoding",
        }
        if self.has(tag, headers["Last-Modified"]):
            self.respond(HTTPStatus.NOT_MODIFIED, b"", headers, with_body)
            return
        packed = "gzip" in self.headers.get("Accept-Encoding", "") and packed_content(file, tag)
        if packed:
            headers["Content-Encoding"] = "gzip"
        self.respond(HTTPStatus.OK, packed or file.read_bytes(), headers, with_body)

    def has(self, tag: str, modified: str) -> bool:
        """Whether the browser says that it has this very version."""
        known = self.headers.get("If-None-Match")
        return tag in known if known else self.headers.get("If-Modified-Since") == modified

    def respond(self, status: HTTPStatus, body: bytes, headers: dict[str, str], with_body: bool) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        for name, value in FOR_OTHER_ORIGINS.items():
            self.send_header(name, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body and status != HTTPStatus.NOT_MODIFIED:
            self.wfile.write(body)

    def handle(self) -> None:
        try:
            super().handle()
        except (ConnectionError, TimeoutError):
            self.close_connection = True  # the reader has left

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  its name in the base class
        """Quiet."""


def media_type(file: Path) -> str:
    kind = MEDIA_TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind == "application/json" else kind


@lru_cache(maxsize=512)
def packed_content(file: Path, tag: str) -> bytes | None:
    """The file by gzip, kept; None where that gains nothing. tag: its version."""
    content = file.read_bytes()
    if file.suffix in PACKED_ALREADY or len(content) < SMALLEST_TO_PACK:
        return None
    return gzip.compress(content, compresslevel=6, mtime=0)


class Server(ThreadingHTTPServer):
    """One thread a connection; none of them keeps the program from ending."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path, port: int, prefix: str = "", handler: type[Handler] = Handler) -> None:
        ours = type("FolderHandler", (handler,), {"folder": folder, "prefix": prefix})
        super().__init__(("127.0.0.1", port), ours)
        self.address = f"http://localhost:{self.server_port}{prefix}/"

    def server_bind(self) -> None:
        """As HTTPServer does it, but without asking the network for this machine's name."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "localhost", self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a connection early is no error."""


@contextmanager
def serving(folder: Path, prefix: str = "", handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve a folder on a free port while the block runs; gives the address, with a slash at its end."""
    server = Server(folder, 0, prefix, handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def serve(folder: Path, port: int) -> None:
    """Serve a folder until Ctrl-C, on this port or the next free one."""
    if not (folder / "index.html").is_file():
        raise Failure(f"There is no site in {folder}.", "Build it: python3 build.py build")
    with free_server(folder, port) as server:
        if server.server_port != port:
            say(f"Port {port} is taken.")
        say(f"\nForward Pass is at {server.address}   (Ctrl-C stops it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("\nStopped.")


def free_server(folder: Path, port: int) -> Server:
    for candidate in range(port, port + PORTS_TO_TRY):
        try:
            return Server(folder, candidate)
        except (OSError, OverflowError):
            continue
    raise Failure(
        f"None of the ports {port} to {port + PORTS_TO_TRY - 1} can be used.",
        "Name another: python3 build.py serve --port 8123",
    )
