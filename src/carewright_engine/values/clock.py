"""Times of day as people write them: 17:00, 5 pm, 8.30 a.m., 0830, 12 noon."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

_CLOCK: Final = re.compile(r"^([0-9]{1,2})(?:[:.]?([0-9]{2}))?\s*(am|pm|noon|midnight)?$")
_IN_WORDS: Final = {"noon": "12 noon", "midday": "12 noon", "midnight": "12 midnight"}
_HOW: Final = "Write the time like 5 pm, 5.30 pm, 17:00 or 12 noon"


class NotAClock(ValueError):
    """No time of day can be made of the words; the text says how to write it."""


def read_clock(words: str) -> time:
    """The time of day meant; an hour alone may be morning or afternoon, and is not guessed."""
    typed = re.sub(r"\b([ap])\.?\s?m\b\.?", r"\1m", words.strip().lower())
    found = _CLOCK.match(_IN_WORDS.get(typed, typed))
    if not found:
        raise NotAClock(_HOW)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half is None and found[2] is None:
        raise NotAClock(f"Say whether {hour} is am or pm, like 5 pm or 17:00")
    if half:
        hour = _in_the_day(hour, minute, half)
    if hour > 23 or minute > 59:
        raise NotAClock("There is no such time of day. Write it like 5 pm or 17:00")
    return time(hour, minute)


def _in_the_day(hour: int, minute: int, half: str) -> int:
    if not 1 <= hour <= 12 or (half in ("noon", "midnight") and (hour, minute) != (12, 0)):
        raise NotAClock(_HOW)
    return hour % 12 + (12 if half in ("pm", "noon") else 0)
