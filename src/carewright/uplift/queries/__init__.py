"""What others may ask of the uplift stage."""
