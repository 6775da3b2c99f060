"""`build.py bench`: how fast the site is, against the stock way of Pyodide and against a plain-JavaScript page, in one run."""
