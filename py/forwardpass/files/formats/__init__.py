"""The kinds of files that are read and written, each ⇄ named arrays."""
