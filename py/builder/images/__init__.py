"""Labelled images, the files that the site makes of them, and the training of networks on them."""
