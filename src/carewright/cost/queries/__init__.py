"""What others may ask of the cost stage."""
