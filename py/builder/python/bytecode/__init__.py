"""Python compiled when the site is built."""
