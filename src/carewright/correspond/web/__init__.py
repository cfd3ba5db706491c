"""Pages of the correspond stage."""
