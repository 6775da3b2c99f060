"""Which calls the demo answers, and its names."""

from ..demo import Demo

DEMO = Demo(
    name="simple_forward_pass",
    element="simple-forward-pass",
    package="forwardpass.small_network",
    calls=(
        "another_network",
        "ask",
        "edit",
        "learn",
        "network_form",
        "open_network",
        "problem_script",
        "save_small_network",
        "simple_forward_pass",
        "simple_forward_pass_step",
        "take_values",
    ),
)
