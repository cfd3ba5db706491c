"""Pages of the notify stage."""
