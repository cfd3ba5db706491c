"""Records what somebody returned of costs, and what came of its check by a second person."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from carewright.cost.models import CostReturn, ReturnedLine
from carewright.cost.queries.who_checks import nearness_to
from carewright.cost.rules.returns import Outcome, Said, blockers_to_check, blockers_to_record
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.ui.refusals import Refusal

RETURN = "cost_return"


class CannotRecord(Refusal):
    """Something that the rules refuse, with each reason."""


@transaction.atomic(durable=True)
def record_return(
    *, said: Said, by: platform.Officer, at: datetime, intent: platform.Intent = platform.EACH_TIME
) -> UUID:
    """Keeps the return as it was said, on behalf of whoever returned it, and gives its id."""
    platform.require(by, Act.RECORD_COSTS)
    once = platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)
    if once.done:
        return UUID(once.result)
    _refuse(blockers_to_record(said))
    kept = _kept(said, by, at)
    ReturnedLine.objects.bulk_create(
        ReturnedLine(
            organisation_id=kept.organisation_id, cost_return=kept, place=place,
            words=line.words, pence=line.pence,
        )
        for place, line in enumerate(said.lines, start=1)
    )  # fmt: skip
    _record(Act.RECORD_COSTS, kept, by, at, said.source, lines=len(said.lines))
    once.keep(kept.pk)
    return kept.pk


@transaction.atomic(durable=True)
def check_return(
    *, return_id: UUID, outcome: Outcome, says: str, by: platform.Officer, at: datetime
) -> None:
    """A second person accepts the return, or refuses it with what is wrong; it is final."""
    platform.require(by, Act.RECORD_COSTS)
    own = CostReturn.objects.for_organisation(by.organisation.id)
    found = own.select_for_update().filter(pk=return_id).first()
    if found is None:
        raise platform.NotYours
    near = nearness_to(found.recorded_by_account, officer=by, at=at)
    _refuse(
        blockers_to_check(
            is_own=near.is_own, stands_in=near.stands_in,
            checked=found.checked_at is not None, says=says, outcome=outcome,
        )
    )  # fmt: skip
    found.checked_by_account, found.checked_by_name = by.account_id, by.name
    found.checked_at, found.outcome, found.says = at, outcome.value, says.strip()
    found.save(
        update_fields=["checked_by_account", "checked_by_name", "checked_at", "outcome", "says"]
    )
    _record("check_return", found, by, at, found.says, outcome=outcome.value)


def _refuse(blockers: list[Blocker]) -> None:
    if blockers:
        raise CannotRecord(blockers)


def _kept(said: Said, by: platform.Officer, at: datetime) -> CostReturn:
    return CostReturn.objects.create(
        organisation_id=by.organisation.id, kind=said.kind.value, who=said.who.strip(),
        service=said.service.strip(), care_group=said.care_group, type_of_care=said.type_of_care,
        starts_on=said.starts_on, ends_before=said.ends_before, unit=said.unit, units=said.units,
        bed_weeks=said.bed_weeks, stated_total_pence=said.stated_total_pence,
        holds={element.value: held.value for element, held in said.holds},
        source=said.source.strip(), recorded_by_account=by.account_id, recorded_by_name=by.name,
        recorded_at=at,
    )  # fmt: skip


def _record(
    act: str, kept: CostReturn, by: platform.Officer, at: datetime, reason: str, **facts: object
) -> None:
    platform.audit.record(
        act, RETURN, kept.pk, by=by, at=at, organisation_id=kept.organisation_id, reason=reason,
        kind=kept.kind, who=kept.who, **facts,
    )  # fmt: skip
