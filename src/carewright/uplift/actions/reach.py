"""Finds a round, locked, and only within the reach of whoever acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from carewright.contract import api as contract
from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker
from carewright.uplift import models
from carewright.uplift.rules.life_of_a_round import RoundState, may_move

ROUND = "uplift_round"


#: What two persons stand behind, no deputy of the first confirms in the first one's place.
STANDS_IN = "You stand in for somebody who asked for this, so somebody else has to decide"


class CannotDo(platform.Blocked):
    """Something that the rules refuse, with each reason and what would mend it."""


def round_in_reach(round_id: UUID, *, by: platform.Officer, act: Act) -> models.UpliftRound:
    """The round, locked for this transaction; a stranger's does not exist."""
    platform.require(by, act)
    own = models.UpliftRound.objects.for_organisation(by.organisation.id)
    found = own.select_for_update().filter(pk=round_id).first()
    if found is None:
        raise platform.NotYours
    return found


def claimed(
    intent: platform.Intent, act: Act, *, by: platform.Officer, at: datetime
) -> platform.Once:
    """What was meant, claimed before anything is changed; done already when it is sent again."""
    platform.require(by, act)
    return platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)


def refuse(blockers: Sequence[Blocker]) -> None:
    """Stops an action for the reasons given, if there are any."""
    if blockers:
        raise CannotDo(blockers)


def refuse_if(condition: object, says: str, where: str = "") -> None:
    """Stops an action for one reason."""
    refuse([Blocker(where, says)] if condition else [])


def move(found: models.UpliftRound, to: RoundState) -> None:
    """Brings the round into a state that its present one allows; nothing else sets it."""
    start = RoundState(found.state)
    refuse_if(not may_move(start, to), f"{found} is {start.label.lower()}")
    found.state = to.value


def refuse_unless_applied(found: models.UpliftRound) -> None:
    state = RoundState(found.state)
    refuse_if(state is not RoundState.APPLIED, f"{found} is {state.label.lower()}, not applied")


def touch(found: models.UpliftRound, by: platform.Officer) -> None:
    """Whoever changes what a round would do is named in it, and never reads or approves it."""
    seen = _people(found, {*found.checked_by_accounts, *found.approved_by_accounts})
    refuse_if(by.account_id in seen, f"You read or approved {found}, so somebody else changes it")
    waiting = found.readings.filter(answered_at=None, reader_account=by.account_id)
    refuse_if(waiting.exists(), f"You were asked to read {found}, so somebody else changes it")
    found.touched_by_accounts = contract.with_hand(found.touched_by_accounts, by.account_id)


def hands(found: models.UpliftRound) -> frozenset[UUID]:
    """Whoever changed or read the round, under any account of theirs."""
    known = {*found.touched_by_accounts, *found.checked_by_accounts}
    return _people(found, known)


def changed_by(found: models.UpliftRound) -> frozenset[UUID]:
    """Whoever changed the round, under any account of theirs."""
    return _people(found, found.touched_by_accounts)


def refuse_unless_second(
    found: models.UpliftRound, first: UUID, *, by: platform.Officer, at: datetime, own: str
) -> None:
    """Stops whoever is the first person under any account, or stands in for them on the day.

    `own` is what the first person themself is told.
    """
    theirs = _people(found, [first])
    refuse_if(by.account_id in theirs, own)
    refuse_if(theirs & decide.stands_in_for(by, at=at), STANDS_IN)


def _people(found: models.UpliftRound, accounts: Iterable[UUID]) -> frozenset[UUID]:
    return platform.accounts_of_the_same_people(accounts, organisation_id=found.organisation_id)


@contextmanager
def said_by_decide() -> Iterator[None]:
    """What the approval refuses, this stage refuses for the same reasons."""
    try:
        yield
    except decide.CannotAsk as refused:
        raise CannotDo([Blocker("", str(refused))]) from None
    except decide.CannotDecide as refused:
        raise CannotDo([Blocker("", each.says) for each in refused.blockers]) from None


def wait_ones_turn(organisation_id: UUID) -> None:
    """Those who take the next number of an organisation do so one after the other."""
    platform.wait_ones_turn(ROUND, organisation_id)


def record(
    act: str, found: models.UpliftRound, *, by: platform.Officer, at: datetime, reason: str = "",
    **facts: object,
) -> None:  # fmt: skip
    """Writes an event about the round."""
    platform.audit.record(
        act, ROUND, found.pk, by=by, at=at, organisation_id=found.organisation_id,
        reason=reason.strip(), reference=str(found), **facts,
    )  # fmt: skip
