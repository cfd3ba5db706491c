"""What others may ask of the vary stage."""
