"""Finds what is changed, locked with its agreement, and only within the reach of whoever acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final, TypeVar
from uuid import UUID

from django.db import models

from carewright.contract import api as contract
from carewright.contract.api import Blocker, CannotDo
from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import in_london
from carewright.vary.models import Exemption, Exit, Variation
from carewright.vary.rules.lives import may_move

VARIATION: Final = "variation"
EXIT: Final = "exit"
EXEMPTION: Final = "exemption"
_WAITING: Final = frozenset({RequestState.REQUESTED, RequestState.RETURNED})
Changed = TypeVar("Changed", Variation, Exit)


def refuse(blockers: list[Blocker]) -> None:
    """Stops an action for the reasons given, if there are any."""
    if blockers:
        raise CannotDo(blockers)


def refuse_if(condition: object, says: str, where: str = "") -> None:
    """Stops an action for one reason."""
    refuse([Blocker(where, says)] if condition else [])


def claimed(intent: platform.Intent, *, by: platform.Officer, at: datetime) -> platform.Once:
    """What was meant, claimed before anything is changed; done already when it is sent again."""
    platform.require(by, Act.WRITE_AGREEMENT)
    return platform.once(key=intent.key, fingerprint=intent.fingerprint, by=by, at=at)


def agreement_locked(
    agreement_id: UUID, *, by: platform.Officer, at: datetime
) -> contract.Agreement:
    """The agreement as of today; whoever changes it meanwhile waits for this transaction.

    A stranger's does not exist; nor does one person's placement for who may not see people.
    """
    platform.require(by, Act.WRITE_AGREEMENT)
    among = contract.agreements(seen_by=by).filter(pk=agreement_id)
    if among.select_for_update(of=("self",)).first() is None:
        raise platform.NotYours
    return contract.agreement(agreement_id, seen_by=by, on=in_london(at).date())


def variation_in_reach(variation_id: UUID, *, by: platform.Officer) -> Variation:
    """The variation, locked after its agreement, as every action on it has it."""
    return _with_its_agreement(Variation.objects.for_organisation(by.organisation.id),
                               variation_id, by)  # fmt: skip


def exit_in_reach(exit_id: UUID, *, by: platform.Officer) -> Exit:
    """The exit, locked after its agreement."""
    return _with_its_agreement(Exit.objects.for_organisation(by.organisation.id), exit_id, by)


def _with_its_agreement(
    own: models.QuerySet[Changed], found_id: UUID, by: platform.Officer
) -> Changed:
    platform.require(by, Act.WRITE_AGREEMENT)
    agreement_id = own.filter(pk=found_id).values_list("agreement_id", flat=True).first()
    if agreement_id is None:
        raise platform.NotYours
    among = contract.agreements(seen_by=by).select_for_update(of=("self",))
    if among.filter(pk=agreement_id).first() is None:
        raise platform.NotYours
    return own.select_for_update().get(pk=found_id)


def exemption_in_reach(exemption_id: UUID, *, by: platform.Officer) -> Exemption:
    """The exemption, locked; a stranger's does not exist."""
    platform.require(by, Act.WRITE_AGREEMENT)
    own = Exemption.objects.for_organisation(by.organisation.id).select_for_update()
    found = own.filter(pk=exemption_id).first()
    if found is None:
        raise platform.NotYours
    return found


def move(found: Any, moves: Any, to: Any) -> None:
    """Brings it into a state that its present one allows; nothing else sets it."""
    start = type(to)(found.state)
    refuse_if(not may_move(moves, start, to), f"It is {start.label.lower()}")
    found.state = to.value


@contextmanager
def kept_by(constraint: str, says: str, where: str = "") -> Iterator[None]:
    """Turns the refusal of one named constraint into words for whoever acts."""
    with platform.kept_by(constraint, CannotDo([Blocker(where, says)])):
        yield


@contextmanager
def said_by_decide() -> Iterator[None]:
    """What the approval refuses, this stage refuses for the same reasons."""
    try:
        yield
    except decide.CannotAsk as refused:
        raise CannotDo([Blocker("", str(refused))]) from None


def refuse_while_asked(request_id: UUID | None, *, by: platform.Officer) -> None:
    """Whoever decides has to find the words that they were asked about."""
    if request_id is not None:
        waits = decide.state_of(request_id, seen_by=by) in _WAITING
        refuse_if(waits, "Its approval has been asked for and is not decided yet")


def approved_at(request_id: UUID | None, *, by: platform.Officer, at: datetime) -> None:
    """Refuses what nobody has approved, or what may not be carried out yet, with every reason."""
    if request_id is None:
        raise CannotDo([Blocker("", "Nobody has been asked to approve it")])
    found = decide.approval(request_id, seen_by=by)
    refuse([Blocker("", each.says) for each in found.blockers_to_carry_out(at)])


def record(
    act: str, kind: str, found: Any, *, by: platform.Officer, at: datetime, reason: str = "",
    **facts: object,
) -> None:  # fmt: skip
    """Writes an event about a variation, an exit or an exemption."""
    platform.audit.record(
        act, kind, found.pk, by=by, at=at, organisation_id=found.organisation_id,
        reason=reason.strip(), **facts,
    )  # fmt: skip
