"""Reports for people and for committees, made from figures and tables."""
