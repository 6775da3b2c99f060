"""The networks for images as files of the site: their weights, and how each is drawn while nothing is computed yet."""

import shutil
from pathlib import Path

from forwardpass import api
from forwardpass.data_sets import DATA_SETS
from forwardpass.trained import DATA

from .image_files import networks_of


def write_networks(target: Path) -> None:
    """<network>.npz and <language>/<network>.svg, fetched when somebody chooses it; the weights of the default one, which come with Python, where they are asked for before it has come."""
    for data in DATA_SETS:
        for name in networks_of(data):
            shutil.copyfile(Path(DATA) / f"{name}.npz", target / f"{name}.npz")
            for lang in api.LANGUAGES:
                write_blank(target / lang / f"{name}.svg", api.blank(api.DEMOS[1], lang, network=name, data=data))


def write_blank(path: Path, view: api.View) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(view["svg"], encoding="utf-8")
