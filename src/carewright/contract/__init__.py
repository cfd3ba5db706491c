"""Agreements: what was agreed, with whom, at which price, who signed, and what is to be put right.

Decides what was agreed, and whether something new may be called off under it.
"""
