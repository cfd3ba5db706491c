"""Finds a decision, locked, and only within the reach of whoever acts; refuses; records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.govern.api import CannotDo
from carewright.plan.models import SourcingDecision
from carewright.plan.queries.decisions import SOURCING, asked_of, near
from carewright.plan.rules.life import DecisionState, is_open, may_move
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker


def claimed(
    intent: platform.Intent, act: Act, *, by: platform.Officer, at: datetime
) -> platform.Once:
    """What was meant, claimed before anything is changed; done already when it is sent again."""
    platform.require(by, act)
    return platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)


def decision_in_reach(
    decision_id: UUID, *, by: platform.Officer, act: Act = Act.SEND_SOURCING
) -> SourcingDecision:
    """The decision, locked for this transaction: one's own, or a partner's shared far enough."""
    platform.require(by, act)
    found = near(by).select_for_update(of=("self",)).filter(pk=decision_id).first()
    if found is None:
        raise platform.NotYours
    platform.require(by, act, found)
    return found


def draft_in_reach(decision_id: UUID, *, by: platform.Officer) -> SourcingDecision:
    """A decision whose words may be changed, by its owner or by a partner who may write in it."""
    found = decision_in_reach(decision_id, by=by, act=Act.WRITE_SOURCING)
    state, asked = DecisionState(found.state), asked_of(found, seen_by=by)
    refuse_if(state is not DecisionState.DRAFT, f"{found} is {state.label.lower()}")
    refuse_if(
        not is_open(state, asked), "Its approval has been asked for: its words stay as they are"
    )
    return found


def touch(found: SourcingDecision, by: platform.Officer, at: datetime) -> None:
    """Names whoever changes what others decide on: none of them decides on it.

    What was sent back and is changed then is another paper: nobody's yes to the old one counts.
    """
    if found.request_id and asked_of(found, seen_by=by) is RequestState.RETURNED:
        refuse_if(
            found.organisation_id != by.organisation.id,
            "It came back with questions: whoever asked for its approval changes it",
        )
        with said_by_decide():
            decide.end_changed_request(request_id=found.request_id, by=by, at=at)
    found.touched_by_accounts = sorted({*found.touched_by_accounts, by.account_id})
    found.changed_at = at


def refuse(blockers: list[Blocker]) -> None:
    """Stops an action for the reasons given, if there are any."""
    if blockers:
        raise CannotDo(blockers)


def refuse_if(condition: object, says: str, field: str = "") -> None:
    """Stops an action for one reason."""
    refuse([Blocker(field, says)] if condition else [])


def move(found: SourcingDecision, to: DecisionState) -> None:
    """Brings it into a state that its present one allows; nothing else sets it."""
    start = DecisionState(found.state)
    refuse_if(not may_move(start, to), f"{found} is {start.label.lower()}")
    found.state = to.value


@contextmanager
def said_by_decide() -> Iterator[None]:
    """What the approval refuses, this stage refuses for the same reasons."""
    try:
        yield
    except decide.CannotAsk as refused:
        raise CannotDo([Blocker("", str(refused))]) from None
    except decide.CannotDecide as refused:
        raise CannotDo([Blocker("", each.says) for each in refused.blockers]) from None


def record(
    act: str, found: SourcingDecision, *, by: platform.Officer, at: datetime, reason: str = "",
    **facts: object,
) -> None:  # fmt: skip
    """Writes an event about the decision into its owner's record, and the partner's who did it."""
    for organisation_id in {found.organisation_id, by.organisation.id}:
        with platform.acting_for(organisation_id):
            platform.audit.record(
                act, SOURCING, found.pk, by=by, at=at, organisation_id=organisation_id,
                reason=reason.strip(), reference=str(found), account=str(by.account_id), **facts,
            )  # fmt: skip
