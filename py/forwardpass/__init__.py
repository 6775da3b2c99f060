"""Small neural networks, computed, explained and drawn. The public names come when they are asked for, so that `import forwardpass` loads nothing."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .files.networks import read_network
    from .image_network.trained import load_network
    from .network.forward import forward
    from .network.layers import Network

__all__ = ["Network", "forward", "load_network", "read_network"]

_HOMES = {
    "Network": "network.layers",
    "forward": "network.forward",
    "load_network": "image_network.trained",
    "read_network": "files.networks",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
