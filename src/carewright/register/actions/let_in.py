"""Lets a person, a carer or somebody who speaks for them open a record."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from carewright.platform import api as platform
from carewright.register.actions.look import opening_in_force, person_in_reach


@transaction.atomic(durable=True)
def let_in(
    *,
    person_id: UUID,
    email: str,
    name: str,
    capacity: platform.Capacity,
    ground: platform.Ground,
    may_see: Collection[platform.RecordPart],
    may_decide: Collection[platform.RecordPart] = (),
    proof: str = "",
    starts_on: date,
    ends_before: date | None = None,
    by: platform.Officer,
    at: datetime,
) -> UUID:
    """Gives access to a record that the officer has open, and returns the access's id."""
    opening_in_force(person_in_reach(person_id, by=by), by=by, at=at)
    return platform.give_personal_access(
        subject_id=person_id, email=email, name=name, capacity=capacity, ground=ground,
        may_see=may_see, may_decide=may_decide, proof=proof, starts_on=starts_on,
        ends_before=ends_before, by=by, at=at,
    )  # fmt: skip
