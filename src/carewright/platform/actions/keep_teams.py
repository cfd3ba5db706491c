"""Forms teams, changes and ends them, and says who is in them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from carewright.platform import audit, models, rows
from carewright.platform.actions.subjects import officer_in_reach, organisation_in_reach
from carewright.platform.policies import NotYours, require
from carewright.platform.rules.acts import Act
from carewright.platform.rules.blockers import Blocked, Blocker
from carewright.platform.rules.organisations import OrganisationKind
from carewright.platform.rules.teams import (
    blockers_to_joining,
    blockers_to_locality,
    blockers_to_team,
)


class CannotTeam(Blocked):
    """A team or locality cannot be so; `blockers` say why."""


@transaction.atomic(durable=True)
def form_team(
    *,
    name: str,
    service_areas: Collection[str],
    lead_id: UUID,
    locality_id: UUID | None = None,
    by: rows.Officer,
    at: datetime,
) -> UUID:
    """Forms a team under somebody who works here."""
    made = models.Team(organisation_id=by.organisation.id, formed_at=at)
    _set(made, name, service_areas, lead_id, locality_id, by)
    _record(Act.KEEP_TEAMS, made, by=by, at=at)
    return made.id


@transaction.atomic(durable=True)
def change_team(
    *,
    team_id: UUID,
    name: str,
    service_areas: Collection[str],
    lead_id: UUID,
    locality_id: UUID | None = None,
    by: rows.Officer,
    at: datetime,
) -> None:
    """Gives a team another name, work, lead or locality."""
    found = _team(team_id, by)
    _set(found, name, service_areas, lead_id, locality_id, by)
    _record(Act.KEEP_TEAMS, found, by=by, at=at)


@transaction.atomic(durable=True)
def end_team(*, team_id: UUID, by: rows.Officer, at: datetime) -> None:
    """Ends a team for good; who was in it stays known. Twice does no harm."""
    found = _team(team_id, by)
    if found.ended_at is None:
        found.ended_at = at
        found.save(update_fields=["ended_at"])
        _record(Act.KEEP_TEAMS, found, by=by, at=at)


@transaction.atomic(durable=True)
def join_team(
    *,
    team_id: UUID,
    officer_id: UUID,
    starts_on: date,
    ends_before: date | None = None,
    by: rows.Officer,
    at: datetime,
) -> UUID:
    """Puts somebody into a team for a period."""
    found = _team(team_id, by)
    officer = officer_in_reach(officer_id, by=by, act=Act.KEEP_TEAMS)
    if blockers := blockers_to_joining(
        starts_on=starts_on, ends_before=ends_before, at_work=officer.active,
        team_ended=found.ended_at is not None,
    ):  # fmt: skip
        raise CannotTeam(blockers)
    try:
        with transaction.atomic():
            joined = models.TeamMember.objects.create(
                team=found, officer=officer, starts_on=starts_on, ends_before=ends_before
            )
    except IntegrityError:
        says = "This person is in the team on some of these days already"
        raise CannotTeam([Blocker("officer", says)]) from None
    _record(
        Act.KEEP_TEAMS, found, by=by, at=at, joined=str(officer_id), starts_on=str(starts_on),
        ends_before=str(ends_before or ""),
    )  # fmt: skip
    return joined.id


@transaction.atomic(durable=True)
def leave_team(*, member_id: UUID, ends_before: date, by: rows.Officer, at: datetime) -> None:
    """Ends a membership; one that has not begun is taken out."""
    require(by, Act.KEEP_TEAMS)
    among = models.TeamMember.objects.filter(team__organisation_id=by.organisation.id)
    found = among.select_related("team").select_for_update(of=("self",)).filter(pk=member_id)
    member = found.first()
    if member is None:
        raise NotYours
    if ends_before <= member.starts_on:
        member.delete()
    else:
        member.ends_before = min(filter(None, (member.ends_before, ends_before)))
        member.save(update_fields=["ends_before"])
    _record(
        Act.KEEP_TEAMS, member.team, by=by, at=at, left=str(member.officer_id),
        ends_before=str(ends_before),
    )  # fmt: skip


@transaction.atomic(durable=True)
def name_locality(*, name: str, covers: str, by: rows.Officer, at: datetime) -> UUID:
    """Names a part of a joint board's area, for which it plans."""
    whose = organisation_in_reach(by.organisation.id, by=by, act=Act.NAME_LOCALITY)
    if blockers := blockers_to_locality(
        name=name, covers=covers, kind=OrganisationKind(whose.kind)
    ):
        raise CannotTeam(blockers)
    try:
        with transaction.atomic():
            made = models.Locality.objects.create(
                organisation=whose, name=name.strip(), covers=covers.strip(), named_at=at
            )
    except IntegrityError:
        raise CannotTeam([Blocker("name", "There is a locality of this name already")]) from None
    audit.record(
        Act.NAME_LOCALITY, "locality", made.id, by=by, at=at, organisation_id=whose.id,
        name=made.name, covers=made.covers,
    )  # fmt: skip
    return made.id


def _team(team_id: UUID, by: rows.Officer) -> models.Team:
    require(by, Act.KEEP_TEAMS)
    among = models.Team.objects.for_organisation(by.organisation.id)
    found = among.select_for_update().filter(pk=team_id).first()
    if found is None:
        raise NotYours
    return found


def _set(
    team: models.Team,
    name: str,
    service_areas: Collection[str],
    lead_id: UUID,
    locality_id: UUID | None,
    by: rows.Officer,
) -> None:
    lead = officer_in_reach(lead_id, by=by, act=Act.KEEP_TEAMS)
    if blockers := blockers_to_team(name=name, areas=service_areas, lead_at_work=lead.active):
        raise CannotTeam(blockers)
    if locality_id and not _is_ours(locality_id, by):
        raise NotYours
    team.name, team.service_areas = name.strip(), sorted(set(service_areas))
    team.lead, team.locality_id = lead, locality_id
    try:
        with transaction.atomic():
            team.save()
    except IntegrityError:
        raise CannotTeam([Blocker("name", "There is a team of this name already")]) from None


def _is_ours(locality_id: UUID, by: rows.Officer) -> bool:
    among = models.Locality.objects.for_organisation(by.organisation.id)
    return among.filter(pk=locality_id).exists()


def _record(act: Act, team: models.Team, *, by: rows.Officer, at: datetime, **facts: str) -> None:
    audit.record(
        act, "team", team.id, by=by, at=at, organisation_id=team.organisation_id, name=team.name,
        service_areas=team.service_areas, lead=str(team.lead_id),
        locality=str(team.locality_id or ""), ended=team.ended_at is not None, **facts,
    )  # fmt: skip
