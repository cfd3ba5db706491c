"""What a person says of published facts: a right value, who runs a service, which are one."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from carewright.platform import api as platform
from carewright.platform.api import Blocker
from carewright.register.models import Correction, GroupDecision, PublicRunDecision, ServiceReading
from carewright.register.models.decisions import Decision
from carewright.register.queries.services import published_values
from carewright.register.rules.corrections import as_stored, blockers_to_correct

PUBLIC_CLASSES = ("", "council", "council_company", "health_board")


class DecisionRefused(platform.Blocked):
    """A decision that cannot stand, with each reason and the field that it is about."""


@transaction.atomic(durable=True)
def correct_value(
    *,
    service_id: str,
    as_at: date,
    column: str,
    new_value: str,
    reason: str,
    by: platform.Officer,
    at: datetime,
) -> UUID:
    """Puts a wrong published value right for one's organisation; the file stays as it was."""
    platform.require(by, platform.Act.CONFIRM_FACTS)
    new_value = as_stored(column, new_value)
    if blockers := blockers_to_correct(column=column, new_value=new_value, reason=reason):
        raise DecisionRefused(blockers)
    published = _published(service_id, as_at, column, by)
    _wait_ones_turn("correction", service_id, as_at, column, by=by)
    _withdraw_standing(
        Correction.objects.filter(service_id=service_id, as_at=as_at, column=column), by, at
    )
    correction = Correction.objects.create(
        organisation_id=by.organisation.id, service_id=service_id, as_at=as_at, column=column,
        old_value=published[:300], new_value=new_value, reason=reason.strip(),
        decided_by_name=by.name, decided_at=at,
    )  # fmt: skip
    _record("correct_value", correction, by, at, column=column, old=published, new=new_value)
    return correction.pk


@transaction.atomic(durable=True)
def confirm_who_runs(
    *, service_ids: list[str], public_class: str, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Confirms for services that they are publicly run, and by what; or that they are not."""
    platform.require(by, platform.Act.CONFIRM_FACTS)
    if public_class not in PUBLIC_CLASSES:
        raise DecisionRefused([Blocker("public_class", "Choose who runs the services")])
    _require_reason(reason)
    known = set(
        ServiceReading.objects.visible_to(by)
        .filter(service_id__in=service_ids)
        .values_list("service_id", flat=True)
    )
    if not known or known != set(service_ids):
        raise DecisionRefused([Blocker("service", "Choose at least one service of the list")])
    for service_id in sorted(known):
        _wait_ones_turn("who_runs", service_id, by=by)
        _withdraw_standing(PublicRunDecision.objects.filter(service_id=service_id), by, at)
        decision = PublicRunDecision.objects.create(
            organisation_id=by.organisation.id, service_id=service_id, public_class=public_class,
            reason=reason.strip(), decided_by_name=by.name, decided_at=at,
        )  # fmt: skip
        _record("confirm_who_runs", decision, by, at, service=service_id, runs=public_class)


@transaction.atomic(durable=True)
def confirm_group(
    *,
    group_id: str,
    group_name: str,
    is_one: bool,
    reason: str,
    by: platform.Officer,
    at: datetime,
) -> None:
    """Confirms that providers proposed as one operator are one, or that they are not."""
    platform.require(by, platform.Act.CONFIRM_FACTS)
    _require_reason(reason)
    _wait_ones_turn("group", group_id, by=by)
    _withdraw_standing(GroupDecision.objects.filter(group_id=group_id), by, at)
    decision = GroupDecision.objects.create(
        organisation_id=by.organisation.id, group_id=group_id, group_name=group_name[:300],
        is_one=is_one, reason=reason.strip(), decided_by_name=by.name, decided_at=at,
    )  # fmt: skip
    _record("confirm_group", decision, by, at, group=group_id, is_one=is_one)


@transaction.atomic(durable=True)
def withdraw_correction(
    *, correction_id: UUID, reason: str, by: platform.Officer, at: datetime
) -> None:
    """Lets the published value stand again."""
    platform.require(by, platform.Act.CONFIRM_FACTS)
    own = Correction.objects.for_organisation(by.organisation.id).filter(withdrawn_at=None)
    found = own.select_for_update().filter(pk=correction_id).first()
    if found is None:
        raise platform.NotYours
    if not reason.strip():
        raise DecisionRefused([Blocker("reason", "Say why the published value should stand")])
    found.withdrawn_by_name, found.withdrawn_at = by.name, at
    found.save(update_fields=["withdrawn_by_name", "withdrawn_at"])
    platform.audit.record(
        "withdraw_correction", "Correction", found.pk, by=by, at=at,
        organisation_id=found.organisation_id, reason=reason.strip(),
        service=found.service_id, column=found.column, value=found.new_value,
    )  # fmt: skip


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise DecisionRefused([Blocker("reason", "Say how you know")])


def _published(service_id: str, as_at: date, column: str, by: platform.Officer) -> str:
    """What the file says, as text; blank when it does not know."""
    try:
        value = published_values(service_id, as_at, seen_by=by).get(column)
    except platform.NotFound:
        raise platform.NotYours from None
    return "" if value is None else str(value)


def _wait_ones_turn(*about: object, by: platform.Officer) -> None:
    """Two people who decide the same at once do so one after the other; the later one stands."""
    platform.wait_ones_turn(by.organisation.id, *about)


def _withdraw_standing(
    standing: platform.OrganisationQuerySet[Decision], by: platform.Officer, at: datetime
) -> int:
    """A new decision takes the place of the one that stood; both are kept."""
    own = standing.for_organisation(by.organisation.id).filter(withdrawn_at=None)
    return own.update(withdrawn_by_name=by.name, withdrawn_at=at)


def _record(
    act: str, decision: Decision, by: platform.Officer, at: datetime, **facts: object
) -> None:
    platform.audit.record(
        act, type(decision).__name__, decision.pk, by=by, at=at,
        organisation_id=decision.organisation_id, reason=decision.reason, **facts,
    )  # fmt: skip
