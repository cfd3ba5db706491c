"""When a piece of news goes out by e-mail: at once, in the morning, or never."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from carewright.notify.rules.kinds import NewsKind
from carewright_engine.values.local_time import LONDON


class Pace(StrEnum):
    """How soon an officer wants mail; the desk shows everything at once whatever they choose."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    NEVER = "never"


class DeliveryState(StrEnum):
    """How far a mail has come."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"  # it is tried again
    GIVEN_UP = "given_up"


MOVES: Final[Mapping[DeliveryState, frozenset[DeliveryState]]] = {
    DeliveryState.WAITING: frozenset(
        {DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.GIVEN_UP}
    ),
    DeliveryState.FAILED: frozenset({DeliveryState.SENT, DeliveryState.GIVEN_UP}),
    DeliveryState.SENT: frozenset(),
    DeliveryState.GIVEN_UP: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an officer has chosen; these are the choices of who has chosen nothing."""

    pace: Pace = Pace.AT_ONCE
    digest_at: time = time(8)
    quiet_from: time | None = time(19)
    quiet_until: time | None = time(7)
    off: frozenset[str] = field(default_factory=frozenset)
    language: str = "en-gb"


def mail_due(kind: NewsKind, wishes: Wishes, at: datetime) -> datetime | None:
    """When news of this kind goes out by mail; None when it stays on the desk."""
    if kind.always:
        return after_quiet(at, wishes)
    if kind.value in wishes.off or wishes.pace is Pace.NEVER:
        return None
    if wishes.pace is Pace.DAILY:
        return next_at(wishes.digest_at, at)
    return after_quiet(at, wishes)


def after_quiet(at: datetime, wishes: Wishes) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into."""
    begins, ends = wishes.quiet_from, wishes.quiet_until
    if begins is None or ends is None or begins == ends:
        return at
    clock = at.astimezone(LONDON).time().replace(tzinfo=None)
    over_midnight = begins > ends
    quiet = clock >= begins or clock < ends if over_midnight else begins <= clock < ends
    return next_at(ends, at) if quiet else at


def next_at(clock: time, after: datetime) -> datetime:
    """The first moment after this one at which the clocks in London show so much.

    A time that is left out as the clocks go forward comes an hour later; of one that comes twice
    the first that is still ahead is meant.
    """
    day = after.astimezone(LONDON).date()
    ahead = (
        moment
        for days in range(3)
        for moment in _moments(day + timedelta(days=days), clock)
        if moment > after
    )
    return min(ahead)


def _moments(day: date, clock: time) -> list[datetime]:
    first = datetime.combine(day, clock, tzinfo=LONDON).astimezone(UTC)
    if first.astimezone(LONDON).time() != clock:
        return [first]  # left out: this is the same distance after the change
    second = datetime.combine(day, clock.replace(fold=1), tzinfo=LONDON).astimezone(UTC)
    return [first, second]
