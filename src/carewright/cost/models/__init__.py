"""Tables of the cost stage."""
