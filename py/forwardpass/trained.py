"""Where load_network was; code that was copied from the demos imports it from here."""

from .image_network.trained import load_network

__all__ = ["load_network"]
