"""Why something is not taken: what it is, where, and how to mend it."""

from __future__ import annotations


class Refused(ValueError):
    """Something that was handed in cannot be taken; the text is for whoever handed it in."""


class WrongShare(Refused):
    """A share is not the one that its holder was given."""

    def __init__(self, holder: str, says: str) -> None:
        self.holder = holder
        super().__init__(says)
