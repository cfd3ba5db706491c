"""Pages of the vary stage."""
