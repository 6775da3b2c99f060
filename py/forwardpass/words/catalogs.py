"""Languages and their catalogs. English is the source; every other language is a .po file in locale/, compiled to .mo by the build."""

from functools import cache
from gettext import GNUTranslations, NullTranslations

from ..errors import MissingCatalog, WrongArgument

LANGUAGES = ("en", "es", "fr", "zh", "ko", "ja")
DOMAIN = "forwardpass"
FOLDER = f"{__file__.rpartition('/words/')[0]}/locale"


@cache
def translator(lang: str, folder: str = FOLDER) -> NullTranslations:
    """The catalog of a language of LANGUAGES; raises ValueError for another, and MissingCatalog where there is none.

    folder: that of other catalogs than ours. What such a one does not say, in whatever language, ours says, and else the source.
    """
    if lang not in LANGUAGES:
        raise WrongArgument(f"no catalog for language {lang!r}; expected one of {', '.join(LANGUAGES)}")
    if lang == LANGUAGES[0]:
        return NullTranslations()
    if folder != FOLDER:
        return _over(translator(lang), lang, folder)  # ours comes first: if it is there, all of its language has come
    try:
        return _read(lang, folder)
    except FileNotFoundError:
        raise MissingCatalog(lang) from None


def _over(ours: NullTranslations, lang: str, folder: str) -> NullTranslations:
    try:
        theirs = _read(lang, folder)
    except FileNotFoundError:
        return ours
    theirs.add_fallback(ours)
    return theirs


def _read(lang: str, folder: str) -> GNUTranslations:
    with open(f"{folder}/{lang}/LC_MESSAGES/{DOMAIN}.mo", "rb") as catalog:  # noqa: PTH123  pathlib takes time to import
        return GNUTranslations(catalog)


N_ = str  # marks a message for the catalogs; it is translated where it is said
