"""Pages of the decide stage."""
