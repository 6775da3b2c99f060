"""One image followed through a network, step by step: from its pixels to the answer, and why it is no other."""
