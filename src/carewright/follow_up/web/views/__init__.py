"""Views of the follow_up stage."""
