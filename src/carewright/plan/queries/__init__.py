"""What others may ask of the plan stage."""
