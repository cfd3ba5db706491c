"""Uplift rounds: raised by rule, read by a second person, agreed with providers, applied at once.

Decides which price lines rise, by how much and from which day.
"""
