"""Subsets of fonts."""
