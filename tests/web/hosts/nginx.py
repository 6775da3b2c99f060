"""A folder served by nginx as Debian ships it: with its own settings and types, on a free port, its files elsewhere than the system's."""

import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from builder.shared.console import Failure
from builder.shared.tools import programs

SETTINGS = Path("/etc/nginx/nginx.conf")
BARE = "server { listen 80; root /var/www/forward-pass; }"
# What is put elsewhere: files of the system's own nginx, its other servers, and modules that no static host needs.
OF_THE_SYSTEM = re.compile(
    r"^\s*(user|pid|error_log|access_log|include /etc/nginx/(conf\.d|sites-enabled|modules-enabled)/).*;", re.M
)
SPOOLS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
SECONDS, PAUSE = 10, 0.02


@contextmanager
def serving_by_nginx(server: str, folder: Path, home: Path) -> Iterator[str]:
    """server: its lines, of which port and root are put in. Gives the address, with a slash at its end. Raises Failure where it does not start."""
    port = free_port()
    own = re.sub(r"\broot [^;]+;", f"root {folder};", re.sub(r"\blisten 80;", f"listen 127.0.0.1:{port};", server))
    file = home / "nginx.conf"
    file.write_text(settings(own, home), encoding="utf-8")
    command = [programs("nginx")["nginx"] or "nginx", "-e", str(home / "error.log"), "-p", str(home), "-c", str(file)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        try:
            wait_for(port, running, home / "error.log")
            yield f"http://localhost:{port}/"
        finally:
            running.terminate()


def settings(server: str, home: Path) -> str:
    """Debian's, with this server alone."""
    spools = "".join(f"{name}_temp_path {home / name};\n" for name in SPOOLS)
    inside = f"http {{\naccess_log off;\n{spools}{server}\n"
    text = OF_THE_SYSTEM.sub("", SETTINGS.read_text(encoding="utf-8")).replace("http {", inside, 1)
    return f"daemon off;\nuser root;\npid {home / 'pid'};\n{text}"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS
    while running.poll() is None and time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        with suppress(subprocess.TimeoutExpired):
            running.wait(PAUSE)
    raise Failure(f"nginx did not start within {SECONDS} s: {log.read_text(encoding='utf-8')}")
