"""The demo of the networks that read images."""
