"""The deadline: the first moment that is too late. It judges when a manifest arrived.

A bid is in time if its manifest arrived before the deadline, by the clock of whoever receives
it (a server: its database's). How long files took to send is nobody's question.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from carewright_engine.sealing.manifest import SignedManifest
from carewright_engine.sealing.refusing import Refused
from carewright_engine.values.local_time import LONDON, NoSingleMoment, london_moment


class Verdict(StrEnum):
    """What the deadline says of a manifest."""

    IN_TIME = "in_time"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A manifest, when it arrived, and what follows."""

    manifest: SignedManifest
    deadline: datetime
    arrived_at: datetime
    verdict: Verdict


def judge(manifest: SignedManifest, deadline: datetime, arrived_at: datetime) -> Judgement:
    """In time up to the last microsecond before the deadline; at the deadline itself, late."""
    require_deadline(deadline)
    _require_zone(arrived_at, "time of arrival")
    return Judgement(manifest, deadline, arrived_at, verdict_of(deadline, arrived_at))


def verdict_of(deadline: datetime, arrived_at: datetime) -> Verdict:
    """The one comparison on which everything rests."""
    return Verdict.IN_TIME if arrived_at < deadline else Verdict.LATE


def london_deadline(day: date, clock: time) -> datetime:
    """The deadline at this time in London; a time that does not exist or comes twice is refused."""
    try:
        return london_moment(day, clock)
    except NoSingleMoment as problem:
        raise Refused(f"This cannot be a deadline: {problem}.") from None


def require_deadline(deadline: datetime) -> None:
    """Refuses a moment that clocks in London do not show exactly once."""
    _require_zone(deadline, "deadline")
    shown = deadline if deadline.tzinfo is LONDON else deadline.astimezone(LONDON)
    london_deadline(shown.date(), shown.time().replace(fold=0))


def _require_zone(moment: datetime, what: str) -> None:
    if moment.utcoffset() is None:
        raise Refused(f"The {what} has no time zone: say in which zone it is.")
