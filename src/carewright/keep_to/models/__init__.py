"""Tables of the keep_to stage."""
