"""Briefings for teams: the version that stands, older ones, and who has not read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from carewright.contract import api as contract
from carewright.keep_to import models
from carewright.keep_to.rows import Briefing, Reader, Reading, ToRead
from carewright.keep_to.rules.briefing import NAMES, BriefingWords
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet

Versions = OrganisationQuerySet[models.BriefingVersion]


def versions_of_briefings(*, seen_by: platform.Officer) -> Versions:
    """Every version of the briefings on the agreements that the officer may see."""
    seen = contract.agreements(seen_by=seen_by).order_by().values("pk")
    own = models.BriefingVersion.objects.for_organisation(seen_by.organisation.id)
    return own.filter(agreement__in=seen)


def briefings(*, seen_by: platform.Officer) -> Versions:
    """The version of each briefing that stands, for a list page."""
    own = models.BriefingVersion.objects.for_organisation(seen_by.organisation.id)
    newest = own.filter(agreement_id=OuterRef("agreement_id")).order_by("-number").values("pk")[:1]
    mine = models.BriefingRead.objects.filter(version=OuterRef("pk"), officer_id=seen_by.id)
    standing = versions_of_briefings(seen_by=seen_by).filter(pk=Subquery(newest))
    return standing.select_related("agreement").annotate(is_read=Exists(mine))


def briefing(
    agreement_id: UUID, *, seen_by: platform.Officer, number: int | None = None
) -> Briefing | None:
    """One version, the one that stands unless told; None where nobody has written any."""
    found = versions_of_briefings(seen_by=seen_by).filter(agreement_id=agreement_id)
    wanted = found.filter(number=number) if number else found.order_by("-number")
    each = wanted.prefetch_related("reads").first()
    if each is None:
        return None
    newest = found.order_by("-number").values_list("number", flat=True).first()
    return Briefing(
        number=each.number, newest=newest or each.number,
        words=BriefingWords(**{name: getattr(each, name) for name in NAMES}),
        record_said=each.record_said, team_ids=tuple(each.team_ids), why=each.why,
        written_by=each.written_by_name, written_at=each.written_at,
        reads=tuple(
            Reading(e.officer_id, e.officer_name, e.read_at)
            for e in sorted(each.reads.all(), key=lambda e: e.read_at)
        ),
    )  # fmt: skip


def readers(found: Briefing, *, seen_by: platform.Officer, on: date) -> list[Reader]:
    """Everybody in the teams that have to have read it, and since when each has."""
    read = {each.officer_id: each.read_at for each in found.reads}
    members = _members(found.team_ids, platform.teams(seen_by=seen_by), on)
    return [Reader(name, team, read.get(id_)) for id_, (name, team) in members.items()]


def to_read(officer: platform.Officer, *, on: date) -> list[ToRead]:
    """Briefings that the officer's teams have to have read and the officer has not."""
    mine = platform.team_ids_of(officer.id, seen_by=officer, on=on)
    if not mine:
        return []
    found = (
        briefings(seen_by=officer)
        .filter(team_ids__overlap=mine)
        .exclude(reads__officer_id=officer.id)
    )
    return [
        ToRead(each.agreement_id, str(each.agreement), each.agreement.title, each.number)
        for each in found.order_by("written_at", "pk")[:100]
    ]


def _members(
    team_ids: Iterable[UUID], teams: Iterable[platform.Team], on: date
) -> dict[UUID, tuple[str, str]]:
    """Officers by id, each with their name and one of their teams, in the order of names."""
    wanted = set(team_ids)
    found: dict[UUID, tuple[str, str]] = {}
    for team in teams:
        if team.id in wanted and team.ended_at is None:
            found[team.lead_id] = (team.lead, team.name)
            found |= {e.officer_id: (e.name, team.name) for e in team.members_on(on)}
    return dict(sorted(found.items(), key=lambda each: each[1]))
