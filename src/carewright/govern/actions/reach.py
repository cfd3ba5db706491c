"""Finds what an action is about, locked, and only within the actor's reach."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from carewright.decide import api as decide
from carewright.govern import models
from carewright.govern.queries.papers import near, request_state
from carewright.govern.rules.life_of_a_paper import PaperState, followed, may_move
from carewright.platform import api as platform
from carewright.platform.api import Blocker


class CannotDo(platform.Blocked):
    """Something that the rules refuse, with each reason and what would mend it."""


def paper_in_reach(paper_id: UUID, *, by: platform.Officer, act: platform.Act) -> models.Paper:
    """The paper, locked for this transaction: one's own, or a partner's shared far enough."""
    platform.require(by, act)
    return _allowed(near(by).select_for_update(of=("self",)).filter(pk=paper_id).first(), by, act)


def paper_in_sight(paper_id: UUID, *, by: platform.Officer, act: platform.Act) -> models.Paper:
    """The paper, for an act that adds to it and changes nothing of it.

    Not locked: a partner who only comments may change nothing, and locking would be a change.
    """
    platform.require(by, act)
    return _allowed(near(by).filter(pk=paper_id).first(), by, act)


def _allowed(found: models.Paper | None, by: platform.Officer, act: platform.Act) -> models.Paper:
    if found is None:
        raise platform.NotYours
    platform.require(by, act, found)
    return found


def claimed(
    intent: platform.Intent, act: platform.Act, *, by: platform.Officer, at: datetime
) -> platform.Once:
    """What was meant, claimed before anything is changed; done already when it is sent again."""
    platform.require(by, act)
    return platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)


def refuse(blockers: list[Blocker]) -> None:
    """Stops an action for the reasons given, if there are any."""
    if blockers:
        raise CannotDo(blockers)


def state_of(found: models.Paper, by: platform.Officer) -> PaperState:
    """Where the paper stands now: once sent on, wherever its approval does."""
    return followed(PaperState(found.state), request_state(found, seen_by=by))


def move(found: models.Paper, to: PaperState, by: platform.Officer) -> None:
    """Brings the paper into a state that its present one allows."""
    start = state_of(found, by)
    if not may_move(start, to):
        raise CannotDo([Blocker("state", f"The paper is {start.label.lower()}")])
    found.state = to.value


@contextmanager
def said_by_decide() -> Iterator[None]:
    """What the approval refuses, this stage refuses for the same reasons."""
    try:
        yield
    except decide.CannotAsk as refused:
        raise CannotDo([Blocker("approval", str(refused))]) from None
    except decide.CannotDecide as refused:
        raise CannotDo([Blocker("approval", each.says) for each in refused.blockers]) from None


def record(
    act: str, found: models.Paper, *, by: platform.Officer, at: datetime, reason: str = "",
    **facts: object,
) -> None:  # fmt: skip
    """Writes an event about the paper into its owner's record, and the partner's who did it."""
    for organisation_id in {found.organisation_id, by.organisation.id}:
        with platform.acting_for(organisation_id):
            platform.audit.record(
                act, "paper", found.pk, by=by, at=at, organisation_id=organisation_id,
                reason=reason, reference=found.reference, account=str(by.account_id), **facts,
            )  # fmt: skip
