"""Figures of the plane of two inputs, in which a neuron draws a line."""
