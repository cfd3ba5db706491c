"""Finds an agreement, locked, and only within the reach of whoever acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from carewright.contract import models
from carewright.contract.queries.among import PROTECTED, within_reach_of
from carewright.contract.rules.hands import with_hand
from carewright.contract.rules.life_of_an_agreement import AgreementState, may_move
from carewright.contract.rules.life_of_an_import import BatchState
from carewright.contract.rules.writing import blockers_to_change
from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.platform.api import Blocker
from carewright.ui.refusals import Refusal

AGREEMENT = "agreement"
WAITING: Final = frozenset({RequestState.REQUESTED, RequestState.RETURNED})
IMPORT = "import"


class CannotDo(Refusal):
    """Something that the rules refuse, with each reason and what would mend it."""


def agreement_in_reach(
    agreement_id: UUID, *, by: platform.Officer, act: platform.Act
) -> models.Agreement:
    """The agreement, locked for this transaction; a stranger's does not exist.

    Neither does one person's placement for whoever may not see people.
    """
    platform.require(by, act)
    among = within_reach_of(by).select_for_update(of=("self",))
    found = among.filter(pk=agreement_id).first()
    if found is None:
        raise platform.NotYours
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


def refuse_if(condition: object, says: str, where: str = "") -> None:
    """Stops an action for one reason."""
    refuse([Blocker(where, says)] if condition else [])


def refuse_own(*, asked_by: UUID | None, by: platform.Officer, at: datetime) -> None:
    """Stops whoever asked for something, or stands in for them that day, from confirming it."""
    says = decide.why_no_second_person(asked_by, by=by, at=at)
    refuse_if(says, says)


def touch(found: models.Agreement, by: platform.Officer) -> None:
    """Names whoever changes what others decide on, for as long as it is kept."""
    found.touched_by_accounts = with_hand(found.touched_by_accounts, by.account_id)
    found.save(update_fields=["touched_by_accounts"])


def refuse_placements(rows: QuerySet[models.ImportRow], by: platform.Officer, does: str) -> None:
    """Leaves rows that are one person's placement to those who may see people."""
    refuse_if(
        not platform.may(by, platform.Act.SEE_PEOPLE) and rows.filter(kind__in=PROTECTED).exists(),
        f"Some rows are placements of one person each: somebody who may see people {does}",
    )


def move(found: models.Agreement, to: AgreementState) -> None:
    """Brings the agreement into a state that its present one allows; nothing else sets it."""
    start = AgreementState(found.state)
    refuse_if(not may_move(start, to), f"The agreement is {start.label.lower()}")
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
    except decide.CannotDecide as refused:
        raise CannotDo([Blocker("", each.says) for each in refused.blockers]) from None


def refuse_closed_words(found: models.Agreement, by: platform.Officer) -> None:
    """Whoever decides or has signed has to find the words that they were asked about."""
    refuse(blockers_to_change(AgreementState(found.state)))
    refuse_if(found.signatures.exists(), "Somebody has signed it in these words")
    if found.request_id is None:
        return
    state = decide.state_of(found.request_id, seen_by=by)
    refuse_if(state in WAITING, "Its approval has been asked for and is not decided yet")
    refuse_if(
        state is RequestState.APPROVED,
        "It was approved in these words: mark it as approved, then take it back",
    )


def wait_ones_turn(organisation_id: UUID) -> None:
    """Those who take the next number of an organisation do so one after the other."""
    platform.wait_ones_turn(AGREEMENT, organisation_id)


def record(
    act: str, found: models.Agreement, *, by: platform.Officer, at: datetime, reason: str = "",
    **facts: object,
) -> None:  # fmt: skip
    """Writes an event about the agreement."""
    platform.audit.record(
        act, AGREEMENT, found.pk, by=by, at=at, organisation_id=found.organisation_id,
        reason=reason.strip(), reference=str(found), **facts,
    )  # fmt: skip


def record_import(
    act: str, batch: models.ImportBatch, *, by: platform.Officer, at: datetime, reason: str = "",
    **facts: object,
) -> None:  # fmt: skip
    """Writes an event about the import of a register."""
    platform.audit.record(
        act, IMPORT, batch.pk, by=by, at=at, organisation_id=batch.organisation_id,
        reason=reason.strip(), file=batch.file_name, sha256=batch.sha256, **facts,
    )  # fmt: skip


def import_in_reach(batch_id: UUID, *, by: platform.Officer) -> models.ImportBatch:
    """The import, locked, so that who answers and who places go one after the other."""
    platform.require(by, platform.Act.IMPORT_AGREEMENTS)
    platform.require(by, platform.Act.WRITE_AGREEMENT)
    own = models.ImportBatch.objects.for_organisation(by.organisation.id)
    found = own.select_for_update(of=("self",)).filter(pk=batch_id).first()
    if found is None:
        raise platform.NotYours
    refuse_if(found.state != BatchState.OPEN.value, "The import was taken back")
    return found
