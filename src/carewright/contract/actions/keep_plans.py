"""Records the plans that were agreed, the public entry, and how many people are supported."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from carewright.contract.actions.reach import agreement_in_reach, record
from carewright.platform import api as platform
from carewright.platform.api import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is so of an agreement that stands; None is not yet, or not known."""

    registered_on: date | None = None
    registered_as: str = ""
    monitoring_plan_on: date | None = None
    exit_plan_on: date | None = None
    contingency_plan_on: date | None = None
    people_supported: int | None = None
    people_counted_on: date | None = None


@transaction.atomic(durable=True)
def keep_plans(*, agreement_id: UUID, kept: Kept, by: platform.Officer, at: datetime) -> None:
    """Puts what is so now in the place of what was so before; the record keeps both."""
    found = agreement_in_reach(agreement_id, by=by, act=Act.WRITE_AGREEMENT)
    said = asdict(kept)
    changed = {name: str(value) for name, value in said.items() if getattr(found, name) != value}
    for name, value in said.items():
        setattr(found, name, value)
    found.save(update_fields=list(said))
    record("keep_plans", found, by=by, at=at, changed=changed)
