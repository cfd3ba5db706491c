"""Sourcing decisions: whether, and how, care is bought again before what there is runs out.

Decides which way is taken to supply care, on which evidence and advice, and who approved it.
"""
