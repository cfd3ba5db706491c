"""Views of the correspond stage."""
