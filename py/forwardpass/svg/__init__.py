"""SVG: markup, geometry, labels, and what all figures share."""
