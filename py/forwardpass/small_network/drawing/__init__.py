"""The small network as a drawing."""
