"""Canonical tables, and the readers that turn published files into them."""
