"""Which call the demo answers, and its names."""

from forwardpass.demo import Demo

DEMO = Demo(
    name="one_neuron",
    element="one-neuron",
    package="forwardpass_demos.one_neuron",
    calls=("one_neuron",),
    catalogs=f"{__file__.rpartition('/')[0]}/locale",
)
