"""What is owed: for lists, for the inbox, and one thing with its history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from carewright.keep_to import models, rows
from carewright.keep_to.queries.among import within_reach_of
from carewright.keep_to.queries.known import known_row
from carewright.keep_to.rules.known import Known
from carewright.keep_to.rules.life_of_a_duty import ChangeKind, DutyState
from carewright.platform import api as platform
from carewright.platform.api import OrganisationQuerySet
from carewright_engine.rules.obligation_rules import Basis, Sense

Found = OrganisationQuerySet[models.Obligation]
#: What stands on the inbox before its day: the twelve weeks that its picture shows.
AHEAD: Final = timedelta(weeks=12)
#: A wait is nothing to do, so it is never late.
MAY_BE_LATE: Final = ~Q(sense=Sense.NOT_BEFORE.value)


def late_at(at: datetime) -> Q:
    """What `rules.life_of_a_duty.is_late` asks of one thing, for many at once."""
    return MAY_BE_LATE & Q(due_at__lte=at)


def obligations(*, seen_by: platform.Officer) -> Found:
    """Everything that anybody was ever asked for, for a list page."""
    return within_reach_of(seen_by).select_related("agreement", "owner__account")


def to_do(*, seen_by: platform.Officer) -> Found:
    """What is still to do and has a day or could have one."""
    return obligations(seen_by=seen_by).filter(state=DutyState.DUE.value)


def settled(*, seen_by: platform.Officer) -> Found:
    """What was done, is not needed, is not asked any more, or lies before this register."""
    return obligations(seen_by=seen_by).exclude(state=DutyState.DUE.value)


def due_for(
    officer: platform.Officer, *, at: datetime, covers: Sequence[platform.Cover] = ()
) -> list[rows.DueObligation]:
    """What the officer, or whoever they stand in for, has to see to: late, or within 12 weeks."""
    whose = {officer.id: ""} | {each.absent_id: each.absent for each in covers}
    mine = to_do(seen_by=officer).filter(MAY_BE_LATE, owner_id__in=whose, due_at__lte=at + AHEAD)
    return [_due(each, whose) for each in mine.order_by("due_at", "pk")[:100]]


def months(*, seen_by: platform.Officer, at: datetime) -> rows.Months:
    """How many things are late, and how many fall due in each month to come."""
    still = to_do(seen_by=seen_by).order_by()
    late = still.filter(late_at(at)).count()
    ahead = still.filter(MAY_BE_LATE, due_at__gt=at).annotate(month=TruncMonth("last_day"))
    counted = ahead.values_list("month").annotate(many=Count("pk")).order_by("month")
    return rows.Months(late, tuple(counted))


def obligation(obligation_id: UUID, *, seen_by: platform.Officer) -> rows.Obligation:
    """One of them with everything that happened to it; a stranger's does not exist."""
    found = obligations(seen_by=seen_by).prefetch_related("changes").filter(pk=obligation_id)
    for each in found:
        return obligation_row(each, history=True)
    raise platform.NotFound("There is no such obligation that you may see")


def timetable(agreement_id: UUID, *, seen_by: platform.Officer) -> rows.Timetable:
    """Everything of one agreement that the officer may see, the soonest first."""
    own = models.Timetable.objects.for_organisation(seen_by.organisation.id)
    worked = own.filter(agreement_id=agreement_id).first()
    among = obligations(seen_by=seen_by).filter(agreement_id=agreement_id)
    known = models.KnownFacts.objects.for_organisation(seen_by.organisation.id)
    told = known.filter(agreement_id=agreement_id).first()
    return rows.Timetable(
        worked_out_at=worked.worked_out_at if worked else None,
        obligations=tuple(obligation_row(e) for e in among.order_by("last_day", "event_on", "pk")),
        known=known_row(told) if told else Known(),
    )


def of_officer(officer: platform.Officer) -> list[rows.Obligation]:
    """Everything with a day that is the officer's to do, the soonest first."""
    mine = to_do(seen_by=officer).filter(owner_id=officer.id, due_at__isnull=False)
    return [obligation_row(each) for each in mine.order_by("due_at", "pk")]


def obligation_row(found: models.Obligation, *, history: bool = False) -> rows.Obligation:
    """One of them as others see it."""
    owner = found.owner
    return rows.Obligation(
        id=found.pk, agreement_id=found.agreement_id, reference=str(found.agreement),
        agreement=found.agreement.title, people=found.agreement.people_supported,
        rule=found.rule, nth=found.nth, words=found.words, who=found.who,
        evidence_wanted=found.evidence, basis=Basis(found.basis), sense=Sense(found.sense),
        event_on=found.event_on, last_day=found.last_day, due_at=found.due_at, when=found.when,
        because=found.because, source=found.source, verified=found.verified,
        owner_id=found.owner_id, owner=owner.account.name if owner else "",
        handed_on=found.handed_on, state=DutyState(found.state), settled_on=found.settled_on,
        settled_words=found.settled_words, document_id=found.document_id,
        settled_by=found.settled_by_name,
        history=tuple(_change(e) for e in sorted(found.changes.all(), key=lambda e: e.at))
        if history else (),
    )  # fmt: skip


def _due(found: models.Obligation, whose: dict[UUID, str]) -> rows.DueObligation:
    instead = whose.get(found.owner_id, "") if found.owner_id else ""
    return rows.DueObligation(
        id=found.pk, words=found.words, reference=str(found.agreement),
        agreement=found.agreement.title, people=found.agreement.people_supported,
        due_at=found.due_at, instead_of=instead,
    )  # fmt: skip


def _change(found: models.ObligationChange) -> rows.Change:
    return rows.Change(
        ChangeKind(found.kind), found.day_before, found.day_after, found.why, found.by_name,
        found.at,
    )  # fmt: skip
