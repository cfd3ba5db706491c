"""Which teams and localities there are."""

from __future__ import annotations

from collections import Counter
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q

from carewright.platform import models, rows
from carewright.platform.likeness import likest
from carewright.platform.queries import NotFound
from carewright.platform.rows.teams import Locality, Team, TeamMember


def teams(*, seen_by: rows.Officer) -> list[Team]:
    """Every team of the officer's organisation, those at work first, in a fixed number of asks."""
    found = _teams(seen_by).order_by("name")
    return sorted(map(team_row, found), key=lambda each: each.ended_at is not None)


def team(team_id: UUID, *, seen_by: rows.Officer) -> Team:
    """One of them."""
    found = _teams(seen_by).filter(pk=team_id).first()
    if found is None:
        raise NotFound("There is no such team that you may see")
    return team_row(found)


def teams_of(officer_id: UUID, *, seen_by: rows.Officer, on: date) -> list[Team]:
    """The teams in which somebody is on the day, or which they lead."""
    theirs = team_ids_of(officer_id, seen_by=seen_by, on=on)
    return [team_row(each) for each in _teams(seen_by).filter(pk__in=theirs).order_by("name")]


def team_ids_of(officer_id: UUID, *, seen_by: rows.Officer, on: date) -> list[UUID]:
    """Which teams those are, in one ask."""
    theirs = models.TeamMember.objects.on(on).filter(officer=officer_id)
    found = models.Team.objects.for_organisation(seen_by.organisation.id).filter(ended_at=None)
    among = found.filter(Q(lead=officer_id) | Exists(theirs.filter(team=OuterRef("pk"))))
    return list(among.values_list("pk", flat=True))


def found_teams(words: str, *, seen_by: rows.Officer, on: date, most: int) -> list[Team]:
    """Teams of such a name, or with somebody of such a name in them on the day."""
    named = likest(_teams(seen_by).filter(ended_at=None), words, "name", "lead__account__name",
                   most=most)  # fmt: skip
    people = likest(
        models.TeamMember.objects.on(on).filter(
            team__organisation_id=seen_by.organisation.id, team__ended_at=None,
            officer__active=True,
        ),
        words, "officer__account__name", most=most,
    )  # fmt: skip
    wanted = {each.pk for each in named} | {each.team_id for each in people}
    found = _teams(seen_by).filter(pk__in=wanted).order_by("name")[:most] if wanted else ()
    return [team_row(each) for each in found]


def localities(*, seen_by: rows.Officer) -> list[Locality]:
    """The named parts of a joint board's area."""
    found = models.Locality.objects.for_organisation(seen_by.organisation.id)
    at_work = models.Team.objects.filter(ended_at=None, locality__in=found)
    how_many = Counter(at_work.values_list("locality_id", flat=True))
    return [
        Locality(each.id, each.name, each.covers, how_many[each.id])
        for each in found.order_by("name")
    ]


def team_row(found: models.Team) -> Team:
    """The team as colleagues see it."""
    return Team(
        id=found.id,
        name=found.name,
        service_areas=tuple(found.service_areas),
        lead_id=found.lead_id,
        lead=found.lead.account.name,
        lead_job_title=found.lead.job_title,
        locality_id=found.locality_id,
        locality=found.locality.name if found.locality else "",
        formed_at=found.formed_at,
        ended_at=found.ended_at,
        members=tuple(_member(each) for each in found.members.all()),
    )


def _member(found: models.TeamMember) -> TeamMember:
    return TeamMember(
        id=found.id,
        officer_id=found.officer_id,
        name=found.officer.account.name,
        job_title=found.officer.job_title,
        starts_on=found.starts_on,
        ends_before=found.ends_before,
        at_work=found.officer.active,
    )


def _teams(officer: rows.Officer) -> models.OrganisationQuerySet[models.Team]:
    members = Prefetch(
        "members",
        models.TeamMember.objects.select_related("officer__account").order_by(
            "starts_on", "officer__account__name"
        ),
    )
    found = models.Team.objects.for_organisation(officer.organisation.id)
    return found.select_related("lead__account", "locality").prefetch_related(members)
