"""What the follow_up stage does."""
