"""What others may ask of the stage."""
