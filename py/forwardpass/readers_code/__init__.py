"""Code that a reader has written: it is run, and what came of it is said. Only the Python behind the wall imports this (web/python/sandbox/); it is no call of the demos."""
