"""Views of the vary stage."""
