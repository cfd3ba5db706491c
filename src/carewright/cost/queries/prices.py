"""Prices that an organisation's agreements pay now, and how they lie to the least price."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from carewright.contract import api as contract
from carewright.contract.api import OVER, AgreementState, DayKind, Kind, Unit
from carewright.platform import api as platform
from carewright_engine.costing.minimum_price import HourOfCare, Round, built_up, by_visit_length
from carewright_engine.tables.readers.contract_register.sayings import care_named
from carewright_engine.values.money import Pence

_BEFORE: Final = (AgreementState.DRAFT.value, *(state.value for state in OVER))
Lies = Literal["below_direct", "below_least", "at_or_above"]


@dataclass(frozen=True, slots=True)
class Paid:
    """One price as it stands on a day, in pence a unit, with what it buys in the usual words."""

    agreement_id: UUID
    agreement: str
    reference: str
    provider: str
    service: str
    care: str | None  # home_care, care_home, ...; None: its words name no kind of care
    unit: Unit
    minutes: int
    day_kind: DayKind
    zone: str
    pence: int
    care_group: str = ""
    is_for_one_person: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """A price beside the least price of the same hour or visit, and its direct cost; in pence."""

    paid: Paid
    least: Pence
    direct: Pence

    @property
    def lies(self) -> Lies:
        """Below what the law has an employer pay, below the least price, or neither."""
        if self.paid.pence < self.direct:
            return "below_direct"
        return "below_least" if self.paid.pence < self.least else "at_or_above"

    @property
    def short_by(self) -> int:
        """Pence by which it lies below the least price; below nought, by which it lies above."""
        return self.least - self.paid.pence


def prices_paid(*, seen_by: platform.Officer, on: date) -> tuple[Paid, ...]:
    """Every price that stands on the day in agreements that are not over, in three queries."""
    running = contract.agreements(seen_by=seen_by).exclude(state__in=_BEFORE)
    found = running.order_by("number").prefetch_related("prices__service")
    return tuple(price for each in found for price in _standing(each, on))


def _standing(each: Any, on: date) -> Iterator[Paid]:
    one_person = contract.may_be_one_persons(Kind(each.kind), each.not_in_source)
    for line in each.prices.all():
        if contract.Term(line.starts_on, line.ends_before).covers(on):
            yield Paid(
                each.pk, each.title, str(each), each.provider_name, line.service.name,
                care_named((line.service.name, each.title)), Unit(line.unit), line.minutes,
                DayKind(line.day_kind), line.zone, line.pence, line.service.care_group, one_person,
            )  # fmt: skip


def beside_least(hour: HourOfCare, travel: Round, paid: tuple[Paid, ...]) -> tuple[Compared, ...]:
    """Prices of home care by the hour and by the visit, those that lie lowest first."""
    minutes = {each.minutes for each in paid if each.unit is Unit.VISIT}
    visits = {each.minutes: each for each in by_visit_length(hour, travel, sorted(minutes))}
    an_hour = built_up(hour)
    found = []
    for each in paid:
        if each.care == "home_care" and each.unit is Unit.HOUR:
            found.append(Compared(each, an_hour.price, an_hour.direct_cost))
        elif each.care == "home_care" and each.unit is Unit.VISIT:
            visit = visits[each.minutes]
            found.append(Compared(each, visit.a_visit, visit.direct_cost_of_visit))
    return tuple(sorted(found, key=lambda each: (-each.short_by, each.paid.reference)))
