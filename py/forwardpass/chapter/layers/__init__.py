"""Stills of layers: those of the 3-2-1 network, the weights of one as a table, and of one as pictures."""
