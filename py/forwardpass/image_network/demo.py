"""Which calls the demo answers, and its names."""

from ..demo import Demo

DEMO = Demo(
    name="forward_pass_mnist",
    element="forward-pass-mnist",
    package="forwardpass.image_network",
    calls=(
        "classify",
        "count_answers",
        "follow",
        "forward_pass_mnist",
        "hidden_neurons",
        "image_script",
        "ink_of",
        "look_inside",
        "save_network",
        "take_network",
        "thumbnails",
        "while_drawing",
    ),
)
