project = "A small book"
extensions = ["myst_parser"]
language = "es"
html_theme_options = {"navigation_with_keys": True, "enable_search_shortcuts": True}
