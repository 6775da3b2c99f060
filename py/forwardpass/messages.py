"""What crosses the border between Python and a page: the arguments and the answer of each call, and what an error looks like.

web/messages.d.ts is made from this file (`build.py messages`). It is for type checkers and the builder: nothing imports it while a demo runs.
"""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict

# --- errors

Code = Literal[
    "missing_catalog",
    "missing_network",
    "unforeseen",
    "unknown_call",
    "wrong_argument",
    "wrong_drawing",
    "wrong_file",
    "wrong_learned",
    "wrong_number",
    "wrong_problem",
    "wrong_step",
]


class CallError(TypedDict):
    """Why a call has no answer. Decisions rest on the code alone.

    for_reader: the message is in the reader's language; else it is English, for whoever wrote the call.
    missing: the name of what has to be brought before the call is asked again.
    lines: of Python, which make a file that fits, where there are some.
    traceback: that of Python, of an exception that nobody foresaw.
    """

    code: Code
    message: str
    for_reader: bool
    missing: NotRequired[str]
    lines: NotRequired[str]
    traceback: NotRequired[str]


# --- what views are made of


class Titled(TypedDict):
    """A title, and what is said below it: as markup and as plain text."""

    title: str
    html: str
    text: str


class View(Titled):
    """What a demo shows at once, the index-th of count: words, a drawing with its description, numpy code. key: which kind of step it is."""

    svg: str
    alt: str
    code: str
    index: int
    count: int
    key: str


class BlankView(View):
    """A network without numbers: nothing is computed yet, or there is nothing to compute with. steps, numbered, groups: as NamedSteps has them, where there are several."""

    numbers: None
    steps: NotRequired[list[str]]
    numbered: NotRequired[list[str]]
    groups: NotRequired[list["StepGroup"]]


class Lesson(TypedDict):
    """The views of a lesson, of whichever demo."""

    views: Sequence[View]


class Html(TypedDict):
    """Markup alone."""

    html: str


class LayerNumbers(TypedDict):
    """A dense layer. weights: a row a neuron; activation: its name."""

    weights: list[list[float]]
    biases: list[float]
    activation: str


class NetworkNumbers(TypedDict):
    """A network, the first layer with weights first."""

    layers: list[LayerNumbers]


class SavedFile(TypedDict):
    """A file to keep: its name, and its bytes in base64."""

    name: str
    content: str


# --- the small network


class Subject(TypedDict, total=False):
    """How an address names a problem: by its seed, or by a code where there is more to it; and by how many learning steps at which rate its last parameters were found, where they were."""

    seed: int
    problem: str
    learned: int
    rate: float


class ArchitectureData(TypedDict):
    """Neurons a column, inputs first, and the activation of each layer with weights."""

    sizes: list[int]
    activations: list[str]


class ProblemData(TypedDict):
    """A problem. y: a number where the network has one output."""

    seed: int
    x: list[float]
    y: float | list[float]
    guess: NetworkNumbers
    best: NetworkNumbers


class ProblemNumbers(ProblemData):
    """A problem at a step, unrounded. in_force: the parameters that z, a and the error are computed with, "guess", "best" or "learned"; these are there where some were learned."""

    in_force: str
    learned: NotRequired[NetworkNumbers]
    z: list[list[float]]
    a: list[list[float]]
    error: float


class QuestionData(TypedDict):
    """What may be asked before a step is shown. html and reason are markup; answer: the number of the right choice."""

    html: str
    text: str
    choices: list[str]
    answer: int
    reason: str


class ProblemView(View):
    """A step of a problem."""

    numbers: ProblemNumbers
    question: NotRequired[QuestionData]


class Place(TypedDict):
    """A number that can be changed: what it is called, what it is, and how large it may be, to either side of 0."""

    label: str
    value: float
    most: float


class StepGroup(TypedDict):
    """Steps of a lesson that belong together: count of them, from the place of the first on."""

    title: str
    first: int
    count: int


class NamedSteps(TypedDict):
    """The keys of the steps of a lesson, in order, and their groups; numbered: the keys that numbers in links mean."""

    steps: list[str]
    numbered: list[str]
    groups: list[StepGroup]


class About(NamedSteps):
    """What goes for all steps of a problem. original: its subject without what was set by hand; neurons: those that can be asked, with their names."""

    subject: Subject
    original: Subject
    architecture: ArchitectureData
    places: dict[str, Place]
    neurons: dict[str, str]


class ProblemLesson(About):
    """All steps of a problem."""

    views: list[ProblemView]


class ProblemStep(About):
    """One step of a problem."""

    view: ProblemView


class NamedProblem(TypedDict):
    """Another problem, by its subject."""

    subject: Subject


class OpenedNetwork(NamedProblem):
    """The problem that a file makes. step: the key of the one to show; taken, menus: as in TakenNetwork."""

    step: str
    taken: str
    menus: str


class LearningNumbers(NetworkNumbers):
    """The network after so many steps of learning. last: how many there are; onward: the one that comes next when it runs; outcome: how it ends."""

    iteration: int
    last: int
    onward: int
    rate: float
    rates: list[float]
    outcome: str
    error: float
    y: list[float]
    output: list[float]


class Learned(Titled):
    """A step of learning: the network, the curve of its error and both in words. spoken: the step in short."""

    svg: str
    plot: str
    alt: str
    plot_alt: str
    spoken: str
    numbers: LearningNumbers


# --- the network that reads images


class ImageNumbers(TypedDict):
    """An image and what a network makes of it, unrounded. sample: none for a drawing; label: none where the true class is not known."""

    sample: int | None
    network: str
    data: str
    pixels: list[int]
    hidden: list[list[float]]
    probabilities: list[float]
    predicted: int
    label: int | None


class ImageView(View):
    """An image read by a network."""

    numbers: ImageNumbers


class ImageLesson(TypedDict):
    """The one view of an image; a blank one of a drawing without ink."""

    views: list[ImageView | BlankView]


class Choice(TypedDict):
    """A menu as markup, and which of its values is chosen."""

    html: str
    value: str


class FollowView(View):
    """A step of the lesson that follows an image through a network. choice: what the reader may choose at it."""

    choice: NotRequired[Choice]


class FollowLesson(TypedDict):
    """All of its steps, their keys in order, and their groups."""

    views: list[FollowView]
    steps: list[str]
    groups: list[StepGroup]


class PixelNumbers(TypedDict):
    """An input neuron: the number of its pixel, the pixel's value from 0 to 255, and what it is fed with."""

    pixel: int
    value: int
    x: float


class SumNumbers(TypedDict):
    """A weighted sum: what speaks for it and against it, the bias, the sum and what the activation makes of it."""

    up: float
    down: float
    bias: float
    z: float
    a: float


class Inside(Titled):
    """The inside of a neuron. key: column-index."""

    svg: str
    alt: str
    numbers: PixelNumbers | SumNumbers
    key: str


class MarkedInside(Inside):
    """The same, and the drawing of the whole network with the neuron marked."""

    drawing: str


class Watched(TypedDict):
    """An unfinished drawing. drawing: its code, "" without ink; svg: the network that reads it; stages: its way into the network; text: the answer in words."""

    drawing: str
    svg: str
    stages: str
    text: str


class Ink(TypedDict):
    """The ink of a picture, a byte a pixel; seen: a copy of the picture in which it is marked, four bytes a pixel; both in base64, with their widths.

    told: what was taken for ink, and why it may be wrong.
    """

    ink: str
    width: int
    seen: str
    seen_width: int
    is_bright: bool
    is_doubtful: bool
    told: str


class Classified(TypedDict):
    """The predicted class of each image and its probability."""

    predicted: list[int]
    probabilities: list[float]


class Counted(TypedDict):
    """What the answers to all images come to. confusion: true class by predicted class; cells: the images behind each of its numbers, by "label-predicted"; wrong: all that are; mistakes: the surest ones."""

    html: str
    right: int
    count: int
    confusion: list[list[int]]
    cells: dict[str, list[int]]
    wrong: list[int]
    mistakes: list[int]


class TakenNetwork(TypedDict):
    """How a file was read, for the reader; menus: markup by which what was assumed can be corrected."""

    taken: str
    menus: str


class Script(TypedDict):
    """A program that needs nothing but numpy."""

    code: str


# --- what became of a reader's code


class NamedValue(TypedDict):
    """A name that the code has left. symbol: how the lesson writes it; text: its value; numbers: the same as JSON, "" where it is not a few finite numbers."""

    name: str
    symbol: str
    text: str
    numbers: str


class Trouble(TypedDict):
    """Why the code stopped before its end. line: from 1, where one is to blame; said: a sentence in the reader's language; exactly: Python's traceback."""

    line: int | None
    said: str
    exactly: str


class Ran(TypedDict):
    """What a run came to. is_cut: whether it printed more than is shown; wants: a module of Python's own that this Python has come without, or ""."""

    values: list[NamedValue]
    is_cut: bool
    trouble: Trouble | None
    wants: str


# --- figures that move


class CurveNumbers(TypedDict):
    """A point of an activation function."""

    z: float
    value: float
    slope: float


class NeuronNumbers(TypedDict):
    """A neuron with three inputs."""

    inputs: list[float]
    weights: list[float]
    bias: float
    z: float
    y: float


class LiveFigure(Titled):
    """A figure of a chapter, and what is said of its numbers."""

    svg: str
    alt: str


class CurveFigure(LiveFigure):
    """An activation function with a point on it."""

    numbers: CurveNumbers


class NeuronFigure(LiveFigure):
    """A neuron with its numbers."""

    numbers: NeuronNumbers


# --- arguments


class LessonArguments(TypedDict, total=False):
    """Which problem, by its seed or its code, which comes first; after how many steps of learning, at which rate, where it is about what was learned; and the language: en, es, fr, zh, ko or ja."""

    seed: int | None
    problem: str | None
    learned: int | None
    rate: float | None
    lang: str


class StepArguments(LessonArguments):
    """The step, by its key, or by a number as in old links."""

    step: str | int


class ProblemArguments(TypedDict):
    """Which problem, by its seed or its code, as in LessonArguments."""

    seed: NotRequired[int | None]
    problem: NotRequired[str | None]
    lang: str


class LearnedArguments(ProblemArguments):
    """The same, and what was learned."""

    learned: NotRequired[int | None]
    rate: NotRequired[float | None]


class EditArguments(LearnedArguments):
    """Which number of a problem becomes which, and the step to show then. place: as in About.places; text: as it was typed; delta: by how much the number grows where none was typed."""

    place: str
    index: int
    text: NotRequired[str | None]
    delta: NotRequired[float]


class TakeValuesArguments(LearnedArguments):
    """What a reader's code has left: names, and the numbers of each as in NamedValue; and the step whose lines were run."""

    names: list[str]
    values: list[str]
    index: int


class ScriptArguments(LearnedArguments):
    """The step whose parameters are in force."""

    index: int


class AskArguments(LearnedArguments):
    """Which neuron, "1-0" for the first one of the first layer with weights, and at which step."""

    neuron: str
    index: int


class LearnArguments(ProblemArguments):
    """The learning rate, one of those offered, and how many steps."""

    rate: float
    iteration: int


class SaveProblemArguments(LearnedArguments):
    """Which network of a problem, "guess" or "best", as which kind of file: npz, safetensors or json."""

    kind: str
    in_force: str


class ArchitectureArguments(TypedDict):
    """The seed of the problem, and the architecture."""

    seed: int
    sizes: list[int]
    activations: list[str]


class FormArguments(TypedDict):
    """The architecture that the form shows. layers: how many there are to be, where it is another number."""

    sizes: list[int]
    activations: list[str]
    lang: str
    layers: NotRequired[int | None]


class OpenArguments(TypedDict):
    """A network in a file, as bytes in base64; the seed of its problem, and the step on screen. way, activations: as in TakeArguments."""

    content: str
    seed: int
    lang: str
    index: NotRequired[int]
    way: NotRequired[str | None]
    activations: NotRequired[list[str] | None]


class ReaderArguments(TypedDict, total=False):
    """The network that reads, and the data set that the image is of, by name."""

    lang: str
    network: str
    data: str


class ImageArguments(ReaderArguments, total=False):
    """An image: its 784 grey levels, with its number and true class where they are known; or the code of a drawing."""

    sample: int | None
    pixels: list[int] | None
    label: int | None
    drawing: str | None


class InsideArguments(ImageArguments):
    """Which neuron, by its key in the drawing."""

    neuron: str


class FollowArguments(ImageArguments, total=False):
    """What to look at more closely: a hidden neuron, by its key in the drawing; the class whose votes are counted; that which the answer is compared with."""

    neuron: str | None
    voted: int | None
    rival: int | None


class WatchArguments(TypedDict):
    """A drawing: its ink, a byte a pixel in base64, and how many pixels make a row. is_raw: it is fed as it is, merely shrunk."""

    ink: str
    width: int
    is_raw: bool
    lang: str
    network: NotRequired[str]
    data: NotRequired[str]


class PictureArguments(TypedDict):
    """A picture: red, green, blue and opacity of each pixel, in base64, and how many pixels make a row.

    What the reader knows better: crop, the left, top, right and bottom of what to look at, 0 to 1; turns, quarters clockwise, before that; is_bright, brighter than the paper.
    """

    picture: str
    width: int
    lang: NotRequired[str]
    crop: NotRequired[list[float] | None]
    turns: NotRequired[int]
    is_bright: NotRequired[bool | None]


class ClassifyArguments(TypedDict):
    """Images, 784 bytes each, as such or in base64; and the network that is asked."""

    pixels: str | bytes
    network: NotRequired[str]


class CountArguments(TypedDict):
    """The true classes of all images, a byte each, in base64, and what `classify` answered to them, or what is known of that; network: whose answers they are."""

    labels: str
    predicted: list[int]
    lang: str
    probabilities: NotRequired[list[float] | None]
    data: NotRequired[str]
    network: NotRequired[str]


class ThumbnailArguments(TypedDict):
    """Images by number, with their pixels in base64, their classes, and what a network says to them where it was asked."""

    numbers: list[int]
    pixels: str
    labels: list[int]
    lang: str
    data: NotRequired[str]
    predicted: NotRequired[list[int] | None]
    probabilities: NotRequired[list[float] | None]


class TakeArguments(TypedDict):
    """A network in a file, as bytes in base64, and the name that it gets: letters, digits and _. way, activations, pixels: how it is to be read, as the menus say."""

    name: str
    content: str
    lang: str
    way: NotRequired[str | None]
    activations: NotRequired[list[str] | None]
    pixels: NotRequired[str | None]


class SaveArguments(TypedDict):
    """Which network, as which kind of file: npz, safetensors or json."""

    kind: str
    network: NotRequired[str]


class CurveArguments(TypedDict):
    """Which activation function, sigmoid or relu, and where its point is, from -6 to 6."""

    name: str
    z: float
    lang: str


class NeuronArguments(TypedDict):
    """Three inputs, their weights and the bias."""

    inputs: list[float]
    weights: list[float]
    bias: float
    lang: str


class LinearClassifierArguments(TypedDict):
    """Two weights and the bias of a neuron whose line is drawn."""

    weights: list[float]
    bias: float
    lang: str


class ExactlyOneArguments(TypedDict):
    """Two hidden neurons, each as two weights and its bias."""

    first: list[float]
    second: list[float]
    lang: str


CALLS = {
    "another_network": (ArchitectureArguments, NamedProblem),
    "ask": (AskArguments, ProblemView),
    "classify": (ClassifyArguments, Classified),
    "count_answers": (CountArguments, Counted),
    "curve": (CurveArguments, CurveFigure),
    "edit": (EditArguments, ProblemStep),
    "exactly_one": (ExactlyOneArguments, LiveFigure),
    "follow": (FollowArguments, FollowLesson),
    "forward_pass_mnist": (ImageArguments, ImageLesson),
    "ink_of": (PictureArguments, Ink),
    "linear_classifier": (LinearClassifierArguments, LiveFigure),
    "hidden_neurons": (ImageArguments, Html),
    "image_script": (ImageArguments, Script),
    "learn": (LearnArguments, Learned),
    "look_inside": (InsideArguments, MarkedInside),
    "network_form": (FormArguments, Html),
    "neuron": (NeuronArguments, NeuronFigure),
    "open_network": (OpenArguments, OpenedNetwork),
    "problem_script": (ScriptArguments, Script),
    "save_network": (SaveArguments, SavedFile),
    "save_small_network": (SaveProblemArguments, SavedFile),
    "simple_forward_pass": (LessonArguments, ProblemLesson),
    "simple_forward_pass_step": (StepArguments, ProblemStep),
    "take_network": (TakeArguments, TakenNetwork),
    "take_values": (TakeValuesArguments, ProblemStep),
    "thumbnails": (ThumbnailArguments, Html),
    "while_drawing": (WatchArguments, Watched),
}
