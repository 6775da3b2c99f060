"""What comes into a demo only when it is first used, as a file of its own: markup, style and words."""

from gettext import NullTranslations
from typing import Any

from forwardpass.descent import RATES, USUAL_RATE
from forwardpass.figures import stylesheet
from forwardpass.translation import translator

from .shell import Demo
from .templates import render, style_sheet

# What the panel of a reader's own network and web/integrations/README.md say; the tests run it.
PYTORCH = """\
from safetensors.torch import save_file

# model = nn.Sequential(nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 10))
save_file(model.state_dict(), "network.safetensors", {"activations": "relu,softmax"})"""
KERAS = """\
import numpy as np

# model = keras.Sequential([keras.Input((784,)), Dense(32, "relu"), Dense(10, "softmax")])
np.savez("network.npz", *model.get_weights(), activations=["relu", "softmax"])"""

Panel = dict[str, Any]


def panels(demo: Demo, lang: str) -> dict[str, Panel]:
    """Name → markup, style sheet and words of each panel of a demo."""
    t, figures = translator(lang), stylesheet()
    sharing = panel("sharing", lang, "", demo=demo)
    if demo.steps:
        learning = panel("learning", lang, sheet("learning"), rates=RATES, usual=USUAL_RATE)
        return {"sharing": sharing, "learning": learning}
    pad = panel("drawing_pad", lang, figures + sheet("panel", "drawing-pad"), _pad_words(t))
    inside = panel("look_inside", lang, figures + sheet("panel", "look-inside"), {})
    everything = panel("all_samples", lang, sheet("panel", "all-samples"))
    own = panel("own_network", lang, sheet("panel", "own-network"), pytorch=PYTORCH, keras=KERAS)
    return {
        "sharing": sharing,
        "drawing_pad": pad,
        "look_inside": inside,
        "all_samples": everything,
        "own_network": own,
    }


def panel(name: str, lang: str, css: str, words: dict[str, str] | None = None, **values: Any) -> Panel:
    """values: what the template of its name is filled with."""
    return {"html": render(f"pages/panels/{name}.html", lang, **values), "css": css, "words": words or {}}


def sheet(*names: str) -> str:
    return style_sheet(*(f"elements/{name}.css" for name in names))


def _pad_words(t: NullTranslations) -> dict[str, str]:
    _ = t.gettext
    return {
        "position": _("row {row}, column {column}"),
        "painted": _("row {row}, column {column}: painted"),
        "no_picture": _(
            "“{name}” is no image that this browser can read; expected PNG, JPEG, WebP or the like. The drawing is as it was."
        ),
        "large_picture": _("“{name}” is too large; expected an image of {most} MB at most. The drawing is as it was."),
        "no_ink": _(
            "In “{name}” there is no ink to be seen; expected strokes that are clearly darker or brighter than the paper. The drawing is as it was."
        ),
    }
