"""What is found in a release: where, what, and whether it may be published with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Release = dict[str, Any]


class Kind(StrEnum):
    """What a finding is about."""

    SCHEMA = "schema"  # the published schema does not allow it
    ODD = "odd"  # allowed, and says nothing or says it in an odd way
    UNKNOWN = "unknown"  # a field of neither the standard nor a known extension: kept
    COHERENCE = "coherence"  # two things said in the release cannot both be so
    NOTE = "note"  # to be understood before the figures are used
    PRIVACY = "privacy"  # may be about one person


#: A release of ours is not published with any of these; a stranger's is read all the same.
STOPPING = frozenset({Kind.SCHEMA, Kind.ODD, Kind.COHERENCE, Kind.PRIVACY})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, in words for the person who can put it right."""

    kind: Kind
    at: str  # "awards/2/value/amount"; empty for the release itself
    words: str

    @property
    def stops(self) -> bool:
        """Whether a release of ours with it is not published."""
        return self.kind in STOPPING


def stopping(found: Iterable[Finding]) -> list[Finding]:
    """Those that keep a release from being published."""
    return [one for one in found if one.stops]


def odd(at: str, words: str) -> Finding:
    """Something said in an odd way."""
    return Finding(Kind.ODD, at, words)


def incoherent(at: str, words: str) -> Finding:
    """Two things that cannot both be so."""
    return Finding(Kind.COHERENCE, at, words)
