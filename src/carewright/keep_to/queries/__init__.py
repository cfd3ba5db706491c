"""What others may ask of the keep_to stage."""
