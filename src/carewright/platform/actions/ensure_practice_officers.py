"""Fills a practice installation with invented organisations and people."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils.timezone import localdate

from carewright.platform import models, queries, rows
from carewright.platform.actions.enrol_officer import enrol_officer
from carewright.platform.actions.grant_role import grant_role
from carewright.platform.actions.open_organisation import open_organisation
from carewright.platform.rules.personas import PERSONAS, PRACTICE_ORGANISATIONS, Persona
from carewright.platform.scope import acting_for

#: They have worked for a while, so that what they did in the last weeks can be shown.
AT_WORK_FOR: Final = timedelta(days=60)


class RealWorkIsHere(Exception):
    """A real organisation works in this database, so nothing invented goes into it."""


def ensure_practice_officers(*, by: rows.Operator, at: datetime) -> None:
    """Opens the practice organisations and enrols their people, as far as they are missing."""
    if queries.holds_a_real_organisation():
        raise RealWorkIsHere(
            "This database holds a real organisation. Practice organisations and people go into "
            "a database of their own: set DATABASE_URL or CAREWRIGHT_HOME to another place."
        )
    known = {each.slug: each.id for each in queries.organisations()}
    for each in PRACTICE_ORGANISATIONS:
        if each.slug not in known:
            opened = open_organisation(
                kind=each.kind,
                name=each.name,
                slug=each.slug,
                area_code=each.area_code,
                practice=True,
                by=by,
                at=at,
            )
            known[each.slug] = opened.id
    for persona in PERSONAS:
        with acting_for(known[persona.organisation]):
            _ensure_enrolled(persona, known[persona.organisation], by, at)


def _ensure_enrolled(
    persona: Persona, organisation_id: UUID, by: rows.Operator, at: datetime
) -> None:
    known = queries.officer_with(persona.email, organisation_id=organisation_id)
    officer_id = known or enrol_officer(
        organisation_id=organisation_id,
        email=persona.email,
        name=persona.name,
        job_title=persona.job_title,
        by=by,
        at=at,
    )
    held = models.OfficerRole.objects.filter(officer_id=officer_id).order_by("-starts_on")
    earliest = dict(held.values_list("role", "starts_on"))  # the last of a role is the earliest
    begins = localdate(at - AT_WORK_FOR)
    for role in persona.roles:
        # Practice work is dated back, so a role that somebody was given later begins before it.
        begun = earliest.get(role.value)
        if begun is None or begun > begins:
            grant_role(
                officer_id=officer_id, role=role, starts_on=begins, ends_before=begun, by=by, at=at
            )
