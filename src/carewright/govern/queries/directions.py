"""Directions that an organisation gave, or that were given to it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from carewright.decide import api as decide
from carewright.govern import models, rows
from carewright.govern.rules.directions import DirectionState, NoteKind, Replacing
from carewright.platform import api as platform


def near(officer: platform.Officer) -> QuerySet[models.Direction]:
    """What the officer's organisation gave or writes, and what was issued to it."""
    own = officer.organisation.id
    return models.Direction.objects.filter(
        Q(organisation_id=own) | Q(to_id=own, issued_at__isnull=False)
    )


def directions(*, seen_by: platform.Officer) -> list[rows.Direction]:
    """Every direction within reach, the newest first."""
    whole = _whole(seen_by).order_by("-written_at", "-number")
    return [_row(each) for each in whole]


def drafts_to_issue(*, seen_by: platform.Officer) -> list[rows.Direction]:
    """The organisation's own drafts, the longest written first: they wait for the chief officer."""
    drafts = _whole(seen_by).filter(
        organisation_id=seen_by.organisation.id, state=DirectionState.DRAFT.value
    )
    return [_row(each) for each in drafts.order_by("written_at", "number")]


def direction(direction_id: UUID, *, seen_by: platform.Officer) -> rows.Direction:
    """One direction with what the directed body has said to it."""
    found = _whole(seen_by).filter(pk=direction_id).first()
    if found is None:
        raise platform.NotFound("There is no such direction that you may see")
    return _row(found)


def approved_decisions(*, seen_by: platform.Officer) -> list[tuple[UUID, str]]:
    """What the organisation itself has approved, on which a direction can rest."""
    own = decide.approvals(seen_by=seen_by).for_organisation(seen_by.organisation.id)
    found = own.filter(state=decide.RequestState.APPROVED.value).prefetch_related(None)
    rows_of = found.order_by("-number").values_list("id", "number", "title")
    return [(key, f"D-{number:04d} {title}") for key, number, title in rows_of]


def _whole(officer: platform.Officer) -> QuerySet[models.Direction]:
    joined = near(officer).select_related("organisation", "replaces")
    return joined.prefetch_related("notes", "followed_by")


def _row(found: models.Direction) -> rows.Direction:
    notes = sorted(found.notes.all(), key=lambda each: each.said_at)
    later = next((each for each in found.followed_by.all() if each.issued_at), None)
    earlier = found.replaces
    return rows.Direction(
        id=found.pk, organisation_id=found.organisation_id,
        organisation=found.organisation.name, reference=found.reference, title=found.title,
        to_id=found.to_id, to=found.to_name, text=found.text, functions=found.functions,
        money_pence=found.money_pence, payment=found.payment, starts_on=found.starts_on,
        ends_before=found.ends_before, request_id=found.request_id, rests_on=found.rests_on,
        replaces_id=earlier.pk if earlier else None,
        replaces=f"{earlier.reference} {earlier.title}" if earlier else "",
        replaces_how=Replacing(found.replaces_how) if found.replaces_how else None,
        followed_by_id=later.pk if later else None,
        followed_by=f"{later.reference} {later.title}" if later else "",
        state=DirectionState(found.state), written_by=found.written_by_name,
        written_at=found.written_at, issued_by=found.issued_by_name, issued_at=found.issued_at,
        notes=tuple(
            rows.DirectionNote(NoteKind(each.kind), each.text, each.said_by_name, each.said_at)
            for each in notes
        ),
    )  # fmt: skip
