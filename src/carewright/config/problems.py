"""What keeps Carewright from starting, in words for whoever starts it."""

from __future__ import annotations


class StartProblem(Exception):
    """Something that a person has to mend; the text says what, and nothing else is shown.

    It stands by itself, so that commands without a database load neither settings nor drivers.
    """
