"""Keeping to agreements: what they oblige to, and what became of it."""
