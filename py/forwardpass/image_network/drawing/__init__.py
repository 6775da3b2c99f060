"""A network that reads an image, as a drawing."""
