"""Long visits: what `build.py test` does for seconds, `build.py endure` does for as long as its table in CONTRIBUTING.md says. Seeds are fixed."""
