"""The form in which a reader chooses another network: how many layers, and for each its neurons and its activation."""

from collections.abc import Iterable
from gettext import NullTranslations

from ...errors import WrongArgument
from ...files.notice import notice
from ...svg.markup import Markup, element, join
from ...words.activations import ELEMENTWISE, activation_name
from .architecture import MOST_LAYERS, MOST_NEURONS, Architecture

NEW_LAYER = (3, "sigmoid")


def network_form(architecture: Architecture, t: NullTranslations) -> Markup:
    """Selects named "layers", "size" (one a column) and "activation" (one a layer); a change of "layers" wants another form."""
    _, sizes = t.gettext, architecture.sizes
    layers = [
        element(
            "fieldset",
            element("legend", _layer_title(layer, len(sizes), t)),
            _select(_("Neurons"), "size", _numbers(MOST_NEURONS), str(sizes[layer])),
            _select(
                _("Activation"),
                "activation",
                [(name, activation_name(name, t)) for name in ELEMENTWISE],
                architecture.activations[layer - 1],
            ),
        )
        for layer in range(1, len(sizes))
    ]
    inputs = _select(_("Inputs"), "size", _numbers(MOST_NEURONS), str(sizes[0]))
    count = _select(_("Layers"), "layers", _numbers(MOST_LAYERS), str(len(sizes) - 1), action="layers")
    button = element("button", _("Show this network"))
    form = element("form", count, inputs, *layers, button, data_action="network", class_="network-form")
    return join(form, _files(t))


def _files(t: NullTranslations) -> Markup:
    """A network from a file, and the one on screen as a file."""
    field = element("input", type="file", aria_describedby="network-notice")
    hint = t.gettext("A network from a file (.npz, .safetensors or JSON); its numbers are rounded to one decimal")
    saving = (
        element("button", name, type="button", data_action="save", value=kind, aria_describedby="network-save")
        for kind, name in (("npz", "NumPy .npz"), ("safetensors", ".safetensors"), ("json", "JSON"))
    )
    return element(
        "div",
        element("label", hint, field),
        notice("network-notice", t),
        element("p", t.gettext("Save the current network"), id="network-save"),
        element("div", *saving, class_="network-save"),
        class_="network-files",
    )


def with_layers(architecture: Architecture, count: int) -> Architecture:
    """As many of its layers, the output last; new ones stand before it. Raises WrongArgument."""
    if not 1 <= count <= MOST_LAYERS:
        raise WrongArgument(f"{count} layers; expected 1 to {MOST_LAYERS}")
    sizes, activations = list(architecture.sizes), list(architecture.activations)
    while len(activations) > count:
        del sizes[-2], activations[-2]
    while len(activations) < count:
        sizes.insert(-1, NEW_LAYER[0])
        activations.insert(-1, NEW_LAYER[1])
    return Architecture(tuple(sizes), tuple(activations))


def _layer_title(layer: int, columns: int, t: NullTranslations) -> str:
    if layer == columns - 1:
        return t.gettext("Output layer")
    return t.gettext("Hidden layer {number}").format(number=layer)


def _numbers(most: int) -> list[tuple[str, str]]:
    return [(str(number), str(number)) for number in range(1, most + 1)]


def _select(
    label: str, name: str, options: Iterable[tuple[str, str]], chosen: str, action: str | None = None
) -> Markup:
    return element(
        "label",
        label,
        element(
            "select",
            *(
                element("option", text, value=value, selected="selected" if value == chosen else None)
                for value, text in options
            ),
            name=name,
            data_action=action,
            autocomplete="off",
        ),
    )
