"""(image, network, language) → all views of the lesson that follows the image through the network."""

from gettext import NullTranslations
from typing import TYPE_CHECKING

from ...images.pixels import CLASSES
from ...svg.figure import Figure
from ...svg.markup import Markup, element
from ...words.blocks import Narration
from ...words.typography import unbroken
from ..data_sets import Words, data_set
from ..inside.view import SelectedNeuron, title_of
from ..reading import Reading
from .drawing.draw import draw
from .narration import narrate
from .numpy_code import code
from .steps import ABOUT_A_NEURON, Followed, FollowStep, Stop, follow, make_lesson

if TYPE_CHECKING:
    from ... import messages as m


def lesson(
    reading: Reading, neuron: str | None, voted: int | None, rival: int | None, t: NullTranslations
) -> "m.FollowLesson":
    """All steps, their drawings equally high. neuron, voted, rival: what the reader has chosen, as in steps.follow."""
    words = data_set(reading.sample.data).words(t)
    steps = make_lesson(follow(reading, neuron, voted, rival))
    said = [narrate(step, words, t) for step in steps]
    figures = [draw(step, about.title, words, t) for step, about in zip(steps, said, strict=True)]
    highest = max(figure.height for figure in figures)
    drawn = zip(steps, said, (figure.as_high_as(highest) for figure in figures), strict=True)
    return {
        "views": [_view(*parts, place, len(steps), words, t) for place, parts in enumerate(drawn)],
        "steps": [step.key for step in steps],
        "groups": _groups(steps, t),
    }


def _groups(steps: list[FollowStep], t: NullTranslations) -> "list[m.StepGroup]":
    """The steps in named groups, in order."""
    _ = t.gettext
    names = {
        **dict.fromkeys((Stop.LOOK, Stop.NUMBERS), _("Image")),
        **dict.fromkeys(ABOUT_A_NEURON, _("Neuron")),
        Stop.LAYER: _("Layer"),
        **dict.fromkeys((Stop.VOTES, Stop.TOTALS, Stop.SOFTMAX, Stop.ANSWER), _("Answer")),
    }
    groups: list[m.StepGroup] = []
    for place, step in enumerate(steps):
        if not groups or groups[-1]["title"] != names[step.kind]:
            groups.append({"title": names[step.kind], "first": place, "count": 0})
        groups[-1]["count"] += 1
    return groups


def _view(
    step: FollowStep, said: Narration, figure: Figure, index: int, count: int, words: Words, t: NullTranslations
) -> "m.FollowView":
    shown: m.FollowView = {
        "title": said.title,
        "svg": figure.svg,
        "html": Markup(unbroken(said.html)),
        "text": said.text,
        "alt": figure.alt,
        "code": code(step, t),
        "index": index,
        "count": count,
        "key": step.key,
    }
    if choice := _choice(step, words, t):
        shown["choice"] = choice
    return shown


def _choice(step: FollowStep, words: Words, t: NullTranslations) -> "m.Choice | None":
    """What a reader may choose at this step."""
    followed = step.followed
    if step.kind in ABOUT_A_NEURON and followed.hidden_layers:
        unit = followed.unit
        return _menu("choose-neuron", t.gettext("Neuron"), _neurons(followed, t), f"{unit.column}-{unit.index}")
    classes = {str(label): words.classes[label] for label in range(CLASSES)}
    if step.kind is Stop.VOTES or step.kind in ABOUT_A_NEURON:
        return _menu("choose-class", t.gettext("Class"), classes, str(followed.voted))
    if step.kind is Stop.ANSWER:
        others = {key: name for key, name in classes.items() if key != str(followed.reading.predicted)}
        return _menu("choose-rival", t.gettext("Compare with"), others, str(followed.rival))
    return None


def _neurons(followed: Followed, t: NullTranslations) -> dict[str, str]:
    """Every hidden neuron by its key, with its name."""
    layers = followed.reading.network.layers[:-1]
    return {
        f"{column}-{index}": title_of(SelectedNeuron(followed.reading, column, index), t)
        for column, layer in enumerate(layers, start=1)
        for index in range(layer.n_out)
    }


def _menu(action: str, label: str, names: dict[str, str], chosen: str) -> "m.Choice":
    options = (element("option", name, value=value) for value, name in names.items())
    menu = element("select", *options, data_action=action, autocomplete="off")
    return {"html": element("label", f"{label} ", menu), "value": chosen}
