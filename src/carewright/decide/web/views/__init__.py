"""Views of the decide stage."""
