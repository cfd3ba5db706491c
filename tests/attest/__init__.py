"""What the attest stage does."""
