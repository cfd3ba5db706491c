"""Views of the vary stage: parse, one call, respond."""
