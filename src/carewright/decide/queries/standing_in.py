"""A person on a day: the roles they hold, and those whose roles they may use meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
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

    @property
    def roles(self) -> frozenset[platform.Role]:
        """Every role that the person could use."""
        return self.self.roles.union(*(holder.roles for holder in self.stands_in_for))


def person(officer: platform.Officer, *, at: datetime) -> Person:
    """The officer as the roles and covers of the day have it, not as a page remembers it."""
    day = in_london(at).date()
    absent = _absent_of(officer.id, officer.organisation.id, day)
    return Person(
        self=_holder(platform.officer(officer.id, on=day), day),
        stands_in_for=tuple(_lent(_holder(each, day)) for each in absent),
    )


def _holder(officer: platform.Officer, day: date) -> Holder:
    covers = frozenset(_covered_by(officer.account_id, day))
    return Holder(officer.account_id, officer.name, officer.roles, covers)


def _lent(absent: Holder) -> Holder:
    """Somebody away with the powers that another may use for them."""
    return replace(absent, roles=absent.roles - platform.NEVER_LENT)


def _covered_by(account_id: UUID, day: date) -> Iterator[UUID]:
    """The accounts of all whom a person covers, in whichever organisation.

    Somebody who covers whoever asked in one council may not decide from an office in another, so
    the question is put to each organisation that the person works for, about that person alone.
    """
    with platform.acting_for(None, account_id=account_id):
        offices = platform.offices_of(account_id, on=day)
    for office in offices:
        organisation_id = office.officer.organisation.id
        with platform.acting_for(organisation_id):
            for absent in _absent_of(office.officer.id, organisation_id, day):
                yield absent.account_id


def _absent_of(officer_id: UUID, organisation_id: UUID, day: date) -> Iterator[platform.Officer]:
    """Those for whom an officer stands in on the day and who still work there."""
    for cover in platform.cover_on(organisation_id=organisation_id, day=day):
        if cover.deputy_id == officer_id:
            try:
                yield platform.officer(cover.absent_id, on=day)
            except platform.NotFound:
                continue
