"""Makers of one valid minimal object each, by stage."""
