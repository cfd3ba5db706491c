"""Views of the cost stage: parse, one call, respond."""
