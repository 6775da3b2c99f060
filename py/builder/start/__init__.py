"""The command line and the environment: standard library only."""
