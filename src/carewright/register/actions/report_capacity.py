"""Reports what can be provided in an area, now or from a day to come, and takes a report back."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from carewright.platform import api as platform
from carewright.platform.api import Blocker
from carewright.register.actions.decide import DecisionRefused
from carewright.register.models import CapacityReport
from carewright.register.rules.capacity import MEASURES, blockers_to_report, is_planned


@transaction.atomic(durable=True)
def report_capacity(
    *,
    area_kind: str,
    area_code: str,
    area_name: str,
    support: str,
    amount: Decimal,
    since: date,
    said_by: str,
    source: str,
    provider_name: str = "",
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Keeps the report and returns its id; a day after that of the report means planned."""
    platform.require(by, platform.Act.REPORT_CAPACITY)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if once.done:
        return UUID(once.result)
    said = {"support": support, "said_by": said_by, "source": source}
    blockers = blockers_to_report(amount=amount, since=since, on=localdate(at), **said)
    if blockers:
        raise DecisionRefused(blockers)
    kept = CapacityReport.objects.create(
        organisation_id=by.organisation.id, area_kind=area_kind, area_code=area_code,
        area_name=area_name, support=support, measure=MEASURES[support], amount=amount,
        since=since, planned=is_planned(since, on=localdate(at)),
        provider_name=" ".join(provider_name.split()), said_by=said_by.strip(),
        source=source.strip(), reported_by_name=by.name, reported_at=at,
    )  # fmt: skip
    _record(platform.Act.REPORT_CAPACITY, kept, by, at, kept.source)
    once.keep(str(kept.pk))
    return kept.pk


@transaction.atomic(durable=True)
def take_back_capacity(*, report_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """Lets a report count no longer; it stays in the list with who took it back and why."""
    platform.require(by, platform.Act.TAKE_BACK_CAPACITY)
    own = CapacityReport.objects.for_organisation(by.organisation.id)
    found = own.select_for_update().filter(pk=report_id).first()
    if found is None:
        raise platform.NotYours
    if found.taken_back_at is not None:
        raise DecisionRefused([Blocker("reason", "This report has been taken back already")])
    if not reason.strip():
        raise DecisionRefused([Blocker("reason", "Say why the report no longer counts")])
    found.taken_back_by_name, found.taken_back_at = by.name, at
    found.taken_back_reason = reason.strip()
    found.save(update_fields=["taken_back_by_name", "taken_back_at", "taken_back_reason"])
    _record(platform.Act.TAKE_BACK_CAPACITY, found, by, at, found.taken_back_reason)


def _record(
    act: platform.Act, report: CapacityReport, by: platform.Officer, at: datetime, reason: str
) -> None:
    platform.audit.record(
        act, "capacity_report", report.pk, by=by, at=at, organisation_id=report.organisation_id,
        reason=reason, area=report.area_code, support=report.support,
        amount=str(report.amount), since=report.since.isoformat(), planned=report.planned,
    )  # fmt: skip
