"""Takes applications for grants down, decides them, and checks grants against undertakings."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from carewright.keep_to import models
from carewright.keep_to.actions.reach import Refused, refuse_if, require_agreement
from carewright.keep_to.rules.compact import (
    APPLICATION_MOVES,
    FUNDED,
    ApplicationState,
    Asked,
    Standing,
    asked_of,
    blockers_to_apply,
    blockers_to_check,
)
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london

APPLICATION = "grant_application"


@transaction.atomic(durable=True)
def take_application(
    *,
    asked: Asked,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Writes down what a body asks for; its id."""
    platform.require(by, Act.KEEP_GRANTS)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if once.done:
        return UUID(once.result)
    if blockers := blockers_to_apply(asked, in_london(at).date()):
        raise Refused(blockers)
    made = models.GrantApplication.objects.create(
        organisation_id=by.organisation.id, applicant=asked.applicant.strip(),
        purpose=asked.purpose.strip(), asked_pence=asked.asked_pence,
        full_cost_pence=asked.full_cost_pence, overhead_pence=asked.overhead_pence,
        received_on=asked.received_on, entered_by_name=by.name, entered_at=at,
    )  # fmt: skip
    _record("take_application", made, by=by, at=at, asked_pence=asked.asked_pence)
    once.keep(made.pk)
    return made.pk


@transaction.atomic(durable=True)
def decide_application(
    *,
    application_id: UUID,
    agreed: bool,
    reason: str,
    agreement_id: UUID | None = None,
    by: platform.Officer,
    at: datetime,
) -> None:
    """Agrees or declines, with the reason; what was agreed names the grant that came of it."""
    platform.require(by, Act.KEEP_GRANTS)
    own = models.GrantApplication.objects.for_organisation(by.organisation.id)
    found = own.select_for_update().filter(pk=application_id).first()
    if found is None:
        raise platform.NotYours
    to = ApplicationState.AGREED if agreed else ApplicationState.DECLINED
    refuse_if(to not in APPLICATION_MOVES[ApplicationState(found.state)], "It is decided already")
    refuse_if(not reason.strip(), "Say why", "reason")
    today = in_london(at).date()
    if agreed and agreement_id:
        grant = require_agreement(agreement_id, by=by, act=Act.KEEP_GRANTS, on=today)
        refuse_if(grant.wording.kind not in FUNDED, "Choose a grant", "agreement")
        found.agreement_id = agreement_id
    found.state, found.decided_on, found.reason = to.value, today, reason.strip()
    found.decided_by_name = by.name
    found.save()
    _record("decide_application", found, by=by, at=at, reason=reason.strip(), state=to.value)


@transaction.atomic(durable=True)
def check_undertaking(
    *,
    agreement_id: UUID,
    undertaking: str,
    standing: Standing,
    told: Decimal | None = None,
    reason: str = "",
    by: platform.Officer,
    at: datetime,
) -> None:
    """Says how a grant stands to one undertaking; what was said before stays on the record."""
    today = in_london(at).date()
    found = require_agreement(agreement_id, by=by, act=Act.KEEP_GRANTS, on=today)
    asked = next((each for each in asked_of(found, today) if each.id == undertaking), None)
    if asked is None:
        raise platform.NotYours
    if blockers := blockers_to_check(asked, standing, told, reason, today):
        raise Refused(blockers)
    models.UndertakingCheck.objects.create(
        organisation_id=by.organisation.id, agreement_id=agreement_id, undertaking=undertaking,
        standing=standing.value, told=told, reason=reason.strip(), checked_by_name=by.name,
        checked_at=at,
    )  # fmt: skip
    platform.audit.record(
        "check_undertaking", "agreement", agreement_id, by=by, at=at,
        organisation_id=by.organisation.id, reason=reason.strip(), undertaking=undertaking,
        standing=standing.value, source=asked.source, verified=asked.verified,
    )  # fmt: skip


def _record(
    act: str, found: models.GrantApplication, *, by: platform.Officer, at: datetime,
    reason: str = "", **facts: object,
) -> None:  # fmt: skip
    platform.audit.record(
        act, APPLICATION, found.pk, by=by, at=at, organisation_id=found.organisation_id,
        reason=reason, applicant=found.applicant, **facts,
    )  # fmt: skip
