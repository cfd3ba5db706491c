"""Plans the end of an agreement: one asks, a second person confirms, steps protect people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from django.db import transaction

from carewright.contract import api as contract
from carewright.follow_up import api as follow_up
from carewright.follow_up.api import Agreed, Source
from carewright.platform import api as platform
from carewright.ui.formats import in_london
from carewright.vary.actions.reach import (
    EXIT,
    agreement_locked,
    claimed,
    exit_in_reach,
    kept_by,
    move,
    record,
    refuse,
    refuse_if,
)
from carewright.vary.models import Exit, ExitStep
from carewright.vary.rules.ending import Notice, blockers_to_plan, notice_of
from carewright.vary.rules.lives import EXIT_MOVES, ExitState
from carewright.vary.rules.words import Cause, Counted, StepKind
from carewright_engine.values.local_time import LONDON

NOON: Final = time(12)
#: Words of a plan that are filled in as it goes on.
NOTES: Final = ("handover", "data_return", "tupe")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitWords:
    """Why an agreement ends, and when."""

    cause: Cause
    reason: str
    notice_given_on: date
    last_day: date
    counted: Counted = Counted.CALENDAR
    waived: str = ""  # who agreed that it ends before the notice has passed
    notice_why: str = ""  # why notice counts from a day gone by


@transaction.atomic(durable=True)
def plan_exit(
    *,
    agreement_id: UUID,
    words: ExitWords,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Asks that an agreement end by a plan, with the notice that its terms want; its id."""
    once = claimed(intent, by=by, at=at)
    if once.done:
        return UUID(once.result)
    agreement = agreement_locked(agreement_id, by=by, at=at)
    notice = _notice(agreement, words, by)
    refuse(blockers_to_plan(
        state=agreement.state, reason=words.reason, last_day=words.last_day,
        today=in_london(at).date(), notice=notice, waived=words.waived,
        notice_given_on=words.notice_given_on, notice_why=words.notice_why,
    ))  # fmt: skip
    with kept_by("exit_is_planned_once", "Its end is planned already"):
        found = Exit.objects.create(
            organisation_id=by.organisation.id, agreement_id=agreement_id,
            cause=words.cause.value, reason=words.reason.strip(),
            notice_given_on=words.notice_given_on, counted=words.counted.value,
            notice_days=notice.days, earliest_last_day=notice.earliest_last_day,
            notice_says=notice.says, waived=words.waived.strip(),
            notice_why=words.notice_why.strip(), last_day=words.last_day,
            people_affected=agreement.wording.people_supported, tupe=agreement.wording.tupe,
            asked_by_account=by.account_id, asked_by_name=by.name, asked_at=at,
        )  # fmt: skip
    _expected(found, planned=True, by=by, at=at)
    record(
        "plan_exit", EXIT, found, by=by, at=at, reason=words.reason,
        agreement=agreement.reference, last_day=words.last_day.isoformat(), notice=notice.says,
        people=found.people_affected,
    )  # fmt: skip
    once.keep(found.pk)
    return found.pk


@transaction.atomic(durable=True)
def confirm_exit(*, exit_id: UUID, by: platform.Officer, at: datetime) -> None:
    """A second person confirms that it ends; from then on its end is certain."""
    found = exit_in_reach(exit_id, by=by)
    contract.refuse_own(asked_by=found.asked_by_account, by=by, at=at)
    move(found, EXIT_MOVES, ExitState.CONFIRMED)
    found.confirmed_by_account, found.confirmed_by_name = by.account_id, by.name
    found.confirmed_at = at
    found.save(update_fields=["state", "confirmed_by_account", "confirmed_by_name", "confirmed_at"])
    agreement = agreement_locked(found.agreement_id, by=by, at=at)
    if agreement.state is not contract.AgreementState.ENDING:
        contract.plan_the_end(agreement_id=found.agreement_id, reason=found.reason, by=by, at=at)
    record("confirm_exit", EXIT, found, by=by, at=at, asked_by=found.asked_by_name)


@transaction.atomic(durable=True)
def withdraw_exit(*, exit_id: UUID, reason: str, by: platform.Officer, at: datetime) -> None:
    """The agreement goes on after all, as nobody has confirmed its end yet."""
    found = exit_in_reach(exit_id, by=by)
    certain = found.state == ExitState.CONFIRMED.value
    refuse_if(certain, "Two persons have agreed on it, so two undo it")
    refuse_if(not reason.strip(), "Say why it does not end", "reason")
    move(found, EXIT_MOVES, ExitState.WITHDRAWN)
    found.withdrawn_why = reason.strip()
    found.save(update_fields=["state", "withdrawn_why"])
    _expected(found, planned=False, by=by, at=at)
    record("withdraw_exit", EXIT, found, by=by, at=at, reason=reason)


def add_exit_step(
    *,
    exit_id: UUID,
    kind: StepKind,
    action: str,
    owner_id: UUID,
    due_on: date,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Agrees a step of the plan as a tracked action, due at noon; the action's id.

    The action's own stage tells its owner, keeps its evidence and has somebody else close it.
    What was broken off after the action was kept is carried on when the same is sent again.
    """
    owner = _check_step(exit_id, action, owner_id, due_on, by, at)
    agreed = Agreed(
        finding=f"Exit plan: {kind.label}", action=action.strip(), owner_words=owner,
        owner_id=owner_id, source=Source.REVIEW, themes=("Exit plan",),
        due_at=datetime.combine(due_on, NOON, tzinfo=LONDON),
    )  # fmt: skip
    task_id = follow_up.agree_action(agreed=agreed, by=by, at=at, intent=intent)
    _keep_step(exit_id, kind, task_id, by, at)
    return task_id


@transaction.atomic(durable=True)
def note_exit(
    *, exit_id: UUID, handover: str, data_return: str, tupe: bool | None,
    by: platform.Officer, at: datetime,
) -> None:  # fmt: skip
    """How work, records and staff pass on to who follows, as far as it is settled."""
    found = exit_in_reach(exit_id, by=by)
    _refuse_over(found)
    found.handover, found.data_return, found.tupe = handover.strip(), data_return.strip(), tupe
    found.save(update_fields=list(NOTES))
    record("note_exit", EXIT, found, by=by, at=at, handover=found.handover,
           data_return=found.data_return, tupe=tupe)  # fmt: skip


@transaction.atomic(durable=True)
def count_who_is_left(
    *, exit_id: UUID, people: int, counted_on: date, by: platform.Officer, at: datetime
) -> None:
    """How many people are still supported under the agreement; nobody is named."""
    found = exit_in_reach(exit_id, by=by)
    _refuse_over(found)
    refuse_if(counted_on > in_london(at).date(), "That day is still to come", "counted_on")
    contract.change_terms(
        agreement_id=found.agreement_id, reason="People counted as its end is prepared",
        terms=contract.Terms(people_supported=people, people_counted_on=counted_on),
        cites=f"exit {found.pk}", by=by, at=at,
    )  # fmt: skip
    record("count_who_is_left", EXIT, found, by=by, at=at, people=people,
           counted_on=counted_on.isoformat())  # fmt: skip


def _expected(found: Exit, *, planned: bool, by: platform.Officer, at: datetime) -> None:
    """While the plan stands, the agreement ends by nothing else."""
    contract.expect_exit(
        agreement_id=found.agreement_id, planned=planned, cites=f"exit {found.pk}", by=by, at=at
    )


def _notice(agreement: contract.Agreement, words: ExitWords, by: platform.Officer) -> Notice:
    said = agreement.wording
    return notice_of(
        words.cause, given_on=words.notice_given_on, our_days=said.own_notice_days,
        their_days=said.notice_days, counted=words.counted,
        nation=contract.nation_of(said.regime, by.organisation.area_code or ""),
    )  # fmt: skip


@transaction.atomic(durable=True)
def _check_step(
    exit_id: UUID, action: str, owner_id: UUID, due_on: date, by: platform.Officer, at: datetime
) -> str:
    """The owner's name, if the step can be agreed."""
    _refuse_over(exit_in_reach(exit_id, by=by))
    refuse_if(not action.strip(), "Say what is done", "action")
    refuse_if(due_on <= in_london(at).date(), "It is due on a day to come", "due_on")
    try:
        return platform.enrolled_officer(owner_id, seen_by=by).name
    except platform.NotFound:
        raise platform.NotYours from None


@transaction.atomic(durable=True)
def _keep_step(
    exit_id: UUID, kind: StepKind, task_id: UUID, by: platform.Officer, at: datetime
) -> None:
    found = exit_in_reach(exit_id, by=by)
    step, is_new = ExitStep.objects.get_or_create(
        task_id=task_id,
        defaults={"organisation_id": found.organisation_id, "exit": found, "kind": kind.value},
    )
    if is_new:
        record("add_exit_step", EXIT, found, by=by, at=at, step=step.kind, action=str(task_id))


def _refuse_over(found: Exit) -> None:
    over = not EXIT_MOVES[ExitState(found.state)]
    refuse_if(over, f"It is {ExitState(found.state).label.lower()}")
