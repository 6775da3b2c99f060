"""Where read_network was; code that was copied from the demos imports it from here."""

from .files.networks import read_network

__all__ = ["read_network"]
