"""Who can take the steps of a request that nobody has taken, by name."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from carewright.decide import rows
from carewright.decide.rules.life_of_a_request import StepState
from carewright.platform import api as platform


def deciders_of(approval: rows.Approval, *, on: date) -> dict[UUID, tuple[str, ...]]:
    """For each step that is open or to come, the names of those who hold a role for it on a day.

    Whoever asked or wrote it is none of them; what else bars somebody shows when they try.
    """
    coming = [s for s in approval.steps if s.state in (StepState.OPEN, StepState.WAITING)]
    roles: frozenset[platform.Role] = frozenset().union(*(step.roles for step in coming))
    if not roles:
        return {}
    barred = approval.author_account_ids | {approval.requester_account_id}
    holding = platform.officers_holding(roles, organisation_id=approval.organisation_id, on=on)
    free = [officer for officer in holding if officer.account_id not in barred]
    return {
        step.id: tuple(each.name for each in free if each.roles & step.roles) for step in coming
    }
