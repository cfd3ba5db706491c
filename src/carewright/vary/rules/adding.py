"""What a later change takes of the exemptions on which its agreement stands, and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from carewright.contract.api import Blocker, Term, further_pence
from carewright.ui.formats import pounds, written_date
from carewright_engine.rules.words import listed


@dataclass(frozen=True, slots=True)
class Added:
    """What a change adds: pence over the days on which they are bought; no end: pence a year."""

    pence: int
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class StoodOn:
    """An exemption that carries the agreement, with the pence that are left of it."""

    id: UUID
    reference: str  # X-0001
    starts_on: date
    ends_before: date
    left_pence: int


@dataclass(frozen=True, slots=True)
class Taken:
    """How many pence each exemption gives towards a change, and how many none of them has."""

    by_exemption: tuple[tuple[StoodOn, int], ...] = ()
    lacking_pence: int = 0

    @property
    def pence(self) -> int:
        """What the change takes in all, be it there or not."""
        return sum(pence for _, pence in self.by_exemption) + self.lacking_pence


def taken(added: Added, stands_on: Sequence[StoodOn]) -> Taken:
    """What a change takes of each, those that end first before the others.

    Of one exemption no more than the change comes to on its own days, by months begun.
    """
    standing = _standing(added, stands_on)
    if added.pence <= 0 or not standing:
        return Taken()
    lacking = _on_days(
        added, min(each.starts_on for each in standing), max(each.ends_before for each in standing)
    )
    given = []
    for each in standing:
        most = _on_days(added, each.starts_on, each.ends_before)
        pence = min(lacking, most, each.left_pence)
        lacking -= pence
        if pence:
            given.append((each, pence))
    return Taken(tuple(given), lacking)


def blockers_to_add(
    added: Added, stands_on: Sequence[StoodOn], *, ends_before: date | None
) -> list[Blocker]:
    """Why the exemptions of the agreement do not carry a change; `ends_before` is a later end.

    An agreement that stands on no exemption is carried by none.
    """
    if not stands_on:
        return []
    last = max(each.ends_before for each in stands_on)
    found = []
    if ends_before is not None and ends_before > last:
        says = f"{_names(stands_on)} counts until {_last_day(last)}, and the new end is later"
        found.append(Blocker("last_day", f"{says}. {_HAVE_GRANTED}"))
    if added.pence > 0 and not _standing(added, stands_on):
        says = f"{_names(stands_on)} counted until {_last_day(last)}, and nothing is added after it"
        found.append(Blocker("change_pence", f"{says}. {_HAVE_GRANTED}"))
    takes = taken(added, stands_on)
    if takes.lacking_pence:
        left = takes.pence - takes.lacking_pence
        says = (
            f"It takes {pounds(takes.pence)} of {_names(stands_on)}, of which {pounds(left)} is "
            "left for it"
        )
        found.append(Blocker("change_pence", f"{says}. {_HAVE_GRANTED}, or change less"))
    return found


_HAVE_GRANTED = (
    "Have a further exemption granted for the rest, and name this agreement as relying on it"
)


def _standing(added: Added, stands_on: Sequence[StoodOn]) -> list[StoodOn]:
    """Those that still count on some day of the change, the first to end first."""
    still = [each for each in stands_on if each.ends_before > added.since]
    return sorted(still, key=lambda each: (each.ends_before, each.reference))


def _on_days(added: Added, starts_on: date, ends_before: date) -> int:
    first, last = max(starts_on, added.since), min(ends_before, added.until or ends_before)
    return further_pence(added.pence, Term(added.since, added.until), after=first, until=last)


def _names(stands_on: Sequence[StoodOn]) -> str:
    return listed(tuple(each.reference for each in stands_on))


def _last_day(ends_before: date) -> str:
    last = Term(None, ends_before).last_day
    return written_date(last) if last else ""
