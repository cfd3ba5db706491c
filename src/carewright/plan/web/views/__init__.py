"""Views of the plan stage."""
