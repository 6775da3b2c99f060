"""Languages: catalogs, typography, and how sentences are put together."""
