project = "A small book"
extensions = ["myst_parser"]
language = "es"
