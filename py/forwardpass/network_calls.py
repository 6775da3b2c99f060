"""What the calls about files of networks do: bytes in base64 in, and out; a file that does not fit is {"refused": message}."""

import base64
from gettext import NullTranslations
from typing import Any

from .array_files import Refused, read_arrays
from .lesson import make_lesson
from .lesson_view import subject
from .network import Network
from .network_files import described, network_from, score_from, write_network
from .small_network_files import problem_from, read_small_network
from .trained import Trained, is_own, keep


def take(name: str, content: str, t: NullTranslations) -> dict[str, str]:
    """Keep a network that reads images under its name; of one that a reader brings no score is believed."""
    try:
        arrays = read_arrays(base64.b64decode(content))
        network = network_from(arrays)
    except Refused as refused:
        return {"refused": refused.said(t)}
    keep(Trained(name, network, None if is_own(name) else score_from(arrays)))
    message = t.gettext("Taken: a {sizes} network ({activations}). It reads the image on screen now.")
    return {"taken": described(message, network, t)}


def open_small(content: str, seed: int, index: int, t: NullTranslations) -> dict[str, Any]:
    """The subject of the problem that a file makes, and the step there that is nearest to one of another problem."""
    try:
        network = read_small_network(base64.b64decode(content))
        problem = problem_from(network, seed)
    except Refused as refused:
        return {"refused": refused.said(t)}
    message = t.gettext("Taken: a {sizes} network ({activations}). Its parameters are the guess now.")
    nearest = min(index, len(make_lesson(problem)) - 1)
    return {"subject": subject(problem), "index": nearest, "taken": described(message, network, t)}


def save(network: Network, kind: str) -> dict[str, str]:
    return {"name": f"network.{kind}", "content": base64.b64encode(write_network(network, kind)).decode()}
