"""Pages of the cost stage."""
