"""Counts of people, as far as somebody may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: From one up to this many, a count could tell who they are.
MOST_HELD_BACK: Final = 7


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people; held back where it is small and the reader may not see people."""

    number: int | None
    is_held_back: bool = False

    @property
    def words(self) -> str:
        """As a page prints it."""
        if self.is_held_back:
            return f"Held back: {MOST_HELD_BACK} or fewer, or all but so few"
        return "Not known" if self.number is None else f"{self.number:,}"


def is_small(number: int | None) -> bool:
    """Whether the number could tell who they are; none at all tells nothing."""
    return number is not None and 1 <= number <= MOST_HELD_BACK


def counted(number: int | None, *, of: int | None = None, sees_people: bool) -> Count:
    """The number, unless it is small, or what is left of the whole would be."""
    left = None if of is None or number is None else of - number
    if not sees_people and (is_small(number) or is_small(left)):
        return Count(None, is_held_back=True)
    return Count(number)
