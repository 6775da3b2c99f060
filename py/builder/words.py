"""The few sentences that the page needs while Python is absent. JavaScript fills the {placeholders}; it writes no sentence of its own."""

from gettext import NullTranslations


def words(t: NullTranslations) -> dict[str, str]:
    """Key → sentence in the language of t."""
    return {**_progress(t), **_failures(t), **_remarks(t), **_verdicts(t)}


def _progress(t: NullTranslations) -> dict[str, str]:
    _ = t.gettext
    return {
        "counter": _("{current} / {count}"),
        "loading": _("Python is loading ({part}): {loaded} of {total} MB"),
        "starting": _("Python is starting…"),
        "computing": _("Python is computing…"),
        "live": _("Live: Python computes every number here, in your browser."),
        "part_python": _("the interpreter"),
        "part_library": _("its standard library"),
        "part_numpy": _("numpy"),
        "part_forwardpass": _("the lesson"),
    }


def _failures(t: NullTranslations) -> dict[str, str]:
    _ = t.gettext
    return {
        "error_file": _(
            "Python could not start: the file {file} did not come ({status}). What is recorded still works."
        ),
        "error_webassembly": _(
            "Python could not start: WebAssembly is switched off here. What is recorded still works."
        ),
        "error_stalled": _(
            "Python could not start: nothing has come for {seconds} seconds. What is recorded still works."
        ),
        "error_crashed": _("Python stopped while it was starting. What is recorded still works."),
        "error_failed": _("Python could not start: {reason}. What is recorded still works."),
        "error_frame": _("Python could not start: {address} did not answer. What is recorded still works."),
        "error_frame_policy": _(
            "Python could not start: this page's security policy forbids frames of {origin} (frame-src). "
            "What is recorded still works."
        ),
        "error_data": _("The file {file} did not come ({status})."),
        "error_answer": _("Python did not answer: {reason}."),
        "no_answer": _("no answer"),
    }


def _remarks(t: NullTranslations) -> dict[str, str]:
    _ = t.gettext
    return {
        "wrong_seed": _("“{value}” is not the number of a problem: those go from {least} to {most}."),
        "wrong_step": _("“{value}” is not a step of this lesson: in an address they go from {least} to {most}."),
        "wrong_problem": _(
            "This link is damaged: “{value}” is not the code of a problem. Here is the first problem instead."
        ),
        "wrong_sample": _("“{value}” is not the number of an image: those go from {least} to {most}."),
        "wrong_drawing": _(
            "The link to a drawing is damaged: “{value}” is not the whole of one. Here is the first image instead."
        ),
        "wrong_network": _("There is no network “{value}”. Here is the first one instead."),
        "wrong_data": _(
            "There is no data set “{value}”, or the network is not for it. Here is the one that the network is for."
        ),
        "wrong_v": _(
            "The link asks for version “{value}” of the problems, but this page makes version {most}. Here is the first problem instead."
        ),
    }


def _verdicts(t: NullTranslations) -> dict[str, str]:
    _ = t.gettext
    return {
        "right": _("Right."),
        "not_quite": _("Not quite."),
        "problem": _("Problem {number}"),
        "tally": _("{right} of {asked} right"),
    }
