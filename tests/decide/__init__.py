"""What the decide stage does."""
