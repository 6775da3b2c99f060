"""What is told is made of: paragraphs with formulas in their places and equations on lines of their own, as markup and as plain text."""

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ..formulas.expressions import Formula
from ..svg.markup import Markup, element, escape, join
from .typography import with_punctuation

if TYPE_CHECKING:
    from .. import messages as m


@dataclass(frozen=True)
class Paragraph:
    """A sentence or two with formulas in their places. class_: where a page treats it apart."""

    message: str
    formulas: dict[str, Formula]
    class_: str | None = None

    @property
    def html(self) -> Markup:
        marks = {
            key: element("span", formula.mathml, class_="formula", translate="no")
            for key, formula in self.formulas.items()
        }
        words = escape(self.message).format(**marks)
        return element("p", Markup(with_punctuation(words, "formula")), class_=self.class_)

    @property
    def text(self) -> str:
        return self.message.format(**{key: formula.text for key, formula in self.formulas.items()})


@dataclass(frozen=True)
class Equation:
    """A formula on a line of its own; to a reader aloud it is one object, however many pieces it may be broken into."""

    formula: Formula

    @property
    def html(self) -> Markup:
        pieces, aloud = self.formula.breakable_mathml, self.formula.aloud
        return element("p", pieces, class_="equation", translate="no", role="img", aria_label=aloud)

    @property
    def text(self) -> str:
        return self.formula.text


Block = Paragraph | Equation


@dataclass(frozen=True)
class Narration:
    """What is said at a step: its title and its blocks. aloud: the step in one sentence, for those who listen."""

    title: str
    blocks: tuple[Block, ...]
    aloud: str | None = None

    @property
    def html(self) -> Markup:
        """Equations that follow one another share a box, so that short ones can stand side by side."""
        parts = [element("h3", self.title)]
        if self.aloud:
            parts.append(element("p", self.aloud, class_="spoken"))
        for kind, blocks in groupby(self.blocks, type):
            inside = join(*(block.html for block in blocks))
            parts.append(element("div", inside, class_="equations") if kind is Equation else inside)
        return join(*parts)

    @property
    def text(self) -> str:
        return "\n".join([self.title, *(block.text for block in self.blocks)])


def say(message: str, **formulas: Formula) -> Paragraph:
    return Paragraph(message, formulas)


@dataclass(frozen=True)
class Question:
    """answer: the number of the right choice, from 0; reason: why it is right."""

    asked: Paragraph
    choices: tuple[str, str]
    answer: int
    reason: Paragraph

    def as_data(self) -> "m.QuestionData":
        return {
            "html": self.asked.html,
            "text": self.asked.text,
            "choices": list(self.choices),
            "answer": self.answer,
            "reason": self.reason.html,
        }
