"""Lets care go on that its agreement no longer carries: dated, owned, with a reason and a clock."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.contract import models
from carewright.contract.actions.reach import (
    CannotDo,
    agreement_in_reach,
    claimed,
    kept_by,
    record,
    refuse,
    refuse_if,
)
from carewright.contract.rules.going_on import blockers_to_go_on
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.formats import in_london

STANDS: Final = "Care goes on by an exception already. End that one first"


@transaction.atomic(durable=True)
def let_care_go_on(
    *,
    agreement_id: UUID,
    reason: str,
    owner_id: UUID,
    until: date,
    starts_on: date | None = None,
    people_affected: int | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Records why the care of those already supported goes on, whose it is and until when."""
    once = claimed(intent, Act.LET_CARE_GO_ON, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = agreement_in_reach(agreement_id, by=by, act=Act.LET_CARE_GO_ON)
    today = in_london(at).date()
    begins = starts_on or today
    refuse(blockers_to_go_on(reason=reason, starts_on=begins, until=until, today=today))
    owner = _owner(owner_id, by)
    with kept_by("care_goes_on_by_one_exception", STANDS):
        standing = models.CareGoesOn.objects.create(
            organisation_id=found.organisation_id, agreement=found, reason=reason.strip(),
            owner_id=owner_id, owner_name=owner, people_affected=people_affected,
            starts_on=begins, until=until, recorded_by_name=by.name, recorded_at=at,
        )  # fmt: skip
    record(
        Act.LET_CARE_GO_ON, found, by=by, at=at, reason=reason, owner=owner,
        until=until.isoformat(), people=people_affected,
    )  # fmt: skip
    once.keep(standing.pk)
    return standing.pk


@transaction.atomic(durable=True)
def end_going_on(*, agreement_id: UUID, how: str, by: platform.Officer, at: datetime) -> None:
    """The exception is over: a valid agreement carries the care, or nobody is supported."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.LET_CARE_GO_ON)
    standing = found.goes_on.filter(ended_on=None).first()
    if standing is None:
        raise CannotDo([Blocker("", "No exception stands")])
    refuse_if(not how.strip(), "Say how it was put right", "how")
    standing.ended_on, standing.ended_how = in_london(at).date(), how.strip()
    standing.save(update_fields=["ended_on", "ended_how"])
    record("end_going_on", found, by=by, at=at, reason=how, exception=str(standing.pk))


def _owner(owner_id: UUID, by: platform.Officer) -> str:
    try:
        return platform.enrolled_officer(owner_id, seen_by=by).name
    except platform.NotFound:
        raise platform.NotYours from None
