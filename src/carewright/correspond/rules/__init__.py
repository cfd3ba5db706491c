"""What must hold, as pure functions."""
