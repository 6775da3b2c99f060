"""A demo in one language, as pages and shells speak of it."""

from dataclasses import dataclass
from functools import cache, cached_property
from gettext import NullTranslations

from forwardpass import api
from forwardpass.demo import Demo
from forwardpass.face import Face, Texts


@dataclass(frozen=True)
class Spoken:
    """demo: which one; lang: of LANGUAGES."""

    demo: Demo
    lang: str

    @property
    def name(self) -> str:
        return self.demo.name

    @property
    def element(self) -> str:
        return self.demo.element

    @property
    def face(self) -> Face:
        return self.demo.face

    @property
    def t(self) -> NullTranslations:
        return self.demo.translator(self.lang)

    @cached_property
    def texts(self) -> Texts:
        return self.face.texts(self.t)

    @property
    def path(self) -> str:
        """Of its own page, from the root of the language."""
        return f"demos/{self.name}/"

    @property
    def template(self) -> str:
        return f"pages/demos/{self.name}.html"

    @cached_property
    def parameters(self) -> list[str]:
        """What its address may name."""
        return list(self.face.parameters())

    @property
    def example(self) -> str:
        """A lesson of it, as attributes of its element."""
        return " ".join(f'{name}="{value}"' for name, value in self.face.example.items())


@cache
def demos(lang: str) -> tuple[Spoken, ...]:
    """All demos in a language."""
    return tuple(Spoken(demo, lang) for demo in api.DEMOS)
