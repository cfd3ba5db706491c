"""Pages of the uplift stage."""
