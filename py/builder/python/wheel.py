"""Our package as a wheel, with its catalogs and weights, by hatchling; and in it the packages of demos that are added."""

import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.wheel import WheelBuilder

from ..shared.added import package_files
from ..shared.console import Failure
from ..shared.paths import ROOT


def make_wheel(folder: Path) -> Path:
    """Build the wheel of py/forwardpass into a folder; the same bytes from the same files."""
    with tempfile.TemporaryDirectory() as temporary:
        try:
            (wheel,) = WheelBuilder(str(ROOT), config=project()).build(directory=temporary)
        except (OSError, ValueError, TypeError) as error:
            raise Failure(f"The wheel of forwardpass could not be built: {error}") from error
        return Path(wheel).rename(folder / Path(wheel).name)


def project() -> dict[str, Any]:
    """pyproject.toml, with what else is to be in the wheel."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    config["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"] = {
        str(file): place for file, place in package_files()
    }
    return config
