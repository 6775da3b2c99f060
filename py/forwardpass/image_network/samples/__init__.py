"""All test images: what a network says to them, counted and shown."""
