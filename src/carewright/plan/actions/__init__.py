"""What the plan stage does, one use case a file."""
