"""Python in parts: what a start takes, and what comes later."""
