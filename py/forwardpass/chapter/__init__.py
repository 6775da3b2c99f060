"""The figures of the chapter: stills, and those that move."""
