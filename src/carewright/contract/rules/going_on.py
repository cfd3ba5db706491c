"""How long care may go on by an exception before somebody decides anew."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from carewright.contract.rules.terms import Blocker

#: Our own proposal: long enough to sign an agreement, too short to be forgotten.
MOST_DAYS: Final = 92


def blockers_to_go_on(*, reason: str, starts_on: date, until: date, today: date) -> list[Blocker]:
    """Why an exception cannot be recorded so."""
    found = []
    if not reason.strip():
        found.append(Blocker("Say why care has to go on", "reason"))
    if until < starts_on or until < today:
        found.append(Blocker("The clock has to end on a day to come", "until"))
    if until > max(starts_on, today) + timedelta(days=MOST_DAYS):
        found.append(Blocker(f"At most {MOST_DAYS} days at once", "until"))
    if starts_on > today:
        found.append(Blocker("It begins today or has begun already", "starts_on"))
    return found
