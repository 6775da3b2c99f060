"""The chapter: the same in both languages, complete, and in the markup that the page builder knows. Reads the Markdown sources only."""

import re
from collections import Counter
from functools import cache

import pytest

from builder.catalogs import extract
from builder.shared.paths import WEB

LANGUAGES = ("en", "es")
LIVE_FIGURES = {"sigmoid", "relu", "artificial_neuron"}
FIGURES = LIVE_FIGURES | {"neuron_anatomy", "network_layers", "mnist_samples", "mnist_input", "hidden_weights"}
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
    r"f(X) = b + \sum_{i=1}^{n} w_i x_i",
    r"\text{class} = \begin{cases} 1 & \text{if } f(X) > 0 \\ 0 & \text{otherwise} \end{cases}",
    r"\sigma(z) = \frac{1}{1 + e^{-z}}",
    r"\sigma'(z) = \sigma(z) (1 - \sigma(z))",
    r"R(z) = \max(0, z)",
]
NAMES = {
    "": "Lovelace; Babbage; Jacquard; Menabrea; Greig; Turing; 1843; 1844; 1950",
    "birth-and-rebirth": (
        "McCulloch; Pitts; 1943; Turing; 1948; Hebb; 1949; Rosenblatt; 1957; 1958; Mark 1; Minsky; Papert; 1969; "
        "Rumelhart; Hinton; Williams; 1986; SVM; 2009; 2012; ImageNet; 1. *; 2. *; 3. *"
    ),
    "activation-function": "ReLU; 0.25",
    "more-layers": "Cybenko; 1989",
    "classification": "softmax",
    "handwritten-digits": "MNIST; 28; 255; 784",
    "further-reading": "Nielsen; Kurenkov; Abdelraouf; Welch Labs",
}
TERMS = {
    "en": {
        "": "imitation game; calculus of the nervous system; Analytical Engine",
        "birth-and-rebirth": "B-type; perceptron; backpropagation; support vector machine; reasons",
        "from-linear-classifiers-to-neurons": (
            "Regression; Classification; weight; bias; linear classifier; straight line"
        ),
        "activation-function": "sigmoid; derivative; slope; gradient; vanishing gradients; squashes",
        "layers": "input layer; hidden layer; output layer; single output value; parameters",
        "regression": "forward propagation; feed-forward; upper right corner",
        "more-layers": "universal approximation; hidden layer",
        "classification": "threshold; one output neuron for each; largest output",
        "handwritten-digits": "60,000; 10,000; label; pixel",
    },
    "es": {
        "": "juego de la imitación; cálculo del sistema nervioso; máquina analítica",
        "birth-and-rebirth": "tipo B; perceptrón; retropropagación; máquinas de vectores de soporte; razones",
        "from-linear-classifiers-to-neurons": "regresión; clasificación; peso; sesgo; clasificador lineal; recta",
        "activation-function": "sigmoide; derivada; pendiente; gradiente; desvanecimiento del gradiente; Comprime",
        "layers": "capa de entrada; capas ocultas; capa de salida; un solo valor de salida; parámetros",
        "regression": "propagación hacia delante; prealimentadas; arriba a la derecha",
        "more-layers": "aproximación universal; capa oculta",
        "classification": "umbral; una neurona de salida por cada una; la salida más alta",
        "handwritten-digits": "60 000; 10 000; etiqueta; píxel",
    },
}
QUOTATION = "We may say most aptly, that the Analytical Engine *weaves algebraical patterns* just as the Jacquard-loom weaves flowers and leaves."

HEADING = re.compile(r"^## (.+) \{#([a-z-]+)\}$", re.MULTILINE)
DIRECTIVE = re.compile(r"^::(figure|demo)\{(.*)\}$", re.MULTILINE)
ATTRIBUTE = re.compile(r'(\w+)(?:="([^"]*)")?')
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+)\$", re.DOTALL)
LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
BUTTON = re.compile(r"\{\{button:([^}]+)\}\}")


@cache
def source(lang: str) -> str:
    return (WEB / "pages" / "chapters" / lang / "neural_networks.md").read_text(encoding="utf-8")


def front_matter(lang: str) -> dict[str, str]:
    head = source(lang).split("---\n")[1]
    return dict(line.split(": ", 1) for line in head.splitlines())


def body(lang: str) -> str:
    return source(lang).split("---\n", 2)[2]


def sections(lang: str) -> dict[str, str]:
    """Text by anchor, the opening under an empty one."""
    parts = HEADING.split(body(lang))
    return {"": parts[0]} | dict(zip(parts[2::3], parts[3::3], strict=True))


def directives(lang: str, kind: str) -> list[dict[str, str]]:
    """The attributes of all figures or all demos; `live`, which has no value, as an empty string."""
    return [dict(ATTRIBUTE.findall(attributes)) for found, attributes in DIRECTIVE.findall(body(lang)) if found == kind]


def normalised(formula: str) -> str:
    """Without spaces and without words, which differ between languages."""
    return re.sub(r"\\text\{[^}]*\}|\s+", "", formula)


def formulas(lang: str) -> list[str]:
    return [normalised(display or inline) for display, inline in FORMULA.findall(body(lang))]


def external_links(text: str) -> list[str]:
    return [link for link in LINK.findall(text) if "://" in link]


def skeleton(lang: str) -> list[str]:
    """What stands between the words, in the order of the page."""
    bones = rf"{HEADING.pattern}|{DIRECTIVE.pattern}|^\$\$(?P<formula>.+)\$\$$"
    return [_bone(part) for part in re.finditer(bones, body(lang), re.MULTILINE)]


def _bone(part: re.Match[str]) -> str:
    if part["formula"]:
        return normalised(part["formula"])
    return part[2] or f"{part[3]} {dict(ATTRIBUTE.findall(part[4]))['name']}"


def word_count(lang: str) -> int:
    """Words to be read: no formulas, figures, addresses or marks."""
    text = FORMULA.sub(" ", DIRECTIVE.sub("", HEADING.sub(r"\1", body(lang))))
    return len(re.findall(r"[^\W\d_][\w’'-]*|\d+", re.sub(r"\]\([^)]*\)|&nbsp;", " ", text)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_front_matter_gives_title_description_and_language(lang: str) -> None:
    front = front_matter(lang)
    assert list(front) == ["title", "description", "lang"]
    assert front["lang"] == lang
    assert 50 < len(front["description"]) < 200


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_heading_has_its_anchor(lang: str) -> None:
    assert list(sections(lang)) == ["", *ANCHORS]
    assert len(re.findall(r"^#", body(lang), re.MULTILINE)) == len(ANCHORS)


def test_both_languages_have_sections_figures_formulas_and_demos_in_the_same_order() -> None:
    assert skeleton("en") == skeleton("es")


def test_both_languages_have_the_same_formulas() -> None:
    assert Counter(formulas("en")) == Counter(formulas("es"))


def test_both_languages_have_the_same_external_links() -> None:
    assert external_links(body("en")) == external_links(body("es"))


def test_both_languages_name_the_same_buttons_in_the_same_order() -> None:
    assert BUTTON.findall(body("en")) == BUTTON.findall(body("es"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_formula_the_chapter_must_have_is_displayed(lang: str) -> None:
    displayed = [normalised(display) for display, _ in FORMULA.findall(body(lang)) if display]
    assert displayed == [normalised(formula) for formula in REQUIRED_FORMULAS]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("anchor", ["", *ANCHORS[:-1]])
def test_every_section_tells_what_it_must(lang: str, anchor: str) -> None:
    text = sections(lang)[anchor].replace("&nbsp;", " ")
    wanted = [word for table in (NAMES, TERMS[lang]) if anchor in table for word in table[anchor].split("; ")]
    assert wanted
    assert not [word for word in wanted if word not in text]


def test_the_quotation_is_exact_and_has_its_source() -> None:
    opening = sections("en")[""].strip().splitlines()
    assert opening[0] == f"> {QUOTATION}"
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
def test_each_demo_stands_once_in_its_section_with_a_link_to_its_own_page(lang: str) -> None:
    assert sorted(demo["name"] for demo in directives(lang, "demo")) == sorted(DEMOS)
    for anchor, demo in {"regression": "simple_forward_pass", "handwritten-digits": "forward_pass_mnist"}.items():
        assert f'::demo{{name="{demo}"}}' in sections(lang)[anchor]
        assert f"](demo:{demo})" in sections(lang)[anchor]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_directive_is_a_paragraph_of_its_own(lang: str) -> None:
    lines = body(lang).splitlines()
    marked = [number for number, line in enumerate(lines) if "::figure" in line or "::demo" in line]
    assert len(marked) == len(DIRECTIVE.findall(body(lang))) == len(FIGURES) + len(DEMOS)
    assert all(not lines[number - 1] and not lines[number + 1] for number in marked)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_button_is_a_message_of_the_english_sources(lang: str) -> None:
    messages = {message.id for message in extract()}
    buttons = set(BUTTON.findall(body(lang)))
    assert {"Next", "Back"} <= buttons <= messages


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_lead_to_demos_or_stand_at_the_end(lang: str) -> None:
    for anchor, text in sections(lang).items():
        outward = external_links(text)
        assert all(link.startswith("https://") for link in outward)
        assert not outward or anchor in WHERE_LINKS_STAND
        assert {link for link in LINK.findall(text) if link not in outward} <= {f"demo:{demo}" for demo in DEMOS}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chapter_is_neither_thin_nor_endless(lang: str) -> None:
    assert 2300 <= word_count(lang) <= 3800
