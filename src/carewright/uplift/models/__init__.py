"""Tables of the uplift stage."""
