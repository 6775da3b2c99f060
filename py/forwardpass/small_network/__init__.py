"""The demo of the small network: a forward pass, step by step."""
