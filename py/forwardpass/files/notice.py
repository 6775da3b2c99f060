"""Where a page says what has become of a reader's file: empty at first; filled by web/elements/shared/network-files.js."""

from gettext import NullTranslations

from ..svg.markup import Markup, element


def notice(name: str, t: NullTranslations) -> Markup:
    """name: the class and the id of the sentence. The lines of Python and the menus stand behind it."""
    unreadable = t.gettext(
        "“{name}” cannot be read: it is a folder, or it has been moved or locked since. Choose the file of the network itself."
    )
    nothing = t.gettext("What was dropped is not a file. Save it on this device first and choose it here.")
    sentence = element("p", class_=name, id=name, role="status", data_unreadable=unreadable, data_nothing=nothing)
    label = t.gettext("Lines of Python")
    lines = element(
        "pre", element("code"), translate="no", tabindex=0, role="region", aria_label=label, hidden="hidden"
    )
    return element("div", sentence, lines, element("div", class_="file-menus"), class_="file-notice")
