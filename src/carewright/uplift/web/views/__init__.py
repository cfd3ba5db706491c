"""Views of the uplift stage."""
