"""What a killed process leaves behind, and that running it again gives the exact result (T10)."""
