"""The scripts: web/embed.js with its chunks, the worker, and those of the pages for frames, by esbuild."""

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
ALONE = {"worker": "python/worker.js", "runtime": "python/runtime.js", "frame": "elements/frame-page.js"}


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
    for name, source in ALONE.items():
        run_tool("esbuild", f"{name}={WEB / source}", *OPTIONS, f"--outdir={dist / 'assets'}")
