"""The scripts: web/embed.js with its chunks, and the worker, by esbuild."""

from pathlib import Path

from .node import run_tool
from .paths import WEB

OPTIONS = (
    "--bundle",
    "--format=esm",
    "--target=es2022",
    "--minify",
    "--sourcemap",
    "--loader:.css=text",
    "--log-level=warning",
)


def write_bundle(dist: Path) -> None:
    """embed.js, assets/*.js and their source maps."""
    run_tool(
        "esbuild",
        f"embed={WEB / 'embed.js'}",
        *OPTIONS,
        "--splitting",
        f"--outdir={dist}",
        "--chunk-names=assets/[name]-[hash]",
    )
    run_tool("esbuild", f"worker={WEB / 'python' / 'worker.js'}", *OPTIONS, f"--outdir={dist / 'assets'}")
