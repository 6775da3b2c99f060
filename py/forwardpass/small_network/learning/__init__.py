"""The small network learns: gradient descent in numbers, formulas, words and pictures."""
