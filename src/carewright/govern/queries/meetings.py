"""Bodies, their meetings, and papers that wait for one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from carewright.decide import api as decide
from carewright.govern import models, rows
from carewright.govern.queries.papers import PAPER
from carewright.govern.rules.meetings import BodyKind, reported_to
from carewright.platform import api as platform


def bodies(*, seen_by: platform.Officer) -> list[rows.Body]:
    """The organisation's bodies by name."""
    found = models.Body.objects.for_organisation(seen_by.organisation.id).order_by("name")
    return [rows.Body(each.pk, each.name, BodyKind(each.kind)) for each in found]


def meetings(*, seen_by: platform.Officer) -> list[rows.Meeting]:
    """Every meeting of the organisation's bodies, the latest first."""
    found = models.Meeting.objects.for_organisation(seen_by.organisation.id)
    standing = Count("items", filter=Q(items__taken_off_at=None))
    counted = found.select_related("body").annotate(on_agenda=standing)
    return [_row(each, each.on_agenda) for each in counted.order_by("-starts_at", "body__name")]


def meeting(meeting_id: UUID, *, seen_by: platform.Officer, at: datetime) -> rows.MeetingWithAgenda:
    """One meeting, what stands on its agenda, and which papers wait for the body."""
    among = models.Meeting.objects.for_organisation(seen_by.organisation.id)
    found = among.select_related("body").filter(pk=meeting_id).first()
    if found is None:
        raise platform.NotFound("There is no such meeting that you may see")
    ever = list(found.items.select_related("paper").order_by("number"))
    items = [each for each in ever if each.taken_off_at is None]
    listed = {each.step_id for each in items} | {e.paper_id for e in items if e.minuted_at}
    meets = found.cancelled_at is None
    waiting = papers_awaiting(found.body.name, seen_by=seen_by) if meets else []
    return rows.MeetingWithAgenda(
        _row(found, len(items)),
        tuple(_item(each) for each in items),
        tuple(each for each in waiting if listed.isdisjoint((each.step_id, each.paper_id))),
        _reported_to(found, seen_by, at) if meets else (),
        tuple(_item(each) for each in ever if each.taken_off_at is not None),
    )


def clerks_desk(*, seen_by: platform.Officer, at: datetime) -> rows.ClerksDesk:
    """Meetings to come, resolutions to write down, and papers that are on no agenda to come."""
    own = models.AgendaItem.objects.for_organisation(seen_by.organisation.id)
    standing = own.filter(minuted_at=None, taken_off_at=None)
    open_ = list(standing.select_related("paper", "meeting__body"))
    listed = {each.step_id for each in open_ if each.meeting.starts_at >= at}
    begun = sorted(
        (each for each in open_ if each.meeting.starts_at < at),
        key=lambda each: (each.meeting.starts_at, each.number),
    )
    awaited = [
        (body.name, paper)
        for body in bodies(seen_by=seen_by)
        for paper in papers_awaiting(body.name, seen_by=seen_by)
    ]
    steps = {paper.step_id for _body, paper in awaited}
    met = meetings(seen_by=seen_by)
    return rows.ClerksDesk(
        coming=tuple(
            each for each in reversed(met) if each.starts_at >= at and each.cancelled_at is None
        ),
        to_minute=tuple(
            (_row(each.meeting, 0), _item(each)) for each in begun if each.step_id in steps
        ),
        unlisted=tuple(each for each in awaited if each[1].step_id not in listed),
    )


def item(item_id: UUID, *, seen_by: platform.Officer) -> tuple[rows.Meeting, rows.AgendaItem]:
    """One item with the meeting on whose agenda it stands."""
    among = models.AgendaItem.objects.for_organisation(seen_by.organisation.id)
    found = among.select_related("paper", "meeting__body").filter(pk=item_id).first()
    if found is None:
        raise platform.NotFound("There is no such item that you may see")
    return _row(found.meeting, 0), _item(found)


def papers_awaiting(body: str, *, seen_by: platform.Officer) -> list[rows.AwaitingPaper]:
    """Papers whose approval has come to a step that this body takes."""
    own = decide.approvals(seen_by=seen_by).for_organisation(seen_by.organisation.id)
    asked = own.filter(
        subject_kind=PAPER, state=decide.RequestState.REQUESTED.value,
        steps__state=decide.StepState.OPEN.value, steps__committee__iexact=body,
    )  # fmt: skip
    rows_of = [decide.approval_row(each) for each in asked.distinct()]
    return [
        rows.AwaitingPaper(UUID(each.subject_id), each.title, bool(each.held), step.id)
        for each in rows_of
        if (step := _step_of(each, body))
    ]


def step_awaiting(
    request_id: UUID | None, body: str, *, seen_by: platform.Officer
) -> decide.Step | None:
    """The step of an approval that waits for the body now; None where none does."""
    if request_id is None:
        return None
    return _step_of(decide.approval(request_id, seen_by=seen_by), body)


def _step_of(approval: decide.Approval, body: str) -> decide.Step | None:
    wanted = (s for s in approval.open_steps if s.committee.casefold() == body.casefold())
    return next(wanted, None)


def _reported_to(
    found: models.Meeting, seen_by: platform.Officer, at: datetime
) -> tuple[decide.Approval, ...]:
    """What was done before approval and still waits for it when the body meets."""
    own = models.Meeting.objects.filter(body=found.body, cancelled_at=None)
    before = own.filter(starts_at__lt=found.starts_at).order_by("starts_at").last()
    standing = decide.urgent_uses(seen_by=seen_by)
    return tuple(
        each
        for each in standing
        if each.urgent
        and reported_to(
            each.urgent.at, before.starts_at if before else None, found.starts_at, at=at
        )
    )


def _row(found: models.Meeting, on_agenda: int) -> rows.Meeting:
    return rows.Meeting(
        found.pk, found.body.name, BodyKind(found.body.kind), found.starts_at, found.place,
        on_agenda, found.moved_from, found.moved_why, found.cancelled_at, found.cancelled_by_name,
        found.cancelled_why,
    )  # fmt: skip


def _item(found: models.AgendaItem) -> rows.AgendaItem:
    return rows.AgendaItem(
        found.pk, found.number, found.paper_id, found.paper.reference, found.paper.title,
        decide.Outcome(found.outcome) if found.outcome else None, found.resolution,
        found.minute_reference, found.document_id, found.minuted_by_name, found.minuted_at,
        found.taken_off_by_name, found.taken_off_at, found.taken_off_why,
    )  # fmt: skip
