"""The demos as files: shells, panels, recorded lessons."""
