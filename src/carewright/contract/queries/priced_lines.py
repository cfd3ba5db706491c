"""The price lines of many agreements at once, as a round of uplifts reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from carewright.contract import models
from carewright.contract.queries.facts import service_label
from carewright.contract.rules.facts import Priced
from carewright.contract.rules.life_of_an_agreement import RUNNING, AgreementState
from carewright.contract.rules.publishing import may_be_one_persons
from carewright.contract.rules.terms import Term, annual_pence
from carewright.contract.rules.words import DayKind, Kind, Unit
from carewright.platform import api as platform

#: Agreed by both sides and not over: whose prices a round may change.
OPEN_TO_A_ROUND: Final = sorted(state.value for state in RUNNING | {AgreementState.SIGNED})
_COLUMNS: Final = (
    "id", "agreement_id", "agreement__number", "agreement__kind", "agreement__provider_number",
    "agreement__provider_name", "agreement__value_pence", "agreement__starts_on",
    "agreement__ends_before", "agreement__people_supported", "agreement__not_in_source",
    "service__name",
    "service__care_group", "service__area_name", "unit", "minutes", "day_kind", "zone", "pence",
    "starts_on", "ends_before",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which agreements a rule chooses; nothing said of a thing leaves it open."""

    kinds: tuple[Kind, ...] = ()
    care_groups: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()  # by number in a register, or by name
    services: tuple[str, ...] = ()  # by their names
    budget_holders: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A price line with what its agreement says of it; money in pence, a unit or a year."""

    id: UUID
    agreement_id: UUID
    agreement: str  # C-0417
    kind: Kind
    provider_key: str
    provider: str
    priced: Priced
    pence: int
    starts_on: date
    line_ends_before: date | None
    agreement_ends_before: date | None
    annual_pence: int | None  # what the whole agreement comes to in a year, if it says
    people: int | None  # supported under the whole agreement
    care_group: str = ""
    is_for_one_person: bool = False  # or may be, so that not everybody may see it

    @property
    def like(self) -> tuple[str, Unit, int, DayKind]:
        """What makes two prices comparable: for whom, by which unit, on which kind of day."""
        return (self.care_group, self.priced.unit, self.priced.minutes, self.priced.day_kind)

    @property
    def ends_before(self) -> date | None:
        """The first day on which the price no longer counts, be it for its agreement's end."""
        line, agreement = self.line_ends_before, self.agreement_ends_before
        return min(line, agreement) if line and agreement else line or agreement


def priced_lines(
    chosen: Chosen, *, counting_from: date, seen_by: platform.Officer
) -> tuple[PricedLine, ...]:
    """Lines of the chosen agreements that count on the day or later, in one order.

    Of one person's placement as well, as its price rises with the others; a line names nobody.
    """
    found = _lines(seen_by).filter(_asked(chosen), agreement__state__in=OPEN_TO_A_ROUND)
    still = Q(ends_before=None) | Q(ends_before__gt=counting_from)
    return tuple(_rows(found.filter(still)))


def priced_lines_of(
    line_ids: Iterable[UUID], *, seen_by: platform.Officer
) -> tuple[PricedLine, ...]:
    """The same lines as they stand now; one that is gone is left out."""
    return tuple(_rows(_lines(seen_by).filter(pk__in=list(line_ids))))


def _lines(seen_by: platform.Officer) -> QuerySet[models.PriceLine]:
    return models.PriceLine.objects.for_organisation(seen_by.organisation.id)


def _asked(chosen: Chosen) -> Q:
    asked = Q()
    if chosen.kinds:
        asked &= Q(agreement__kind__in=[each.value for each in chosen.kinds])
    if chosen.care_groups:
        asked &= Q(service__care_group__in=chosen.care_groups)
    if chosen.services:
        asked &= _named("service__name", chosen.services)
    if chosen.providers:
        asked &= _named("agreement__provider_number", chosen.providers) | _named(
            "agreement__provider_name", chosen.providers
        )
    if chosen.budget_holders:
        asked &= Q(agreement__budget_holder_id__in=chosen.budget_holders)
    return asked


def _named(field: str, names: tuple[str, ...]) -> Q:
    named = Q()
    for each in names:
        named |= Q(**{f"{field}__iexact": each})
    return named


def _rows(found: QuerySet[models.PriceLine]) -> Iterator[PricedLine]:
    """In the order of agreements; what many lines share is worked out once."""
    labels: dict[tuple[object, ...], Priced] = {}
    for (
        line_id, agreement_id, number, kind, provider_number, provider_name, value, starts, ends,
        people, unsaid, service, care_group, area, unit, minutes, day_kind, zone, pence, starts_on,
        ends_before,
    ) in found.order_by("agreement__number", "id").values_list(*_COLUMNS):  # fmt: skip
        told = (service, care_group, area, unit, minutes, day_kind, zone)
        if told not in labels:
            bought = models.AgreementService(name=service, care_group=care_group, area_name=area)
            label = service_label(bought)
            labels[told] = Priced(label, Unit(unit), minutes, DayKind(day_kind), zone)
        yield PricedLine(
            line_id, agreement_id, f"C-{number:04d}", Kind(kind), provider_number or provider_name,
            provider_name, labels[told], pence, starts_on, ends_before, ends,
            None if value is None else annual_pence(value, Term(starts, ends)), people, care_group,
            may_be_one_persons(Kind(kind), unsaid),
        )  # fmt: skip
