"""Pages of the follow_up stage."""
