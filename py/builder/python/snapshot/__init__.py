"""A snapshot of Python's memory with everything imported, for a second visit."""
