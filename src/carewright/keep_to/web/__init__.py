"""Pages of the keep_to stage."""
