"""Pages that look across stages."""
