"""The oldest browsers in which the site works, as package.json names them."""

import json

from ..shared.paths import ROOT

FOR_ESBUILD = {"ios_saf": "ios"}  # where browserslist has another name


def oldest() -> list[tuple[str, str]]:
    """("safari", "16.4"), …"""
    named: list[str] = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["browserslist"]
    return [(name, version) for name, version in (each.rsplit(" ", 1) for each in named)]


def esbuild_target() -> str:
    return ",".join(f"{FOR_ESBUILD.get(name, name)}{version}" for name, version in oldest())
