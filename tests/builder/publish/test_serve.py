"""The server for this machine behaves like a careful static host."""

import gzip
import http.client
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from builder.publish.serve import Server, free_server, serve, serving
from builder.shared.console import Failure

TEXT = b"console.log('hello');\n" * 100


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "python" / "0123456789ab").mkdir(parents=True)
    (site / "assets").mkdir()
    (site / "demos").mkdir()
    (site / "index.html").write_bytes(b"<!doctype html>" + TEXT)
    (site / "demos" / "index.html").write_bytes(b"<!doctype html><title>demos</title>")
    for name in (
        "a.mjs",
        "a.js",
        "a.wasm",
        "a.whl",
        "a.zip",
        "a.json",
        "a.css",
        "a.svg",
        "a.woff2",
        "a.bin",
        "python/0123456789ab/a.wasm",
    ):
        (site / name).write_bytes(TEXT)
    (tmp_path / "secret.txt").write_text("not of the site")
    return site


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with serving(folder) as running:
        yield running


def get(address: str, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    connection.request(
        "GET", parts.path.rstrip("/") + path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.wasm", "application/wasm"),
        ("a.whl", "application/zip"),
        ("a.zip", "application/zip"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.svg", "image/svg+xml"),
        ("a.woff2", "font/woff2"),
        ("a.bin", "application/octet-stream"),
    ],
)
def test_each_file_has_its_media_type(address: str, file: str, expected: str) -> None:
    response, body = get(address, f"/{file}")
    assert (response.status, response.getheader("Content-Type"), body) == (200, expected, TEXT)


def test_other_sites_may_read_it(address: str) -> None:
    assert get(address, "/a.wasm")[0].getheader("Access-Control-Allow-Origin") == "*"


@pytest.mark.parametrize("file", ["a.wasm", "a.whl", "a.zip", "a.json", "a.mjs", "a.bin"])
def test_gzip_is_used_where_it_is_accepted(address: str, file: str) -> None:
    response, body = get(address, f"/{file}", Accept_Encoding="gzip, br")
    assert response.getheader("Content-Encoding") == "gzip"
    assert gzip.decompress(body) == TEXT


def test_what_is_packed_already_is_left_alone(address: str) -> None:
    response, body = get(address, "/a.woff2", Accept_Encoding="gzip")
    assert (response.getheader("Content-Encoding"), body) == (None, TEXT)


def test_a_browser_that_has_the_file_gets_304_and_no_body(address: str) -> None:
    first, _ = get(address, "/a.wasm")
    for name in ("ETag", "Last-Modified"):
        condition = {"ETag": "If_None_Match", "Last-Modified": "If_Modified_Since"}[name]
        again, body = get(address, "/a.wasm", **{condition: first.getheader(name) or ""})
        assert (again.status, body) == (304, b"")


def test_a_changed_file_is_sent_again(address: str, folder: Path) -> None:
    first, _ = get(address, "/a.js", Accept_Encoding="gzip")
    (folder / "a.js").write_bytes(TEXT + b"// changed\n")
    os.utime(folder / "a.js", (2_000_000_000, 2_000_000_000))
    again, body = get(address, "/a.js", Accept_Encoding="gzip", If_None_Match=first.getheader("ETag") or "")
    assert again.status == 200
    assert gzip.decompress(body).endswith(b"// changed\n")


def test_files_are_asked_for_again_unless_their_folder_is_named_by_their_content(address: str) -> None:
    assert get(address, "/a.wasm")[0].getheader("Cache-Control") == "no-cache"
    assert "immutable" in (get(address, "/python/0123456789ab/a.wasm")[0].getheader("Cache-Control") or "")


def test_a_folder_is_its_index_and_wants_its_slash(address: str) -> None:
    assert b"<title>demos" in get(address, "/demos/?seed=3")[1]
    response, _ = get(address, "/demos?seed=3")
    assert (response.status, response.getheader("Location")) == (301, "/demos/?seed=3")


@pytest.mark.parametrize(
    "path", ["/missing", "/assets/", "/../secret.txt", "/%2e%2e/secret.txt", "/demos/../../secret.txt"]
)
def test_anything_else_is_404(address: str, path: str) -> None:
    assert get(address, path)[0].status == 404


def test_a_site_can_live_below_a_path(folder: Path) -> None:
    with serving(folder, "/some/path") as address:
        assert address.endswith("/some/path/")
        assert get(address, "/a.wasm")[1] == TEXT
        assert get(address.replace("/some/path/", ""), "/a.wasm")[0].status == 404


def test_one_connection_serves_many_requests(address: str) -> None:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    for method, length in (("GET", len(TEXT)), ("HEAD", 0), ("GET", len(TEXT))):
        connection.request(method, "/a.js")
        response = connection.getresponse()
        assert (response.status, len(response.read()), response.getheader("Content-Length")) == (
            200,
            length,
            str(len(TEXT)),
        )
    connection.close()


def test_a_reader_who_leaves_in_the_middle_is_no_trouble(
    address: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "large.bin").write_bytes(os.urandom(20_000_000))
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname or "", parts.port or 0)) as leaving:
        leaving.sendall(b"GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n")
        leaving.recv(1000)
    assert get(address, "/a.js")[0].status == 200
    assert capfd.readouterr().err == ""


def test_a_taken_port_means_the_next_free_one(folder: Path) -> None:
    with Server(folder, 0) as first, free_server(folder, first.server_port) as second:
        assert first.server_port < second.server_port < first.server_port + 20


def test_where_nothing_was_built_the_message_says_how_to_build(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"There is no site in .*\n.*build\.py build"):
        serve(tmp_path, 0)


def test_ending_leaves_no_thread(folder: Path) -> None:
    before = threading.active_count()
    with serving(folder):
        assert threading.active_count() > before
    assert threading.active_count() == before
