"""Numbers that lie far apart, as in a problem whose y is large: learning goes on, in true lines or in words."""

import pytest

from forwardpass.small_network.learning import arithmetic
from forwardpass.small_network.learning.descent import descend
from forwardpass.small_network.learning.view import learning_view
from forwardpass.small_network.problem.architecture import Architecture
from forwardpass.small_network.problem.editing import edited
from forwardpass.small_network.problem.problems import make_problem
from forwardpass.words.catalogs import LANGUAGES, translator

from ...helpers.arithmetic import is_true, links

EN = translator("en")


@pytest.mark.parametrize("y", ["5", "1000"])
@pytest.mark.parametrize("activation", ["sigmoid", "relu", "identity"])
def test_every_step_is_told_and_no_line_is_untrue(y: str, activation: str) -> None:
    problem = edited(make_problem(7, Architecture((3, 2, 1), (activation, activation))), "y-0", y, EN)
    descent = descend(problem, 1.0)
    for iteration in range(0, descent.last + 1, max(1, descent.last // 10)):
        found = [
            link for line in learning_view(problem, descent, iteration, EN)["text"].splitlines() for link in links(line)
        ]
        assert all(is_true(link) for link in found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_no_line_is_true_a_sentence_stands_in_its_place(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arithmetic, "MOST_WHERE_THEY_CANCEL", 2)
    problem = make_problem(7)
    text = learning_view(problem, descend(problem, 0.5), 12, translator(lang))["text"]
    assert len([line for line in text.splitlines() if line.startswith(("∂E/∂w", "w ←"))]) == 0
    message = "Its numbers differ so much in size that no line of arithmetic with the digits that fit here is true."
    assert translator(lang).gettext(message) in text
