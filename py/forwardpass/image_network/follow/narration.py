"""Step → words in the reader's language. Every sentence is a message of the catalogs; formulas fill its placeholders."""

from collections.abc import Callable, Iterator
from gettext import NullTranslations

from ...formulas import activations as act
from ...formulas import notation as n
from ...images.pixels import CLASSES, PIXELS, SIDE
from ...network.activations import ACTIVATIONS
from ...words.activations import ELEMENTWISE
from ...words.blocks import Block, Equation, Narration, Paragraph, say
from ...words.wording import in_a_row, percentage
from ..data_sets import Words
from ..inside.grid import layer_title
from ..inside.view import SelectedNeuron, halves, title_of, z_name
from ..narration import answer, verdict
from . import lines
from .aloud import in_one_sentence
from .brightest import LOUPE, middle_of_loupe
from .drawing.pixels import strongest
from .steps import FollowStep, Stop, shown_tiles

DECIMALS = 2
Told = tuple[str, list[Block]]


def narrate(step: FollowStep, words: Words, t: NullTranslations) -> Narration:
    """The words of a step in the language of t; those of the data set say what its classes are called."""
    title, blocks = TELLERS[step.kind](step, words, t)
    return Narration(title, tuple(blocks), in_one_sentence(step, words, t))


def _look(step: FollowStep, words: Words, t: NullTranslations) -> Told:
    number = step.followed.reading.sample.number
    if number is None:
        sentence = t.gettext("This is your drawing as the network gets it: {side} × {side} pixels in shades of grey.")
    else:
        sentence = t.gettext("This is test image {number}: {side} × {side} pixels in shades of grey.")
    guess = t.gettext("What is it? Make up your mind first; then press “{next}” and see how the network does.")
    told = in_a_row((sentence.format(number=number, side=SIDE), guess.format(next=_next(t))), t)
    return t.gettext("What do you see?"), [say(told)]


def _next(t: NullTranslations) -> str:
    return t.gettext("Next")


def _numbers(step: FollowStep, words: Words, t: NullTranslations) -> Told:
    reading = step.followed.reading
    told = t.gettext(
        "The network sees no shape. It gets a number for each pixel, row after row, in one long line: {pixels} numbers, of which {dark} are 0 here."
    )
    enlarged = t.gettext(
        "Here are {side} × {side} of them enlarged, as the image has them, from 0 (black) to 255 (white). Each is divided by 255. The one in the middle:"
    )
    return t.gettext("{count} numbers").format(count=PIXELS), [
        say(told.format(pixels=PIXELS, dark=int((reading.sample.pixels == 0).sum()))),
        say(enlarged.format(side=LOUPE)),
        Equation(lines.pixel_line(reading, middle_of_loupe(reading))),
    ]


# --- one neuron


def _neuron(step: FollowStep, words: Words, t: NullTranslations) -> Told:
    unit = step.followed.unit
    title = t.gettext("One neuron looks: {neuron}").format(neuron=title_of(unit, t))
    if unit.column == 1:
        told = [
            t.gettext(
                "It has a weight for each pixel. Where the weights are blue, ink speaks for it; where they are orange, ink speaks against it."
            ),
            t.gettext("Weights of pixels that hardly ever have ink are drawn pale: they hardly ever count."),
        ]
    else:
        message = t.gettext(
            "It does not see the image, only the {count} neurons of the layer before. It has a weight for each."
        )
        told = [message.format(count=len(unit.addends))]
    addend = unit.addends[strongest(unit)[0]]
    each = t.gettext("Each value is multiplied by its weight. What counts most here is {name}:")
    return title, [say(in_a_row(told, t)), say(each.format(name=addend.name)), Equation(lines.product(addend))]


def _sum(step: FollowStep, words: Words, t: NullTranslations) -> Told:
    unit = step.followed.unit
    told = t.gettext(
        "It adds up all {count} products. Those above 0 come to {up}, those below to {down}; together with its bias {bias} this gives the sum {z}:"
    )
    return t.gettext("It adds up"), list(_sum_blocks(unit, told, t))


def _sum_blocks(unit: SelectedNeuron, told: str, t: NullTranslations, **more: object) -> Iterator[Block]:
    up, down = halves(unit.addends)
    shown = {name: lines.signed_text(value) for name, value in {"up": up, "down": down, "bias": unit.bias}.items()}
    yield say(told.format(count=len(unit.addends), **shown, **more, z="{z}"), z=z_name(unit))
    yield Equation(lines.sum_line(unit))


def _squeeze(step: FollowStep, words: Words, t: NullTranslations) -> Told:
    unit = step.followed.unit
    activation = unit.reading.network.layers[unit.layer].activation
    introduction = t.gettext(ELEMENTWISE[activation].introduction)
    told = say(introduction, z=z_name(unit), a=unit.name, definition=act.definition(activation))
    blocks: list[Block] = [told, Equation(lines.activation_line(unit))]
    if not ACTIVATIONS[activation].changes_nothing:
        blocks.append(say(t.gettext("Without a bend like this, many layers could do no more than a single one.")))
    return t.gettext("The sum becomes an activation"), blocks


# --- all of them


def _layer(step: FollowStep, words: Words, t: NullTranslations) -> Told:
    reading, layer = step.followed.reading, step.layer
    count, shown = reading.network.layers[layer].n_out, len(shown_tiles(reading, layer))
    told = [
        t.gettext("Every neuron of this layer does the same with weights of its own, so each looks for something else.")
        if layer == 0
        else t.gettext("These neurons do the same with the activations of the layer before.")
    ]
    if shown < count:
        told.append(t.gettext("The {count} that matter most here are shown one by one.").format(count=shown))
    told.append(t.gettext("The bar below a neuron is its activation. Press one to look at it."))
    return layer_title(reading, layer, t), [say(in_a_row(told, t))]


# --- the outputs


def _votes(step: FollowStep, words: Words, t: NullTranslations) -> Told:
    followed = step.followed
    name = words.classes[followed.voted]
    told = t.gettext(
        "Each of the {count} neurons before votes with its activation times a weight. The votes for {name} come to {up}, those against it to {down}; together with the bias {bias} this gives its total {z}:"
    )
    blocks = list(_sum_blocks(followed.output(followed.voted), told, t, name=name))
    return t.gettext("The votes for {name}").format(name=name), blocks


def _totals(step: FollowStep, words: Words, t: NullTranslations) -> Told:
    reading = step.followed.reading
    first, second = reading.ranking[:2]
    told = t.gettext("Every class gets a total in the same way. The largest is that of {first}, then comes {second}.")
    blocks: list[Block] = [say(told.format(first=words.classes[first], second=words.classes[second]))]
    if step.followed.hidden_layers:
        blocks.append(say(t.gettext("Press one to see its votes.")))
    blocks += [
        Equation(n.about(z_name(step.followed.output(label)), n.rounded(float(reading.trace.z[-1][label]), DECIMALS)))
        for label in (first, second)
    ]
    return t.gettext("{count} totals").format(count=CLASSES), blocks


def _softmax(step: FollowStep, words: Words, t: NullTranslations) -> Told:
    reading = step.followed.reading
    told = [
        t.gettext(
            "Totals may be negative and add up to anything. Softmax turns them into shares: e to the power of each, divided by the sum of all ten powers."
        )
    ]
    if lines.softmax_table(reading).shift:
        told.append(
            t.gettext(
                "First the largest total is subtracted from all of them: the powers stay small, and the shares are the same."
            )
        )
    each = t.gettext("For {name} that is:").format(name=words.classes[reading.predicted])
    return t.gettext("Totals become shares"), [
        say(in_a_row(told, t)),
        say(each),
        Equation(lines.share_line(reading, reading.predicted)),
    ]


def _answer(step: FollowStep, words: Words, t: NullTranslations) -> Told:
    followed, reading = step.followed, step.followed.reading
    name, rival = words.classes[reading.predicted], words.classes[followed.rival]
    why = [
        t.gettext("Why not {rival}? It has {share}.").format(
            rival=rival, share=percentage(reading.probabilities[followed.rival], t)
        ),
        t.gettext("Here are the votes for {name} and for {rival} side by side; the difference of their totals:").format(
            name=name, rival=rival
        ),
    ]
    end = t.gettext("Press “{next}” to follow the next image.").format(next=_next(t))
    return t.gettext("The answer: {name}").format(name=name), [
        say(in_a_row((answer(reading, words, t), verdict(reading, words, t)), t)),
        say(in_a_row(why, t)),
        Equation(lines.lead_line(followed)),
        Paragraph(end, {}, "onward"),
    ]


TELLERS: dict[Stop, Callable[[FollowStep, Words, NullTranslations], Told]] = {
    Stop.LOOK: _look,
    Stop.NUMBERS: _numbers,
    Stop.NEURON: _neuron,
    Stop.SUM: _sum,
    Stop.SQUEEZE: _squeeze,
    Stop.LAYER: _layer,
    Stop.VOTES: _votes,
    Stop.TOTALS: _totals,
    Stop.SOFTMAX: _softmax,
    Stop.ANSWER: _answer,
}
