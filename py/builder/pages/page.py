"""A page of the site: where it is, and the ways from it to others."""

from dataclasses import dataclass

from forwardpass import api

from . import chapters

LANGUAGE_NAMES = {"en": "English", "es": "Español", "fr": "Français", "zh": "中文", "ko": "한국어", "ja": "日本語"}


@dataclass(frozen=True)
class Page:
    """A page in one language. path: without the language, "" for the front page."""

    path: str
    lang: str
    description: str
    site_url: str | None

    @property
    def folder(self) -> str:
        return chapters.chapter_folder(self.lang) if self.is_chapter else language_folder(self.lang) + self.path

    @property
    def is_chapter(self) -> bool:
        return self.path == chapters.PATH

    @property
    def root(self) -> str:
        """The way to the site's root."""
        return "../" * self.folder.count("/")

    @property
    def home(self) -> str:
        """The way to the front page of the language."""
        return self.root + language_folder(self.lang) or "./"

    @property
    def url(self) -> str | None:
        return self.absolute(self.folder)

    def absolute(self, path: str) -> str | None:
        """The address of a path from the site's root, where that is known."""
        return self.site_url and f"{self.site_url.rstrip('/')}/{path}"

    @property
    def languages(self) -> list[dict[str, str | None]]:
        """The same page in every language that has it."""
        langs = chapters.LANGUAGES if self.is_chapter else api.LANGUAGES
        others = [Page(self.path, lang, "", self.site_url) for lang in langs]
        return [
            {
                "lang": page.lang,
                "name": LANGUAGE_NAMES[page.lang],
                "href": self.root + page.folder or "./",
                "url": page.url,
            }
            for page in others
        ]


def language_folder(lang: str) -> str:
    """English lives at the root, every other language in a folder of its own."""
    return "" if lang == api.LANGUAGES[0] else f"{lang}/"
