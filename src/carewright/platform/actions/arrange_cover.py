"""Lets one officer stand in for another while they are away."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from carewright.platform import audit, models, policies, rows
from carewright.platform.actions.subjects import officers_in_reach
from carewright.platform.policies import NotYours
from carewright.platform.rules.acts import Act
from carewright.platform.rules.blockers import Blocked, Blocker
from carewright.platform.rules.cover import Standing, blockers_to_cover


class CannotCover(Blocked):
    """The cover cannot be so; `blockers` say why."""


@transaction.atomic(durable=True)
def arrange_cover(
    *,
    absent_id: UUID,
    deputy_id: UUID,
    starts_on: date,
    ends_before: date,
    by: rows.Actor,
    at: datetime,
) -> UUID:
    """Arranges who stands in, from the first day away until the day before the first day back."""
    # Both people are locked, so that no two covers between them make a chain at the same moment.
    people = officers_in_reach({absent_id, deputy_id}, by=by, act=act_for(absent_id, by))
    wanted = Standing(absent_id, deputy_id, starts_on, ends_before)
    if blockers := [*_who_left(people), *blockers_to_cover(wanted, _others(wanted))]:
        raise CannotCover(blockers)
    kept = models.Cover.objects.create(
        organisation_id=people[0].organisation_id,
        absent_id=absent_id,
        deputy_id=deputy_id,
        starts_on=starts_on,
        ends_before=ends_before,
        arranged_at=at,
    )
    audit.record(
        Act.ARRANGE_COVER,
        "cover",
        kept.id,
        by=by,
        at=at,
        organisation_id=kept.organisation_id,
        absent=str(absent_id),
        deputy=str(deputy_id),
        starts_on=starts_on.isoformat(),
        ends_before=ends_before.isoformat(),
    )
    return kept.id


@transaction.atomic(durable=True)
def end_cover(*, cover_id: UUID, ends_before: date, by: rows.Actor, at: datetime) -> None:
    """Ends cover early: `ends_before` is the first day on which nobody stands in any more."""
    policies.require(by, Act.END_COVER)
    cover = _in_reach(cover_id, by)
    if not policies.may(by, act_for(cover.absent_id, by)):
        says = "Only the person who is away, a team manager or an administrator ends this"
        raise CannotCover([Blocker("", says)])
    if ends_before >= cover.ends_before or cover.called_off_at:
        return
    if ends_before <= cover.starts_on:
        cover.called_off_at = at
    else:
        cover.ends_before = ends_before
    cover.save(update_fields=["called_off_at", "ends_before"])
    audit.record(
        Act.END_COVER,
        "cover",
        cover.id,
        by=by,
        at=at,
        organisation_id=cover.organisation_id,
        ends_before=ends_before.isoformat(),
    )


def act_for(absent_id: UUID, by: rows.Actor) -> Act:
    """What it takes to arrange somebody's cover: little for one's own absence."""
    own = isinstance(by, rows.Officer) and by.id == absent_id
    return Act.ARRANGE_COVER if own else Act.ARRANGE_COVER_FOR_OTHERS


def _who_left(people: list[models.Officer]) -> list[Blocker]:
    left = [each for each in people if not each.active]
    return [Blocker("deputy", f"{each.account.name} does not work here any more") for each in left]


def _others(wanted: Standing) -> list[Standing]:
    pair = [wanted.absent_id, wanted.deputy_id]
    found = models.Cover.objects.standing().filter(Q(absent__in=pair) | Q(deputy__in=pair))
    listed = found.values_list("absent_id", "deputy_id", "starts_on", "ends_before")
    return [Standing(*each) for each in listed]


def _in_reach(cover_id: UUID, by: rows.Actor) -> models.Cover:
    among = models.Cover.objects.all()
    if isinstance(by, rows.Officer):
        among = among.for_organisation(by.organisation.id)
    found = among.select_for_update().filter(pk=cover_id).first()
    if found is None:
        raise NotYours
    return found
