"""Whether a finding may be one that was found before: proposed by likeness, never decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from rapidfuzz import fuzz

#: Out of 100. Beneath this, people who compared findings saw two different things.
ALIKE: Final = 72
SAME_SOURCE: Final = 8
_WORDS: Final = re.compile(r"[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a finding is compared by."""

    id: UUID
    text: str
    source: str
    reference: str = ""


def likeness(one: Finding, other: Finding) -> int:
    """How alike two findings are, out of 100; the same kind of source counts a little."""
    alike = fuzz.token_sort_ratio(_plain(one.text), _plain(other.text))
    within = fuzz.token_set_ratio(_plain(one.text), _plain(other.text))
    bonus = SAME_SOURCE if one.source == other.source else 0
    return min(100, round(0.5 * alike + 0.5 * within + bonus))


def most_like(new: Finding, earlier: Iterable[Finding], *, most: int = 3) -> list[tuple[UUID, int]]:
    """The earlier findings that may be this one, the likest first."""
    found = [(each.id, likeness(new, each)) for each in earlier if each.id != new.id]
    alike = [(which, degree) for which, degree in found if degree >= ALIKE]
    return sorted(alike, key=lambda pair: (-pair[1], str(pair[0])))[:most]


def _plain(text: str) -> str:
    return " ".join(_WORDS.sub(" ", text.casefold()).split())
