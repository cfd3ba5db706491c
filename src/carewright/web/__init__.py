"""Pages that look across stages: navigation by role, inbox, component gallery. Owns no table."""
