"""The inside of a neuron of a network that reads an image."""
