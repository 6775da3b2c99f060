"""What every room of the builder uses: places, console, templates, programs."""
