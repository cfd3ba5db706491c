"""Teams, lead officers and their training, one valid minimal object each."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import LeadDuty, Role
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW, TODAY


def keeper(of: platform.Officer) -> platform.Officer:
    """A colleague who forms teams, names lead officers and writes training down."""
    return together.colleague(of, Role.TEAM_MANAGER)


def team(lead: platform.Officer, by: platform.Officer | None = None, **more: Any) -> UUID:
    """A team that somebody leads, with nobody else in it."""
    wanted = {"name": f"Team {next(make._numbers)}", "service_areas": ["care_homes"]}
    return platform.form_team(**{**wanted, **more}, lead_id=lead.id, by=by or keeper(lead), at=NOW)


def member(team_id: UUID, who: platform.Officer, **more: Any) -> UUID:
    """Somebody who has been in a team since long ago."""
    return platform.join_team(
        team_id=team_id, officer_id=who.id, **{"starts_on": together.LONG_AGO, **more},
        by=keeper(who), at=NOW,
    )  # fmt: skip


def named(who: platform.Officer, duty: LeadDuty, starts_on: date = TODAY) -> None:
    """Somebody whom the organisation names for a duty."""
    platform.name_lead_officer(
        officer_id=who.id, duty=duty, starts_on=starts_on, by=keeper(who), at=NOW
    )


def took(who: platform.Officer, code: str, taken_on: date, **more: Any) -> None:
    """Somebody took a course, and a colleague writes it down."""
    platform.record_training(
        officer_id=who.id, code=code, taken_on=taken_on, by=keeper(who), at=NOW, **more
    )


def held_by(organisation: platform.Organisation) -> dict[str, str]:
    """A team with somebody in it, by the parameters of their pages."""
    whose = models.Organisation.objects.get(pk=organisation.id)
    lead = make.officer(Role.TEAM_MANAGER, organisation=whose)
    team_id = team(lead, by=lead)
    joined = platform.join_team(
        team_id=team_id, officer_id=lead.id, starts_on=TODAY, by=lead, at=NOW
    )
    return {"team_id": str(team_id), "member_id": str(joined)}
