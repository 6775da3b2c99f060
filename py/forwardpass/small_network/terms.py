"""What things are called in the reader's language: layers, neurons, the numbers that can be changed, and steps that belong together."""

from gettext import NullTranslations
from itertools import groupby
from typing import TYPE_CHECKING

from ..words.activations import activation_name
from ..words.wording import listed
from .arithmetic import neuron_name
from .problem.architecture import Architecture
from .steps import Kind, Neuron, Step

if TYPE_CHECKING:
    from .. import messages as m


def activations_in_words(architecture: Architecture, t: NullTranslations) -> str:
    """One where all layers have the same, else one a layer."""
    names = [activation_name(activation, t) for activation in architecture.activations]
    if len(set(names)) == 1:
        return t.gettext("{activation} activation").format(activation=names[0])
    return t.gettext("activations layer by layer: {activations}").format(activations=listed(names, t))


def columns_in_words(sizes: tuple[int, ...], t: NullTranslations) -> str:
    """3 inputs, 2 hidden neurons, 1 output"""
    hidden = sizes[1:-1]
    counts = [t.ngettext("{count} input", "{count} inputs", sizes[0]).format(count=sizes[0])]
    if hidden:
        words = t.ngettext("{count} hidden neuron", "{count} hidden neurons", sum(hidden))
        counts.append(words.format(count=" + ".join(map(str, hidden))))
    counts.append(t.ngettext("{count} output", "{count} outputs", sizes[-1]).format(count=sizes[-1]))
    return listed(counts, t)


def layer_name(layer: int, sizes: tuple[int, ...], t: NullTranslations) -> str:
    """layer: 0 is the first with weights."""
    _ = t.gettext
    if layer == len(sizes) - 2:
        return _("the output layer")
    return _("the hidden layer") if len(sizes) == 3 else _("hidden layer {number}").format(number=layer + 1)


def neuron_title(neuron: Neuron, sizes: tuple[int, ...], t: NullTranslations) -> str:
    """A neuron with weights, as a headline."""
    _, (column, index) = t.gettext, neuron
    if column == len(sizes) - 1:
        return _("The output") if sizes[-1] == 1 else _("Output {number}").format(number=index + 1)
    if len(sizes) == 3:
        return _("Hidden neuron {number}").format(number=index + 1)
    return _("Hidden layer {layer}, neuron {number}").format(layer=column, number=index + 1)


def place_label(place: str, sizes: tuple[int, ...], t: NullTranslations) -> str:
    """What a number that can be changed is, for readers who hear it."""
    _ = t.gettext
    match place.split("-"):
        case ["x", number]:
            return _("Input {name}").format(name=neuron_name(sizes, (0, int(number))).text)
        case ["y", number]:
            name = neuron_name(sizes, (len(sizes) - 1, int(number))).text.replace("ŷ", "y")
            return _("Target {name}").format(name=name)
        case [_role, "b", layer, target]:
            return _("Bias of {neuron}").format(neuron=neuron_name(sizes, (int(layer) + 1, int(target))).text)
        case [_role, "w", layer, target, source]:
            return _("Weight from {source} to {target}").format(
                source=neuron_name(sizes, (int(layer), int(source))).text,
                target=neuron_name(sizes, (int(layer) + 1, int(target))).text,
            )
    raise ValueError(f"no number at {place!r}; expected a place of a problem")


def grouped(steps: list[Step], t: NullTranslations) -> "list[m.StepGroup]":
    """The steps of a lesson in named groups, in order; each is in one of them."""
    names = _names_of_groups(t)
    runs = groupby(enumerate(steps), lambda place: names[place[1].kind])
    found = [(title, [index for index, _ in run]) for title, run in runs]
    return [{"title": title, "first": places[0], "count": len(places)} for title, places in found]


def _names_of_groups(t: NullTranslations) -> dict[Kind, str]:
    _ = t.gettext
    return {
        **dict.fromkeys((Kind.DATA, Kind.LAYER, Kind.INPUT), _("Set up")),
        Kind.NEURON: _("Forward"),
        Kind.ERROR: _("Error"),
        **dict.fromkeys((Kind.BEST, Kind.PASS, Kind.CONCLUSION), _("Better")),
    }
