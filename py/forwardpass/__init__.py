"""Forward Pass: small neural networks, computed, explained and drawn. The same code runs in CPython and in the browser."""
