"""(reading) → SVG of a network for images: the image, 15 of its 784 input neurons, the other layers (10 neurons of a large one, those that have most to say), a bar for each class.

Every image has the same elements in the same order and differs in values only, so that a page can animate the change.
"""

from gettext import NullTranslations

from ...images.pixels import CLASSES
from ...svg.markup import Markup, element
from ..data_sets import FIRST, data_set
from ..reading import Reading
from ..trained import DEFAULT, Trained, find
from .bars import bar
from .image import image
from .layout import HEIGHT, WIDTH, Places, places, places_of
from .legend import headings, legend
from .neurons import connections, inputs, pressable, units


def draw(
    reading: Reading | None,
    title: str,
    description: str,
    t: NullTranslations,
    marks: Markup | None = None,
    trained: Trained | None = None,
    data: str = FIRST,
) -> Markup:
    """The drawing of a reading. title and description are for screen readers.

    marks: what lies over it, where a neuron is selected.
    trained, data: without a reading this network alone, or the default one, its neurons and bars empty.
    """
    trained = reading.trained if reading else trained or find()
    words = data_set(reading.sample.data if reading else data).words(t)
    where = places_of(reading, words.long_names) if reading else places(trained.network.sizes, words.long_names)
    columns = range(1, len(where.sizes))
    return element(
        "svg",
        element("title", title, id="drawing-title"),
        element("desc", description, id="drawing-description"),
        element("g", *connections(reading, trained, where), aria_hidden="true"),
        element("g", *image(reading, words, t), class_="sample", **pressable(reading is not None)),
        element("g", *inputs(reading, where, t), class_="neurons inputs"),
        *(element("g", *units(reading, where, column, words, t), class_="neurons") for column in columns),
        element(
            "g", *(bar(reading, label, where, words, t) for label in range(CLASSES)), class_="bars", aria_hidden="true"
        ),
        element("g", *headings(where, t), class_="headings", aria_hidden="true"),
        element("g", *legend(t), class_="legend", aria_hidden="true"),
        element("g", marks or "", class_="marks", aria_hidden="true"),
        class_=_shape(trained, where),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="group",
        aria_labelledby="drawing-title",
        aria_describedby="drawing-description",
        xmlns="http://www.w3.org/2000/svg",
    )


def _shape(trained: Trained, where: Places) -> str:
    """Its classes. Another network is another drawing: it is not changed in place into this one."""
    if trained.name == DEFAULT and not where.has_long_names:
        return "drawing digits"
    return f"drawing digits sizes-{'-'.join(map(str, where.sizes))}" + " long-names" * where.has_long_names
