"""When an account that nobody signs in to is warned of, and when it is disabled."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

DORMANT_AFTER: Final = timedelta(days=90)
WARNED_BEFORE: Final = timedelta(days=14)


def awake_since(*moments: datetime | None) -> datetime:
    """The last sign that somebody uses an account: opened, signed in to, or enabled again."""
    return max(each for each in moments if each is not None)


def is_dormant(since: datetime, at: datetime) -> bool:
    """Whether nobody has signed in for 90 days."""
    return at >= since + DORMANT_AFTER


def soon_dormant(since: datetime, at: datetime) -> bool:
    """Whether somebody should be told that 90 days without signing in are nearly over."""
    return since + DORMANT_AFTER - WARNED_BEFORE <= at < since + DORMANT_AFTER


def dormant_at(since: datetime) -> datetime:
    """When the account is disabled unless somebody signs in before."""
    return since + DORMANT_AFTER
