"""Images as bytes and numbers."""
