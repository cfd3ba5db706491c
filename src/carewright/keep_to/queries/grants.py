"""Applications for grants, and how grants stand to what was undertaken."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from carewright.contract import api as contract
from carewright.keep_to import models
from carewright.keep_to.rows import Application, Checked
from carewright.keep_to.rules.compact import (
    ApplicationState,
    Asked,
    Standing,
    asked_of,
    reason_on_record,
)
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet


def applications(*, seen_by: platform.Officer) -> OrganisationQuerySet[models.GrantApplication]:
    """Every application, for a list page."""
    return models.GrantApplication.objects.for_organisation(seen_by.organisation.id)


def application(application_id: UUID, *, seen_by: platform.Officer) -> Application:
    """One application; a stranger's does not exist."""
    found = applications(seen_by=seen_by).filter(pk=application_id).first()
    if found is None:
        raise platform.NotFound("There is no such application that you may see")
    return Application(
        id=found.pk,
        asked=Asked(
            applicant=found.applicant, purpose=found.purpose, asked_pence=found.asked_pence,
            full_cost_pence=found.full_cost_pence, overhead_pence=found.overhead_pence,
            received_on=found.received_on,
        ),
        state=ApplicationState(found.state), decided_on=found.decided_on, reason=found.reason,
        decided_by=found.decided_by_name, agreement_id=found.agreement_id,
    )  # fmt: skip


def undertakings_of(
    found: contract.Agreement, *, seen_by: platform.Officer, on: date
) -> list[Checked]:
    """Each undertaking that counts for the agreement, as it was last found to stand."""
    own = models.UndertakingCheck.objects.for_organisation(seen_by.organisation.id)
    newest = {e.undertaking: e for e in own.filter(agreement_id=found.id).order_by("checked_at")}
    return [
        Checked(
            id=each.id, words=each.words, why=each.why, source=each.source,
            verified=each.verified, on_record=reason_on_record(each, found),
            standing=Standing(said.standing) if said else Standing.NOT_ASSESSED,
            told=said.told if said else None, reason=said.reason if said else "",
            by=said.checked_by_name if said else "", at=said.checked_at if said else None,
        )
        for each in asked_of(found, on)
        for said in (newest.get(each.id),)
    ]  # fmt: skip
