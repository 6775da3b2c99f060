"""Numbers and formulas as they are printed."""
