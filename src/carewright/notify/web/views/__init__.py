"""Views of the notify stage."""
