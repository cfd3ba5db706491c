"""Pages of the govern stage."""
