"""What the calls about files of networks do: bytes in base64 in, and out; a file that does not fit is {"refused": message}."""

import base64
from gettext import NullTranslations

from .array_files import Refused, read_arrays
from .network import Network
from .network_files import described, network_from, score_from, write_network
from .problems import Problem
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
    return {"taken": described(network, t)}


def open_small(content: str, seed: int, t: NullTranslations) -> Problem | dict[str, str]:
    try:
        return problem_from(read_small_network(base64.b64decode(content)), seed)
    except Refused as refused:
        return {"refused": refused.said(t)}


def save(network: Network, kind: str) -> dict[str, str]:
    return {"name": f"network.{kind}", "content": base64.b64encode(write_network(network, kind)).decode()}
