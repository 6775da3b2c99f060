"""The chapter: the same in all languages, complete, and in the markup that the page builder knows. Reads the Markdown sources only."""

import re
from collections import Counter
from functools import cache

import pytest

from builder.catalogs import extract
from builder.pages.chapters import LANGUAGES, chapter_folder, chapter_language

from ...helpers.chapter import (
    ANSWER,
    BUTTON,
    DIRECTIVE,
    FORMULA,
    LINK,
    body,
    directives,
    external_links,
    formulas,
    front_matter,
    normalised,
    sections,
    skeleton,
)

OTHERS = [lang for lang in LANGUAGES if lang != "en"]
LIVE_FIGURES = {"sigmoid", "relu", "artificial_neuron", "linear_classifier", "exactly_one"}
FIGURES = LIVE_FIGURES | {
    "neuron_anatomy",
    "step_and_sigmoid",
    "network_layers",
    "weights_table",
    "mnist_samples",
    "mnist_input",
    "hidden_weights",
}
WHERE_FIGURES_STAND = {
    "artificial_neuron": "",
    "linear_classifier": "from-linear-classifiers-to-neurons",
    "step_and_sigmoid": "activation-function",
    "weights_table": "layers",
    "exactly_one": "more-layers",
}
DEMOS = {"simple_forward_pass", "forward_pass_mnist"}
ANCHORS = [
    "birth-and-rebirth",
    "from-linear-classifiers-to-neurons",
    "activation-function",
    "layers",
    "regression",
    "more-layers",
    "classification",
    "handwritten-digits",
    "further-reading",
    "sources",
]
WHERE_LINKS_STAND = {"further-reading", "sources"}
REQUIRED_FORMULAS = [
    r"f(x_1, x_2) = b + w_1 x_1 + w_2 x_2",
    r"f(x) = b + \sum_{i=1}^{n} w_i x_i",
    r"\text{class} = \begin{cases} 1 & \text{if } f(x) > 0 \\ 0 & \text{otherwise} \end{cases}",
    r"\sigma(z) = \frac{1}{1 + e^{-z}}",
    r"\sigma'(z) = \sigma(z) (1 - \sigma(z))",
    r"R(z) = \max(0, z)",
    r"a = \sigma(W x + b)",
    r"\text{error} = (y - \hat{y})^2",
    r"w_2 (w_1 x + b_1) + b_2 = (w_2 w_1) x + (w_2 b_1 + b_2)",
]
QUOTATION = "We may say most aptly, that the Analytical Engine *weaves algebraical patterns* just as the Jacquard-loom weaves flowers and leaves."


@cache
def messages() -> set[str]:
    """The English messages as a chapter names them, with their contexts."""
    return {f"{message.context}:{message.id}" if message.context else str(message.id) for message in extract()}


def test_every_reader_is_led_to_the_chapter_of_their_language() -> None:
    assert LANGUAGES == ("en", "es", "fr", "zh", "ko", "ja")
    for lang in LANGUAGES:
        assert chapter_language(lang) == lang
        assert chapter_folder(lang) == f"{lang}/neural_networks/"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_front_matter_gives_title_description_and_language(lang: str) -> None:
    front = front_matter(lang)
    assert list(front) == ["title", "description", "lang"]
    assert front["lang"] == lang
    assert 40 < len(front["description"]) < 220


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_heading_has_its_anchor(lang: str) -> None:
    assert list(sections(lang)) == ["", *ANCHORS]
    assert len(re.findall(r"^#", body(lang), re.MULTILINE)) == len(ANCHORS)


@pytest.mark.parametrize("lang", OTHERS)
def test_sections_figures_formulas_and_demos_stand_in_the_order_of_the_english_chapter(lang: str) -> None:
    assert skeleton(lang) == skeleton("en")


@pytest.mark.parametrize("lang", OTHERS)
def test_formulas_links_and_buttons_are_those_of_the_english_chapter(lang: str) -> None:
    assert Counter(formulas(lang)) == Counter(formulas("en"))
    assert external_links(body(lang)) == external_links(body("en"))
    assert BUTTON.findall(body(lang)) == BUTTON.findall(body("en"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_formula_the_chapter_must_have_is_displayed(lang: str) -> None:
    displayed = [normalised(display) for display, _ in FORMULA.findall(body(lang)) if display]
    assert displayed == [normalised(formula) for formula in REQUIRED_FORMULAS]


def test_the_quotation_is_exact_and_has_its_source() -> None:
    lines = sections("en")[""].strip().splitlines()
    opening = lines[lines.index(f"> {QUOTATION}") :]
    assert "Note A" in opening[2]
    assert "*Sketch of the Analytical Engine*, 1843" in opening[2]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_figure_is_known_used_once_and_has_a_caption(lang: str) -> None:
    figures = directives(lang, "figure")
    assert sorted(figure["name"] for figure in figures) == sorted(FIGURES)
    assert all(figure["caption"] for figure in figures)
    assert {figure["name"] for figure in figures if "live" in figure} == LIVE_FIGURES
    assert all(set(figure) <= {"name", "live", "caption"} for figure in figures)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_figures_stand_where_the_text_speaks_of_them(lang: str) -> None:
    for name, anchor in WHERE_FIGURES_STAND.items():
        assert f'::figure{{name="{name}"' in sections(lang)[anchor]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_demo_stands_once_in_its_section_with_a_link_to_its_own_page(lang: str) -> None:
    assert sorted(demo["name"] for demo in directives(lang, "demo")) == sorted(DEMOS)
    for anchor, demo in {"regression": "simple_forward_pass", "handwritten-digits": "forward_pass_mnist"}.items():
        assert f'::demo{{name="{demo}"}}' in sections(lang)[anchor]
        assert f"](demo:{demo})" in sections(lang)[anchor]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_demo_is_followed_by_three_exercises_with_answers_to_unfold(lang: str) -> None:
    for anchor, demo in {"regression": "simple_forward_pass", "handwritten-digits": "forward_pass_mnist"}.items():
        after = sections(lang)[anchor].partition(f'::demo{{name="{demo}"}}')[2]
        assert len(re.findall(r"^[123]\. .+\n\n   <details>", after, re.MULTILINE)) == len(ANSWER.findall(after)) == 3
    assert body(lang).count("<details>") == 6


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chapter_sends_its_readers_into_the_demos(lang: str) -> None:
    named = {anchor: set(BUTTON.findall(text)) for anchor, text in sections(lang).items()}
    assert {"Learn", "Ask me first", "Another network", "Play with numbers"} <= named["regression"]
    assert {"Draw", "All 10,000", "Find a mistake", "Network", "See how it got there"} <= named["handwritten-digits"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chapter_ends_with_its_date_its_licence_and_the_book_whose_outline_it_follows(lang: str) -> None:
    end = sections(lang)["sources"].strip().splitlines()[-1]
    assert not [word for word in ("2026", "Forward Pass", "MIT", "ml4a", "Gene Kogan") if word not in end]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_directive_is_a_paragraph_of_its_own(lang: str) -> None:
    lines = body(lang).splitlines()
    marked = [number for number, line in enumerate(lines) if "::figure" in line or "::demo" in line]
    assert len(marked) == len(DIRECTIVE.findall(body(lang))) == len(FIGURES) + len(DEMOS)
    assert all(not lines[number - 1] and not lines[number + 1] for number in marked)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_button_is_a_message_of_the_english_sources(lang: str) -> None:
    buttons = set(BUTTON.findall(body(lang)))
    assert {"Next", "Back", "image:Next", "image:Back"} <= buttons <= messages()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_lead_to_demos_or_stand_at_the_end(lang: str) -> None:
    for anchor, text in sections(lang).items():
        outward = external_links(text)
        assert all(link.startswith("https://") for link in outward)
        assert not outward or anchor in WHERE_LINKS_STAND
        assert {link for link in LINK.findall(text) if link not in outward} <= {f"demo:{demo}" for demo in DEMOS}
