"""The face of the networks that read images: their texts, parameters and panels, and the images and weights that are files of the site."""

import json
import zlib
from collections.abc import Mapping
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from ..face import AddressParameter, Face, Files, Folder, Mode, Panel, ReadImages, Texts, code_mode, number, text
from ..files.arrays import MOST_BYTES
from ..files.notice import notice
from ..files.said import HIDDEN
from ..images.pixels import SAMPLES, SIDE, to_bytes
from ..words.catalogs import LANGUAGES, translator
from ..words.typography import unbroken
from ..words.wording import percentage
from . import reading
from .data_sets import DATA_SETS, FIRST
from .follow import view as follow
from .pad import address
from .trained import DATA, DEFAULT, load_network, measured_score
from .view import blank_view

RECORDED = range(20)
STEP = r"look|numbers|neuron|sum|squeeze|layer-\d{1,2}|votes|totals|softmax|answer|\d{1,2}"
IMAGES_A_FILE = 50  # a first view takes 39 kB
# What the panel of a reader's own network and web/integrations/README.md say; the tests run it.
PYTORCH = """\
from safetensors.torch import save_file

# model = nn.Sequential(nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 10))
save_file(model.state_dict(), "network.safetensors", {"activations": "relu,softmax"})"""
KERAS = """\
import numpy as np

# model = keras.Sequential([keras.Input((784,)), Dense(32, "relu"), Dense(10, "softmax")])
np.savez("network.npz", *model.get_weights(), activations=["relu", "softmax"])"""


def texts(t: NullTranslations) -> Texts:
    _ = t.gettext
    sentence = _("A larger one reads handwritten digits it has never seen and gets {accuracy} of them right.")
    summary = _(
        "Networks that have learned from 60,000 images say what they see in 10,000 others. The smallest, with 10 hidden neurons, reads {accuracy} of the handwritten digits right; the menu has larger ones, and others that recognise clothes, shoes and bags."
    )
    accuracy = percentage(measured_score().share, t)
    return Texts(
        title=DATA_SETS[FIRST].words(t).title,
        headline=_("Small networks that recognise images"),
        heading=_("Small networks that recognise images"),
        short=_("Digits"),
        sentence=unbroken(sentence.format(accuracy=accuracy)),
        summary=unbroken(summary.format(accuracy=accuracy)),
        link=_("Link to this image"),
        address=_("The address of this image"),
    )


def words(t: NullTranslations) -> dict[str, str]:
    _ = t.gettext
    return {
        "wrong_sample": _("“{value}” is not an image number: they run from {least} to {most}."),
        "wrong_drawing": _(
            "The link to a drawing is damaged: “{value}” is not complete. Here is the first image instead."
        ),
        "wrong_network": _("There is no network “{value}”. Here is the first one instead."),
        "wrong_step": _("“{value}” is not a step of this lesson, so it starts from the first one."),
        "unknown_step": _("“{value}” is not a step of this lesson, so it starts from the first one."),
        "wrong_data": _(
            "There is no data set “{value}”, or this network was not trained on it. Here is the one it was trained on."
        ),
    }


def parameters() -> Mapping[str, AddressParameter]:
    networks = [network for data in DATA_SETS for network in ordered(data)]
    return {
        "sample": number(0, SAMPLES - 1, RECORDED[0]),
        "drawing": text(address.PATTERN),
        "network": text("|".join(networks), DEFAULT),
        "data": text("|".join(DATA_SETS), FIRST),
        "step": text(STEP),
    }


def arguments(sample: int, read: ReadImages) -> dict[str, Any]:
    pixels, labels = read(FIRST)
    return {"sample": sample, "pixels": pixels[sample].tolist(), "label": int(labels[sample])}


# --- the networks that a reader may choose from, by data set


def networks_of(data: str) -> list[str]:
    """The trained networks for a data set, small ones first."""
    return sorted((path.stem for path in Path(DATA).glob(f"{data}_*.npz")), key=lambda name: load_network(name).sizes)


def ordered(data: str) -> list[str]:
    """The same, beginning with the one that reads it unless another is chosen."""
    first = DATA_SETS[data].network
    return [first, *(name for name in networks_of(data) if name != first)]


def values(t: NullTranslations) -> dict[str, Any]:
    """networks: what the menu says, each with its sizes and how it does on the test images."""
    menu = [
        {"data": data, "title": data_set.words(t).menu, "networks": [_entry(name, t) for name in ordered(data)]}
        for data, data_set in DATA_SETS.items()
    ]
    return {"networks": menu}


def _entry(name: str, t: NullTranslations) -> dict[str, str]:
    sizes = "-".join(map(str, load_network(name).sizes))
    return {"name": name, "title": f"{sizes} · {percentage(measured_score(name).share, t)}"}


def data(t: NullTranslations) -> dict[str, Any]:
    """sets: of each data set its networks, its classes, and what the demo says while it shows one of its images."""
    sets = {}
    for name, data_set in DATA_SETS.items():
        said = data_set.words(t)
        labels = {
            "title": said.title,
            "label": said.label,
            "find": said.find,
            "draw": said.draw,
            "invitation": said.invitation,
        }
        sets[name] = {"networks": ordered(name), "classes": said.classes, "labels": labels, "ghost": said.ghost}
    return {"sets": sets}


# --- files of the site


def image_files(data: str, read: ReadImages) -> Files:
    """images/<k>.bin with 784 bytes an image; labels.bin and predictions/<network>.bin with a byte an image; each with its sum behind."""
    pixels, labels = read(data)
    for place, start in enumerate(range(0, len(pixels), IMAGES_A_FILE)):
        yield f"images/{place}.bin", summed(to_bytes(pixels[start : start + IMAGES_A_FILE]))
    yield "labels.bin", summed(to_bytes(labels))
    for name in networks_of(data):
        yield f"predictions/{name}.bin", summed(to_bytes(reading.predict(pixels, load_network(name))))


def summed(content: bytes) -> bytes:
    """With its Adler-32 behind, four bytes, by which the page knows that nothing was altered on the way: any byte would be a grey level."""
    return content + zlib.adler32(content).to_bytes(4, "big")


def network_files(read: ReadImages) -> Files:
    """<network>.npz, the weights, and <language>/<network>.svg, how it is drawn while nothing is computed.

    Of the default one the weights, for whom asks before the Python has come that has them; its drawing is that of the demo.
    """
    for data in DATA_SETS:
        for name in networks_of(data):
            yield f"{name}.npz", (Path(DATA) / f"{name}.npz").read_bytes()
            for lang in LANGUAGES if name != DEFAULT else ():
                yield f"{lang}/{name}.svg", blank_view(translator(lang), name, data)["svg"].encode()


def followed_files(read: ReadImages) -> Files:
    """<language>/<sample>.json: the lessons that follow the recorded images through the first network."""
    pixels, labels = read(FIRST)
    for sample in RECORDED:
        seen = reading.read(reading.Sample(sample, pixels[sample], int(labels[sample])))
        for lang in LANGUAGES:
            lesson = follow.lesson(seen, None, None, None, translator(lang))
            yield f"{lang}/{sample}.json", json.dumps(lesson, ensure_ascii=False, separators=(",", ":")).encode()


FIRST_IMAGES = ("labels.bin", f"predictions/{DEFAULT}.bin", "images/0.bin")
FOLDERS = (
    *(Folder(name, partial(image_files, name), FIRST_IMAGES if name == FIRST else ()) for name in DATA_SETS),
    Folder("networks", network_files),
    Folder("follow", followed_files),
)


# --- modes and panels


def modes(t: NullTranslations) -> tuple[Mode, ...]:
    _ = t.gettext
    return (
        Mode("images", _("Test images"), short=t.pgettext("tab", "Images")),
        Mode("draw", _("Draw"), ("draw",)),
        Mode("inside", _("Look inside"), ("ask",), t.pgettext("tab", "Inside")),
        Mode("all", _("All 10,000"), ("all",), t.pgettext("tab", "10,000")),
        code_mode(t),
    )


def panels(t: NullTranslations) -> tuple[Panel, ...]:
    return (
        Panel(
            "drawing_pad",
            ("shared/panel", "image-network/pad/drawing-pad", "image-network/pad/pad-stage"),
            _pad_words(t),
            has_figures=True,
        ),
        Panel("follow", ("image-network/look-inside", "image-network/follow"), _follow_words(t), has_figures=True),
        Panel("look_inside", ("shared/panel", "image-network/look-inside"), has_figures=True),
        Panel("all_samples", ("shared/panel", "image-network/all-samples")),
        Panel(
            "own_network",
            ("shared/panel", "shared/network-files", "image-network/own-network"),
            values={
                "pytorch": PYTORCH,
                "keras": KERAS,
                "notice": notice("own-notice", t),
                "activations": ", ".join(HIDDEN),
            },
        ),
    )


def _follow_words(t: NullTranslations) -> dict[str, str]:
    return {"picture": t.gettext("What this step shows"), "back": t.gettext("Back"), "next": t.gettext("Next")}


def _pad_words(t: NullTranslations) -> dict[str, str]:
    _ = t.gettext
    return {
        "position": _("row {row}, column {column}"),
        "painted": _("row {row}, column {column}: painted"),
        "no_picture": _(
            "“{name}” is not an image this browser can read; use PNG, JPEG, WebP or similar. The drawing is unchanged."
        ),
        "large_picture": _("“{name}” is too large; the limit is {most} MB. The drawing is unchanged."),
        "empty_picture": _("“{name}” is an empty file; choose an image. The drawing is unchanged."),
        "heic_picture": _(
            "“{name}” is a photo in Apple’s format HEIC, which this browser cannot read. Save it as JPEG, or take a screenshot of it. The drawing is unchanged."
        ),
        "folder": _("“{name}” is a folder; choose one image. The drawing is unchanged."),
        "no_file": _(
            "An address or a text was dropped, not an image. Save the image as a file first, or copy it and paste it here. The drawing is unchanged."
        ),
        "no_ink": _(
            "No ink can be seen in “{name}”; the strokes must be clearly darker or brighter than the paper. The drawing is unchanged."
        ),
    }


FACE = Face(
    script="elements/image-network/forward-pass-mnist.js",
    styles=("image-network/digits",),
    height=1240,
    unit="sample",
    recorded=RECORDED,
    brought=2,
    is_packed=True,
    arguments=arguments,
    blank=blank_view,
    texts=texts,
    parameters=parameters,
    attributes=("sample", "drawing", "network", "data", "step"),
    example={"sample": 12},
    words=words,
    values=values,
    data=data,
    modes=modes,
    mode_at_front="draw",
    panels=panels,
    folders=FOLDERS,
    limits={"side": SIDE, "bytes": MOST_BYTES, "samples": SAMPLES},
)
