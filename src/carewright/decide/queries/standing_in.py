"""A person on a day: the roles they hold, and those whose roles they may use meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from carewright.decide.rules.who_may import Holder
from carewright.platform import api as platform
from carewright.ui.formats import in_london


@dataclass(frozen=True, slots=True)
class Person:
    """An officer with those whom the officer covers in the same organisation."""

    self: Holder
    stands_in_for: tuple[Holder, ...]
    at: datetime  # when they are asked about

    @property
    def roles(self) -> frozenset[platform.Role]:
        """Every role that the person could use."""
        return self.self.roles.union(*(holder.roles for holder in self.stands_in_for))


def person(officer: platform.Officer, *, at: datetime) -> Person:
    """The officer as the roles and covers of the day have it, not as a page remembers it."""
    day = in_london(at).date()
    offices = _offices_of(officer.account_id, day)
    absent_from = {each.id: _absent_of(each, day) for each in offices}
    here = next((each for each in offices if each.id == officer.id), None)
    if here is None:
        raise platform.NotFound("There is no such active officer")
    return Person(
        self=_holder(here, absent_from.values()),
        stands_in_for=tuple(_lent(each, day) for each in absent_from[here.id]),
        at=at,
    )


def stands_in_for(officer: platform.Officer, *, at: datetime) -> frozenset[UUID]:
    """The accounts of all for whom the officer stands in on the day, in whichever organisation."""
    return person(officer, at=at).self.covers


def why_no_second_person(asked_by: UUID | None, *, by: platform.Officer, at: datetime) -> str:
    """Why whoever confirms is no other person than whoever asked, by account; empty: they are.

    No account of one's own confirms, nor does whoever stands in for whoever asked that day: one
    signs for two, and is no second person.
    """
    if platform.is_same_person(by, asked_by):
        return "You asked for this yourself. Somebody else has to confirm it"
    away = platform.accounts_of_the_same_people(
        stands_in_for(by, at=at), organisation_id=by.organisation.id
    )
    if asked_by in away:
        return "You stand in for whoever asked for this. Somebody else has to confirm it"
    return ""


def _lent(absent: platform.Officer, day: date) -> Holder:
    """Somebody away with the powers that another may use for them."""
    offices = _offices_of(absent.account_id, day)
    holder = _holder(absent, (_absent_of(each, day) for each in offices))
    return replace(holder, roles=holder.roles - platform.NEVER_LENT)


def _holder(officer: platform.Officer, absent: Iterable[list[platform.Officer]]) -> Holder:
    """A person with the accounts of all whom they cover, in whichever organisation.

    Somebody who covers whoever asked in one council may not decide from an office in another.
    """
    covers = frozenset(each.account_id for there in absent for each in there)
    return Holder(officer.account_id, officer.name, officer.roles, covers)


def _offices_of(account_id: UUID, day: date) -> list[platform.Officer]:
    """Every office of one person, asked about that person alone."""
    now = platform.standing()
    with platform.acting_for(now.organisation_id if now else None, account_id=account_id):
        return [office.officer for office in platform.offices_of(account_id, on=day)]


def _absent_of(officer: platform.Officer, day: date) -> list[platform.Officer]:
    """Those for whom an officer stands in on the day and who still work there."""
    now, organisation_id = platform.standing(), officer.organisation.id
    account_id = now.account_id if now and now.organisation_id == organisation_id else None
    with platform.acting_for(organisation_id, account_id=account_id):
        covers = platform.cover_on(organisation_id=organisation_id, day=day)
        ids = [cover.absent_id for cover in covers if cover.deputy_id == officer.id]
        return platform.officers_among(ids, on=day)
