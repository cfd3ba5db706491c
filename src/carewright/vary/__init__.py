"""Change control: variations, assignment, termination with an exit plan, and exemptions.

Decides how an agreement may change after it is signed, and what is bought without competition.
"""
