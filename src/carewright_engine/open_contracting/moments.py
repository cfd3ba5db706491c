"""Days and times as releases write them, compared as moments and not as text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any, Final

DAY_ALONE: Final = re.compile(r"\d{4}-\d\d-\d\d$")


def is_later(one: Any, other: Any) -> bool:
    """Whether a moment is after another; what cannot be read as a moment is after nothing.

    A day without a time is that whole day: it is neither before nor after a moment within it.
    """
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    if len(one) <= 10 or len(other) <= 10:
        return one[:10] > other[:10]
    if one[19:] == other[19:]:  # by the same clock, so the text has the order of the moments
        return one > other
    first, second = moment(one), moment(other)
    return first is not None and second is not None and first > second


def moment(written: Any) -> datetime | None:
    """A moment as written, in its own offset; UTC where none is given."""
    if not isinstance(written, str):
        return None
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
