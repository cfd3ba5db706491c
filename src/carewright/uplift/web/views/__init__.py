"""Views of the uplift stage: parse, one call, respond."""
