"""Ends an agreement whose exit plan has protected everybody who depended on it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.platform import api as platform
from carewright.ui.formats import written_date
from carewright.vary.actions.reach import (
    EXIT,
    agreement_locked,
    exit_in_reach,
    move,
    record,
    refuse,
    refuse_if,
)
from carewright.vary.models import Exit
from carewright.vary.queries.exits import steps_of
from carewright.vary.rules.ending import OpenStep, blockers_to_end
from carewright.vary.rules.lives import EXIT_MOVES, ExitState


@transaction.atomic(durable=True)
def end_by_plan(*, exit_id: UUID, last_day: date, by: platform.Officer, at: datetime) -> None:
    """The agreement is over from the day after, unless somebody's care would stop by it."""
    found = exit_in_reach(exit_id, by=by)
    refuse_if(
        last_day < found.last_day,
        f"It was agreed to end on {written_date(found.last_day)}, and people were told so. An "
        "earlier end is planned anew, with a second person",
        "last_day",
    )
    asked = found.undo_asked_by_account is not None
    refuse_if(asked, "Somebody has asked to undo the end: that is decided first")
    agreement = agreement_locked(found.agreement_id, by=by, at=at)
    refuse(blockers_to_end(
        _open_steps(found, by, at), people_left=agreement.wording.people_supported,
        by_exception=agreement.goes_on is not None,
    ))  # fmt: skip
    move(found, EXIT_MOVES, ExitState.ENDED)
    found.ended_at, found.ended_by_name = at, by.name
    found.save(update_fields=["state", "ended_at", "ended_by_name"])
    contract.end_as_planned(
        agreement_id=found.agreement_id, last_day=last_day, reason=found.reason, by=by, at=at
    )
    record(
        "end_by_plan", EXIT, found, by=by, at=at, last_day=last_day.isoformat(),
        people_left=agreement.wording.people_supported,
        by_exception=agreement.goes_on is not None,
    )  # fmt: skip


def _open_steps(found: Exit, by: platform.Officer, at: datetime) -> list[OpenStep]:
    return [
        OpenStep(f"{each.action} ({each.reference})", each.protects)
        for each in steps_of([found], seen_by=by, at=at)[found.pk]
        if not each.is_done
    ]
