"""What an officer has to do and what others have to do first, whichever stage it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that waits for the officer; without `due` it may wait, and says so."""

    text: str
    href: str
    beneath: str
    people: int | None  # how many people in need of care it is about, where that is known
    due: datetime | None
    shared_with: str = ""  # whoever else can do it, by role; empty: it is the officer's by name

    @property
    def words(self) -> str:
        """What stands beneath it, also that others can do it as well."""
        return " · ".join(filter(None, (self.beneath, self.shared_with)))


@dataclass(frozen=True, slots=True)
class Pending:
    """Something of the officer's that waits for somebody else."""

    text: str
    href: str
    beneath: str
    people: int | None
    with_whom: str
    since: datetime
