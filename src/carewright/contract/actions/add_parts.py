"""Adds a party, a service or a price to an agreement."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from carewright.contract import models
from carewright.contract.actions.reach import (
    agreement_in_reach,
    claimed,
    kept_by,
    record,
    refuse,
    refuse_closed_words,
    refuse_if,
    touch,
)
from carewright.contract.queries.facts import term_of
from carewright.contract.rules.life_of_an_agreement import OPEN_TO_CHANGE, AgreementState
from carewright.contract.rules.words import DayKind, Side, Unit
from carewright.contract.rules.writing import blockers_to_price
from carewright.platform import api as platform
from carewright.platform.api import Act

PRICED = (
    "It has a price already. Once the words of an agreement are closed, its prices change by a "
    "round of uplifts"
)
OVERLAPS = "Another price of the same thing counts on some of these days"


@transaction.atomic(durable=True)
def add_provider(
    *,
    agreement_id: UUID,
    name: str,
    number: str = "",
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Adds a provider, by its number in a register and by the name that was agreed."""
    once, found = _opened(agreement_id, intent, by=by, at=at)
    if once.done:
        return UUID(once.result)
    refuse_closed_words(found, by)
    refuse_if(not name.strip(), "Name the provider", "name")
    with kept_by("party_stands_once", f"{name.strip()} is a party already", "name"):
        party = models.Party.objects.create(
            organisation_id=found.organisation_id, agreement=found, side=Side.PROVIDER.value,
            name=name.strip(), number=number.strip(),
        )  # fmt: skip
    if not found.provider_name:
        found.provider_name, found.provider_number = party.name, party.number
        found.save(update_fields=["provider_name", "provider_number"])
    touch(found, by)
    record("add_provider", found, by=by, at=at, name=party.name, number=party.number)
    once.keep(party.pk)
    return party.pk


@transaction.atomic(durable=True)
def add_service(
    *,
    agreement_id: UUID,
    name: str,
    number: str = "",
    care_group: str = "",
    area_code: str = "",
    area_name: str = "",
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Adds what is bought, for whom and where."""
    once, found = _opened(agreement_id, intent, by=by, at=at)
    if once.done:
        return UUID(once.result)
    refuse_closed_words(found, by)
    refuse_if(not name.strip(), "Name the service", "name")
    with kept_by("service_stands_once", "This service is in the agreement already", "name"):
        service = models.AgreementService.objects.create(
            organisation_id=found.organisation_id, agreement=found, name=name.strip(),
            number=number.strip(), care_group=care_group.strip(), area_code=area_code.strip(),
            area_name=area_name.strip(),
        )  # fmt: skip
    touch(found, by)
    record("add_service", found, by=by, at=at, name=service.name, area=service.area_name)
    once.keep(service.pk)
    return service.pk


@transaction.atomic(durable=True)
def add_price_line(
    *,
    agreement_id: UUID,
    service_id: UUID,
    unit: Unit,
    pence: int,
    starts_on: date,
    ends_before: date | None = None,
    minutes: int = 0,
    day_kind: DayKind = DayKind.ANY,
    zone: str = "",
    reason: str = "",
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Agrees a price from a day on; in a draft the open price of the same thing ends there.

    What is priced is told by service, unit, minutes, kind of day and zone. The database refuses
    two prices of one thing on one day, whoever writes them at once. Once the words are closed,
    nobody changes alone what somebody else has approved: what has a price keeps it until a round
    of uplifts, which a second person reads and another approves, gives it a new one.
    """
    once, found = _opened(agreement_id, intent, by=by, at=at)
    if once.done:
        return UUID(once.result)
    is_open = AgreementState(found.state) in OPEN_TO_CHANGE
    if is_open:
        refuse_closed_words(found, by)
    refuse(blockers_to_price(
        unit=unit, minutes=minutes, pence=pence, starts_on=starts_on, reason=reason,
        term=term_of(found), state=AgreementState(found.state),
    ))  # fmt: skip
    refuse_if(
        ends_before is not None and ends_before <= starts_on,
        "The last day must not come before the first", "last_day",
    )  # fmt: skip
    service = _service(found, service_id)
    line = models.PriceLine(
        organisation_id=found.organisation_id, agreement=found, service=service, unit=unit.value,
        minutes=minutes, day_kind=day_kind.value, zone=zone.strip(), pence=pence,
        starts_on=starts_on, ends_before=ends_before, reason=reason.strip(),
        written_by_name=by.name, written_at=at,
    )  # fmt: skip
    refuse_if(not is_open and _of_the_same(line).exists(), PRICED, "starts_on")
    closed = _close_the_open_one(line)
    with kept_by("price_line_overlaps_no_other", OVERLAPS, "starts_on"):
        line.save()
    touch(found, by)
    record(
        "add_price_line", found, by=by, at=at, reason=reason, line=str(line.pk), pence=pence,
        starts_on=starts_on.isoformat(), closed=closed,
    )  # fmt: skip
    once.keep(line.pk)
    return line.pk


def _opened(
    agreement_id: UUID, intent: platform.Intent, *, by: platform.Officer, at: datetime
) -> tuple[platform.Once, models.Agreement]:
    """What was meant, claimed before anything is changed, and the agreement locked after it."""
    once = claimed(intent, Act.WRITE_AGREEMENT, by=by, at=at)
    return once, agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)


def _service(found: models.Agreement, service_id: UUID) -> models.AgreementService:
    service = found.services.filter(pk=service_id).first()
    if service is None:
        raise platform.NotYours
    return service


def _of_the_same(line: models.PriceLine) -> QuerySet[models.PriceLine]:
    """Every price of what this line is a price of."""
    return models.PriceLine.objects.filter(
        service_id=line.service_id, unit=line.unit, minutes=line.minutes,
        day_kind=line.day_kind, zone__iexact=line.zone,
    )  # fmt: skip


def _close_the_open_one(line: models.PriceLine) -> str:
    """Ends the price without an end that began before the new one; its id, if there is one."""
    standing = _of_the_same(line).filter(ends_before=None, starts_on__lt=line.starts_on).first()
    if standing is None:
        return ""
    standing.ends_before = line.starts_on
    standing.save(update_fields=["ends_before"])
    return str(standing.pk)
