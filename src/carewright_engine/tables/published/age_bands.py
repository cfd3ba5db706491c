"""Age bands as publishers write them, and as the canonical tables do: '65-74', '85+', 'all'."""

from __future__ import annotations

import re
from typing import Final

WHOLE: Final = frozenset({"all", "all ages", "all people", "total", "persons", "any age"})
UNKNOWN: Final = frozenset({"unknown", "not known", "not known / unspecified", "unspecified", "-"})

_OPEN_ABOVE = re.compile(r"^(\d{1,3})(?:\.0)?\s*(?:\+|plus|and over|and above|or over|& over)$")
_BETWEEN = re.compile(r"^(\d{1,3})(?:\.0)?\s*(?:-|–|to)\s*(\d{1,3})$")
_SINGLE = re.compile(r"^(\d{1,3})(?:\.0+)?$")
_NOISE = re.compile(r"\b(?:aged?|years?|yrs)\b|_")


def bounds(text: str) -> tuple[int, int | None] | None:
    """The youngest and oldest age of a band; the oldest is None when open, None when no band."""
    bare = _bare(text)
    if bare in WHOLE:
        return (0, None)
    if found := _OPEN_ABOVE.match(bare):
        return (int(found[1]), None)
    if found := _BETWEEN.match(bare):
        return (int(found[1]), int(found[2])) if int(found[1]) <= int(found[2]) else None
    if found := _SINGLE.match(bare):
        return (int(found[1]), int(found[1]))
    return None


def age_band(text: str) -> str | None:
    """The band as the canonical tables write it, or None when the text is no age band."""
    bare = _bare(text)
    if bare in WHOLE:
        return "all"
    if bare in UNKNOWN:
        return "unknown"
    found = bounds(text)
    if found is None:
        return None
    youngest, oldest = found
    if oldest is None:
        return f"{youngest}+"
    return str(youngest) if youngest == oldest else f"{youngest}-{oldest}"


def _bare(text: str) -> str:
    return " ".join(_NOISE.sub(" ", text.strip().lower()).split())
