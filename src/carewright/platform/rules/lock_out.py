"""When failed sign-ins lock an address, and when it opens again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

MOST_FAILURES: Final = 5
#: Failures further apart than this are mistakes, not guessing.
FAILURES_COUNT_FOR: Final = timedelta(minutes=15)
LOCKED_FOR: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Tries:
    """Failures with one address, the first of those that count, and the end of a lock."""

    failures: int = 0
    first_at: datetime | None = None
    locked_until: datetime | None = None

    def locked(self, at: datetime) -> bool:
        """Whether even the right password opens nothing now."""
        return self.locked_until is not None and at < self.locked_until


def after_another(tries: Tries, at: datetime) -> Tries:
    """The count once somebody tries again, before it is known whether the password is right.

    Trying counts first and is taken back when it was right, so that many tries at the same moment
    get no further than one after the other.
    """
    if tries.first_at is None or _is_over(tries, at):
        tries = Tries(0, at, None)
    failures = tries.failures + 1
    locked = at + LOCKED_FOR if failures >= MOST_FAILURES else None
    return Tries(failures, tries.first_at, locked)


def _is_over(tries: Tries, at: datetime) -> bool:
    if tries.locked_until is not None:
        return at >= tries.locked_until
    return tries.first_at is None or at >= tries.first_at + FAILURES_COUNT_FOR
