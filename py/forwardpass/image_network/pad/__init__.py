"""A reader's own drawing, prepared as MNIST was."""
