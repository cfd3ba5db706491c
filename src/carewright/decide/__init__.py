"""Who may decide what, in which order, and what was decided under which power.

Decides whether an approval is given.
"""
