"""Python for the browser: the stock way, and what makes it start faster, a folder each."""
