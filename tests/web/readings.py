"""What tests of networks for images share: the page, and waiting for what a network says to an image."""

from .driver import Demo

PAGE = "demos/forward_pass_mnist/"
SECONDS = 60_000


def wait_for_reading(demo: Demo, network: str, sample: int) -> Demo:
    demo.page.wait_for_function(
        "([demo, network, sample]) => demo.view?.numbers?.network === network && demo.view.numbers.sample === sample",
        arg=[demo.host.element_handle(), network, sample],
        timeout=SECONDS,
    )
    return demo
