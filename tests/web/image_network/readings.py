"""What tests of networks for images share: the page, and waiting for what a network, or the one in a file, says to an image."""

from ...helpers.network_files import TORCH, tensors
from ..helpers.driver import Demo

PAGE = "demos/forward_pass_mnist/"
SECONDS = 60_000
# A file of the reader's own, of a network with two hidden layers.
GOOD = {"name": "network.safetensors", "mimeType": "", "buffer": tensors(TORCH, {"activations": "relu,relu,identity"})}


def wait_for_reading(demo: Demo, network: str, sample: int) -> Demo:
    return demo.wait(
        f"image {sample}, read by {network}",
        "({ view }, network, sample) => view?.numbers?.network === network && view.numbers.sample === sample",
        network,
        sample,
        seconds=SECONDS / 1000,
    )
