"""The few sentences that the page needs while Python is absent, whatever the demo. JavaScript fills the {placeholders}; it writes no sentence of its own."""

from gettext import NullTranslations

from forwardpass.words.wording import decimal, labelled


def words(t: NullTranslations) -> dict[str, str]:
    """Key → sentence in the language of t."""
    return {**_progress(t), **_failures(t)}


def _progress(t: NullTranslations) -> dict[str, str]:
    _ = t.gettext
    return {
        "counter": _("{current} / {count}"),
        "step": _("Step {current} of {count}: {title}"),
        "labelled": labelled("{name}", "{value}", t),
        "decimal_mark": decimal(".", t),
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
            "Python could not start: the file {file} could not be loaded ({status}). What is recorded still works."
        ),
        "error_webassembly": _(
            "Python could not start: WebAssembly is switched off here. What is recorded still works."
        ),
        "error_stalled": _(
            "Python could not start: nothing has arrived for {seconds} seconds. What is recorded still works."
        ),
        "error_crashed": _("Python stopped while it was starting. What is recorded still works."),
        "error_failed": _("Python could not start: {reason}. What is recorded still works."),
        "error_frame": _("Python could not start: {address} did not answer. What is recorded still works."),
        "error_policy": _(
            "Python could not start: this page’s security policy does not let in {origin} ({directive}). "
            "What is recorded still works."
        ),
        "error_sandbox": _(
            "Python could not start: this page is in a sandboxed frame without allow-same-origin. What is recorded still works."
        ),
        "error_isolated": _(
            "Python could not start: this page is cross-origin isolated, and {address} comes without the headers for that. "
            "What is recorded still works."
        ),
        "error_memory": _(
            "Python could not start: the browser has no memory left for it. What is recorded still works."
        ),
        "not_computed": _("Only Python can compute this, and it could not start."),
        "wrong_link": _("This link also says “{value}”, which means nothing here."),
        "error_data": _("The file {file} could not be loaded ({status})."),
        "error_answer": _("Python did not answer: {reason}."),
        "error_call": _("Python cannot compute this: {reason}."),
        "error_for_reader": "{reason}",
        "error_unforeseen": _(
            "Something went wrong in this page; it is no fault of yours. What you made is still here: press Retry, or go on with something else."
        ),
        "no_answer": _("no answer"),
        "something_else": _("something else arrived, or only part of it"),
    }


def code_words(t: NullTranslations) -> dict[str, str]:
    """Those of the mode in which code is run."""
    _ = t.gettext
    return {
        "code_label": _("The lines of this step"),
        "code_running": _("Python is running these lines…"),
        "code_done": _("The lines have run."),
        # NOTE: a line of code by its number, and a sentence about it
        "code_line": _("Line {line}: {said}"),
        "code_cut": _("The lines have run. They print more than is shown here."),
        "code_stopped": _("Stopped. The demo is as it was."),
        "code_too_long": _(
            "Stopped after {seconds} seconds, since the lines did not come to an end. The demo is as it was."
        ),
        "code_ended": _("The lines have brought their Python to an end. The demo is as it was; “Run” starts another."),
    }
