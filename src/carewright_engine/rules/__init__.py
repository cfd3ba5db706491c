"""Dated law and published rates with their sources, and what follows from them."""
