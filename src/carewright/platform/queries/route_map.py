"""Whom to ask about what, in every organisation that has said so, and who is asked next."""

from __future__ import annotations

from uuid import UUID

from carewright.platform import models, rows
from carewright.platform.likeness import likest
from carewright.platform.queries import NotFound
from carewright.platform.rows.route_map import Contact, EscalationStep
from carewright.platform.rules.route_map import EVERY_AREA


def contacts(*, seen_by: rows.Officer) -> list[Contact]:
    """The route map of every organisation: published to whoever works with any of them."""
    found = models.Contact.objects.filter(ended_at=None).select_related("organisation", "provider")
    ordered = found.order_by("organisation__name", "service_area", "-is_lead", "shown_name")
    listed = [contact_row(each) for each in ordered]
    # One's own organisation first: that is what most people look for.
    return sorted(listed, key=lambda each: each.organisation_id != seen_by.organisation.id)


def found_contacts(words: str, *, most: int) -> list[Contact]:
    """Who is named on any route map with such a name, job, team or matter."""
    named = models.Contact.objects.filter(ended_at=None).select_related("organisation", "provider")
    columns = ("shown_name", "shown_job_title", "team", "ask_about")
    return [contact_row(each) for each in likest(named, words, *columns, most=most)]


def contact(contact_id: UUID, *, seen_by: rows.Officer) -> Contact:
    """One entry of the officer's own organisation."""
    found = models.Contact.objects.for_organisation(seen_by.organisation.id).filter(ended_at=None)
    wanted = found.select_related("organisation", "provider").filter(pk=contact_id).first()
    if wanted is None:
        raise NotFound("There is no such contact that you may change")
    return contact_row(wanted)


def escalation_path(*, organisation_id: UUID, service_area: str) -> list[EscalationStep]:
    """The levels in their order; an area without a path of its own takes the general one.

    Whoever left the organisation is passed over, so that nothing waits for nobody.
    """
    found = models.EscalationStep.objects.for_organisation(organisation_id)
    wanted = found.filter(officer__active=True).order_by("level")
    own = [_step(each) for each in wanted.filter(service_area=service_area)]
    return own or [_step(each) for each in wanted.filter(service_area=EVERY_AREA)]


def escalation_paths(*, organisation_id: UUID) -> dict[str, list[EscalationStep]]:
    """Every path of an organisation by its service area, as published."""
    found: dict[str, list[EscalationStep]] = {}
    steps = models.EscalationStep.objects.for_organisation(organisation_id)
    for each in steps.order_by("service_area", "level"):
        found.setdefault(each.service_area, []).append(_step(each))
    return found


def contact_row(found: models.Contact) -> Contact:
    """The contact as others see it."""
    return Contact(
        id=found.id,
        organisation_id=found.organisation_id,
        organisation=found.organisation.name,
        officer_id=found.officer_id,
        service_area=found.service_area,
        provider=found.provider.name if found.provider else "",
        is_lead=found.is_lead,
        team=found.team,
        ask_about=found.ask_about,
        name=found.shown_name,
        job_title=found.shown_job_title,
        email=found.shown_email,
        phone=found.shown_phone,
    )


def _step(found: models.EscalationStep) -> EscalationStep:
    return EscalationStep(
        level=found.level,
        officer_id=found.officer_id,
        within_working_days=found.within_working_days,
        service_area=found.service_area,
        name=found.shown_name,
        job_title=found.shown_job_title,
    )
