"""Deadlines as a calendar (RFC 5545), and the secret in its address."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from icalendar import Calendar, Event, Timezone

from carewright_engine.values.local_time import LONDON


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due at a time; the page where it is seen to also tells it from others."""

    title: str
    link: str
    due_at: datetime

    @property
    def uid(self) -> str:
        """The same for as long as the thing is the same, whatever its words or its day."""
        return f"{hashlib.sha256(self.link.encode()).hexdigest()[:32]}@carewright"


@dataclass(frozen=True, slots=True)
class Published:
    """A deadline as it stands in somebody's calendar."""

    deadline: Deadline
    uid: str
    sequence: int
    changed_at: datetime
    cancelled: bool


def digest_of(token: str) -> str:
    """What is kept of a token; a secret so long needs no slow digest."""
    return hashlib.sha256(token.encode()).hexdigest()


def organisation_in(token: str) -> UUID | None:
    """The organisation that a token names, if it has the form of one."""
    try:
        return UUID(hex=token.partition("-")[0])
    except ValueError:
        return None


def as_calendar(published: Iterable[Published], *, name: str, address: str) -> bytes:
    """The calendar as programs read it; links lead to the pages under the address."""
    calendar = Calendar()
    calendar.add("prodid", "-//Carewright//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add_component(Timezone.from_tzid("Europe/London"))
    for each in published:
        calendar.add_component(_event(each, address))
    content: bytes = calendar.to_ical()
    return content


def _event(each: Published, address: str) -> Event:
    event = Event()
    event.add("uid", each.uid)
    event.add("sequence", each.sequence)
    event.add("dtstamp", each.changed_at)
    event.add("last-modified", each.changed_at)
    event.add("dtstart", each.deadline.due_at.astimezone(LONDON))
    event.add("summary", each.deadline.title)
    event.add("url", f"{address}{each.deadline.link}")
    event.add("status", "CANCELLED" if each.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event
