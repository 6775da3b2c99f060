"""What each step of the lesson shows."""
