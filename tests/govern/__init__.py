"""What the govern stage does."""
