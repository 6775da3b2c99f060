"""A demo of one neuron."""
