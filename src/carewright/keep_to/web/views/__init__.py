"""Views of the keep_to stage: parse, one call, respond."""
