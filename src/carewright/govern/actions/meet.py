"""Bodies, their meetings, agendas, and resolutions as they were minuted."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from carewright.decide import api as decide
from carewright.govern import models
from carewright.govern.actions.add_to_paper import Given, keep_file
from carewright.govern.actions.news import tell_author
from carewright.govern.actions.partner_news import tell_partners
from carewright.govern.actions.reach import (
    CannotDo,
    claimed,
    paper_in_reach,
    record,
    refuse,
    said_by_decide,
)
from carewright.govern.queries.meetings import step_awaiting
from carewright.govern.rules.meetings import (
    BodyKind,
    blockers_to_put_on_agenda,
    blockers_to_resolve,
)
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london


@transaction.atomic(durable=True)
def open_body(
    *,
    name: str,
    kind: BodyKind,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Writes down a body that decides; its name is the one that the scheme of delegation uses."""
    once = claimed(intent, Act.KEEP_MEETINGS, by=by, at=at)
    if once.done:
        return UUID(once.result)
    if not name.strip():
        refuse([Blocker("name", "Give the name of the body, as the scheme has it")])
    try:
        with transaction.atomic():
            body = models.Body.objects.create(
                organisation_id=by.organisation.id, name=name.strip(), kind=kind.value
            )
    except IntegrityError:
        raise CannotDo([Blocker("name", "There is a body of this name already")]) from None
    _record("body", body.pk, by, at, {"name": body.name, "kind": body.kind})
    once.keep(body.pk)
    return body.pk


@transaction.atomic(durable=True)
def call_meeting(
    *,
    body_id: UUID,
    starts_at: datetime,
    place: str = "",
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Sets the day and hour at which a body meets."""
    once = claimed(intent, Act.KEEP_MEETINGS, by=by, at=at)
    if once.done:
        return UUID(once.result)
    body = models.Body.objects.for_organisation(by.organisation.id).filter(pk=body_id).first()
    if body is None:
        raise platform.NotYours
    try:
        with transaction.atomic():
            meeting = models.Meeting.objects.create(
                organisation_id=by.organisation.id, body=body, starts_at=starts_at,
                place=place.strip(),
            )  # fmt: skip
    except IntegrityError:
        raise CannotDo([Blocker("day", f"{body.name} meets at this time already")]) from None
    _record(
        "meeting", meeting.pk, by, at,
        {"body": body.name, "starts_at": starts_at.isoformat()},
    )  # fmt: skip
    once.keep(meeting.pk)
    return meeting.pk


@transaction.atomic(durable=True)
def put_on_agenda(*, meeting_id: UUID, paper_id: UUID, by: platform.Officer, at: datetime) -> UUID:
    """Brings a paper whose approval waits for the body before its meeting.

    A paper sent anew before the meeting keeps its place, for the step that waits now.
    """
    meeting = meeting_in_reach(meeting_id, by)
    found = paper_in_reach(paper_id, by=by, act=Act.KEEP_MEETINGS)
    step = step_awaiting(found.request_id, meeting.body.name, seen_by=by)
    item = meeting.items.filter(paper=found).first()
    on = item is not None and item.taken_off_at is None
    listed = item and on and (item.minuted_at or step is None or item.step_id == step.id)
    refuse(
        blockers_to_put_on_agenda(
            waits=step is not None,
            listed=bool(listed),
            meets_on=in_london(meeting.starts_at).date(),
            today=in_london(at).date(),
            cancelled=meeting.cancelled_at is not None,
        )
    )
    if step is None:  # refused above
        raise platform.NotYours
    item = item or _next_item(meeting, found)
    item.step_id = step.id
    item.taken_off_at, item.taken_off_by_name, item.taken_off_why = None, "", ""
    item.save()
    _record("meeting", meeting.pk, by, at, {"paper": found.reference, "number": item.number})
    tell_author(found, f"On the agenda of {meeting.body.name}", by=by, at=at)
    return item.pk


@transaction.atomic(durable=True)
def record_resolution(
    *,
    item_id: UUID,
    outcome: decide.Outcome,
    resolution: str,
    minute_reference: str,
    file: Given | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Writes down what the body resolved, and takes its step; never by whoever sent the paper."""
    if claimed(intent, Act.KEEP_MEETINGS, by=by, at=at).done:
        return
    resolution, minute_reference = resolution.strip(), minute_reference.strip()
    item = item_in_reach(item_id, by)
    refuse(
        blockers_to_resolve(
            minuted=item.minuted_at is not None, off=item.taken_off_at is not None,
            starts_at=item.meeting.starts_at, at=at, resolution=resolution,
            reference=minute_reference,
        )
    )  # fmt: skip
    document_id = keep_file(file=file, by=by, at=at)
    with said_by_decide():
        decide.record_minute(
            step_id=item.step_id, outcome=outcome, reason=resolution, document_id=document_id,
            met_on=in_london(item.meeting.starts_at).date(), minute_reference=minute_reference,
            agenda_item_id=item.pk, by=by, at=at,
        )  # fmt: skip
    item.outcome, item.resolution, item.minute_reference = (
        outcome.value, resolution, minute_reference,
    )  # fmt: skip
    item.document_id, item.minuted_by_name, item.minuted_at = document_id, by.name, at
    item.save()
    record(
        "record_resolution", item.paper, by=by, at=at, outcome=outcome.value,
        resolution=resolution, minute=minute_reference, body=item.meeting.body.name,
    )  # fmt: skip
    what = f"{item.meeting.body.name} resolved"
    tell_author(item.paper, what, by=by, at=at)
    tell_partners(item.paper, what, by=by)


def _next_item(meeting: models.Meeting, found: models.Paper) -> models.AgendaItem:
    last = meeting.items.aggregate(last=Max("number"))["last"] or 0
    return models.AgendaItem(
        organisation_id=meeting.organisation_id, meeting=meeting, number=last + 1, paper=found
    )


def meeting_in_reach(meeting_id: UUID, by: platform.Officer) -> models.Meeting:
    """The meeting, locked until the transaction ends, of a body that the officer keeps."""
    platform.require(by, Act.KEEP_MEETINGS)
    among = models.Meeting.objects.for_organisation(by.organisation.id).select_related("body")
    found = among.select_for_update(of=("self",)).filter(pk=meeting_id).first()
    if found is None:
        raise platform.NotYours
    return found


def item_in_reach(item_id: UUID, by: platform.Officer) -> models.AgendaItem:
    """The item of an agenda with its meeting, both locked: the meeting first, as everywhere."""
    platform.require(by, Act.KEEP_MEETINGS)
    among = models.AgendaItem.objects.for_organisation(by.organisation.id)
    stands = among.filter(pk=item_id).values_list("meeting_id", flat=True).first()
    if stands is None:
        raise platform.NotYours
    meeting = meeting_in_reach(stands, by)
    found = among.select_related("paper").select_for_update(of=("self",)).get(pk=item_id)
    found.meeting = meeting
    return found


def _record(
    kind: str, subject_id: UUID, by: platform.Officer, at: datetime, said: dict[str, object]
) -> None:
    platform.audit.record(
        Act.KEEP_MEETINGS, kind, subject_id, by=by, at=at, organisation_id=by.organisation.id,
        said=said,
    )  # fmt: skip
