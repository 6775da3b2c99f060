"""Bytes ⇄ text in base64, as calls carry them."""

import base64
import binascii

from ..errors import WrongArgument


def from_base64(text: str) -> bytes:
    """Raises WrongArgument for what is no base64."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:  # ValueError: letters beyond ASCII
        raise WrongArgument(f"{len(text)} characters are no bytes in base64: {error}") from None


def to_base64(content: bytes) -> str:
    return base64.b64encode(content).decode()
