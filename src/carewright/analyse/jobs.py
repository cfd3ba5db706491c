"""Background work of the stage."""
