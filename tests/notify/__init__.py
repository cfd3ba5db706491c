"""What the notify stage does."""
