"""Says who is asked about what, and who is asked next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.platform import audit, models, rows
from carewright.platform.actions.subjects import (
    contact_in_reach,
    officer_in_reach,
    officers_in_reach,
)
from carewright.platform.rules.acts import Act
from carewright.platform.rules.blockers import Blocked, Blocker
from carewright.platform.rules.organisations import OrganisationKind
from carewright.platform.rules.route_map import (
    SERVICE_AREAS,
    StepWanted,
    area_label,
    blockers_to_path,
)


class CannotPublish(Blocked):
    """The route map cannot say so; `blockers` say why."""


@transaction.atomic(durable=True)
def name_contact(
    *,
    officer_id: UUID,
    service_area: str,
    provider_id: UUID | None = None,
    is_lead: bool = False,
    team: str = "",
    ask_about: str = "",
    phone: str = "",
    by: rows.Officer,
    at: datetime,
) -> UUID:
    """Publishes somebody as the one to ask; of lead officers there is one for each thing."""
    officer = officer_in_reach(officer_id, by=by, act=Act.KEEP_ROUTE_MAP)
    if blockers := _blockers(officer, service_area, provider_id):
        raise CannotPublish(blockers)
    kept = _published(
        models.Contact(
            organisation_id=officer.organisation_id,
            officer=officer,
            service_area=service_area,
            provider_id=provider_id,
            is_lead=is_lead,
            team=team.strip(),
            ask_about=ask_about.strip(),
            shown_name=officer.account.name,
            shown_job_title=officer.job_title,
            shown_email=officer.account.email,
            shown_phone=phone.strip(),
            named_at=at,
        )
    )
    audit.record(
        Act.KEEP_ROUTE_MAP,
        "contact",
        kept.id,
        by=by,
        at=at,
        organisation_id=kept.organisation_id,
        officer=str(officer_id),
        service_area=service_area,
        provider=str(provider_id or ""),
        is_lead=is_lead,
    )
    return kept.id


@transaction.atomic(durable=True)
def end_contact(*, contact_id: UUID, by: rows.Officer, at: datetime) -> None:
    """Takes somebody off the route map. Twice does no harm."""
    kept = contact_in_reach(contact_id, by=by, act=Act.END_CONTACT)
    if kept.ended_at:
        return
    kept.ended_at = at
    kept.save(update_fields=["ended_at"])
    audit.record(
        Act.END_CONTACT,
        "contact",
        kept.id,
        by=by,
        at=at,
        organisation_id=kept.organisation_id,
    )


@transaction.atomic(durable=True)
def set_escalation_path(
    *, service_area: str, steps: Sequence[StepWanted], by: rows.Officer, at: datetime
) -> None:
    """Replaces the whole path of one service area, or with an empty one that of all the rest."""
    people = officers_in_reach(
        {step.officer_id for step in steps}, by=by, act=Act.SET_ESCALATION_PATH
    )
    at_work = {each.id: each for each in people if each.active}
    if blockers := blockers_to_path(steps, at_work):
        raise CannotPublish(blockers)
    _locked(by)
    models.EscalationStep.objects.for_organisation(by.organisation.id).filter(
        service_area=service_area
    ).delete()
    models.EscalationStep.objects.bulk_create(
        models.EscalationStep(
            organisation_id=by.organisation.id,
            service_area=service_area,
            level=level,
            officer_id=step.officer_id,
            within_working_days=step.within_working_days,
            shown_name=at_work[step.officer_id].account.name,
            shown_job_title=at_work[step.officer_id].job_title,
        )
        for level, step in enumerate(steps, start=1)
    )
    audit.record(
        Act.SET_ESCALATION_PATH,
        "escalation_path",
        by.organisation.id,
        by=by,
        at=at,
        organisation_id=by.organisation.id,
        service_area=service_area,
        steps=[[str(step.officer_id), step.within_working_days] for step in steps],
    )


def _blockers(
    officer: models.Officer, service_area: str, provider_id: UUID | None
) -> list[Blocker]:
    found = []
    if not officer.active:
        found.append(Blocker("officer", f"{officer.account.name} does not work here any more"))
    if service_area not in SERVICE_AREAS and (service_area or not provider_id):
        found.append(Blocker("service_area", "Choose a service area, a provider or both"))
    if provider_id and not _is_provider(provider_id):
        found.append(Blocker("provider", "Choose a provider from the list"))
    return found


def _is_provider(organisation_id: UUID) -> bool:
    wanted = models.Organisation.objects.filter(kind=OrganisationKind.PROVIDER.value)
    return wanted.filter(pk=organisation_id).exists()


def _published(contact: models.Contact) -> models.Contact:
    try:
        with transaction.atomic():
            contact.save(force_insert=True)
    except IntegrityError:
        says = f"There is a lead officer for {area_label(contact.service_area).lower()} already"
        raise CannotPublish([Blocker("is_lead", says)]) from None
    return contact


def _locked(by: rows.Officer) -> None:
    """Two people who replace a path at once do so one after the other."""
    models.Organisation.objects.select_for_update().get(pk=by.organisation.id)
