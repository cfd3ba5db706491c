"""What stands in the way of a projection, and the file that would clear it."""

from __future__ import annotations


class CannotProject(Exception):
    """The files do not hold what the question needs."""

    def __init__(self, words: str, what_would_fill_it: str) -> None:
        super().__init__(f"{words} {what_would_fill_it}")
        self.words, self.what_would_fill_it = words, what_would_fill_it
