"""How long care may go on by an exception before somebody decides anew."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from carewright.platform.api import Blocker

#: Our own proposal: long enough to sign an agreement, too short to be forgotten.
MOST_DAYS: Final = 92


def blockers_to_go_on(*, reason: str, starts_on: date, until: date, today: date) -> list[Blocker]:
    """Why an exception cannot be recorded so."""
    found = []
    if not reason.strip():
        found.append(Blocker("reason", "Say why care has to go on"))
    if until < starts_on or until < today:
        found.append(Blocker("until", "The clock has to end on a day to come"))
    if until > max(starts_on, today) + timedelta(days=MOST_DAYS):
        found.append(Blocker("until", f"At most {MOST_DAYS} days at once"))
    if starts_on > today:
        found.append(Blocker("starts_on", "It begins today or has begun already"))
    return found
