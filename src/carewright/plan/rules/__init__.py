"""What the plan stage holds to; pure."""
