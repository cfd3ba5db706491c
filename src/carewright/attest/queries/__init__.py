"""What may be asked of the sealed record."""
