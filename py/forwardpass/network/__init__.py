"""Neural networks in numbers, and nothing else. To be read in this order: activations, layers, forward, gradient.

It takes numpy and nothing of the rest of the package, which explains and draws what is computed here. All numbers are float64.
"""
