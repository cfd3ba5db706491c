"""Views of the govern stage."""
