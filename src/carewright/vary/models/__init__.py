"""Tables of the vary stage."""
