"""Sourcing decisions: written, weighed, approved, corrected, shared."""
