"""Requests for approval, with their steps and what was said."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from carewright.decide import rows
from carewright.decide.models import (
    Answer,
    ApprovalRequest,
    Hold,
    Reconsideration,
    Step,
    StepDecision,
    UrgentUse,
)
from carewright.decide.queries.cases import days_of
from carewright.decide.queries.schemes import line_row
from carewright.decide.rules.decided_acts import DecidedAct
from carewright.decide.rules.life_of_a_request import Outcome, RequestState, StepState
from carewright.decide.rules.reconsidering import Verdict
from carewright.platform import api as platform

WITH = ("steps", "said", "answers", "holds")


def approval(request_id: UUID, *, seen_by: platform.Officer) -> rows.Approval:
    """One request of the officer's organisation, or of a partner that shares it."""
    found = approvals(seen_by=seen_by).filter(pk=request_id).first()
    if found is None:
        raise platform.NotFound("There is no such request that you may see")
    return approval_row(found)


def state_of(request_id: UUID, *, seen_by: platform.Officer) -> RequestState:
    """What has become of one request, for whoever needs to know no more."""
    near = ApprovalRequest.objects.within_reach_of(seen_by, platform.SharedKind.APPROVAL)
    found = near.filter(pk=request_id).values_list("state", flat=True).first()
    if found is None:
        raise platform.NotFound("There is no such request that you may see")
    return RequestState(found)


def approvals(*, seen_by: platform.Officer) -> platform.OrganisationQuerySet[ApprovalRequest]:
    """Every request of the organisation, and what partners share, with all that belongs to it."""
    near = ApprovalRequest.objects.within_reach_of(seen_by, platform.SharedKind.APPROVAL)
    whole = near.select_related("organisation", "line__scheme", "urgent_use", "reconsideration")
    return whole.prefetch_related(*WITH)


def found_approvals(words: str, *, seen_by: platform.Officer, most: int) -> list[rows.Approval]:
    """Requests by their reference, as D-0012, or by likeness of their title."""
    among = approvals(seen_by=seen_by)
    return [approval_row(e) for e in platform.likest(among, words, "title", letter="D", most=most)]


def approvals_about(
    subject_kind: str, subject_id: object, *, seen_by: platform.Officer
) -> list[rows.Approval]:
    """What was asked about one thing, the latest first."""
    about = approvals(seen_by=seen_by).filter(subject_kind=subject_kind, subject_id=str(subject_id))
    return [approval_row(found) for found in about.order_by("-asked_at", "-number")]


def accounts_about(
    subject_kind: str, subject_id: object, *, organisation_id: UUID
) -> frozenset[UUID]:
    """The accounts of who asked or decided about one thing, for whoever acts for the organisation.

    Requests that were taken back count too: what was said of the thing was said of it.
    """
    about = ApprovalRequest.objects.for_organisation(organisation_id).filter(
        subject_kind=subject_kind, subject_id=str(subject_id)
    )
    asked = about.values_list("requester_account_id", flat=True)
    said = StepDecision.objects.filter(request__in=about).values_list("account_id", flat=True)
    return frozenset(filter(None, (*asked, *said)))


def urgent_uses(*, seen_by: platform.Officer) -> list[rows.Approval]:
    """What was done before it was approved and is not approved yet, the earliest due first.

    It goes to the director and onto the agenda of the next meeting until it is approved; taking
    the request back and asking anew does not end that.
    """
    own = approvals(seen_by=seen_by).for_organisation(seen_by.organisation.id)
    standing = own.filter(urgent_use__isnull=False, urgent_use__approved_at=None)
    return [approval_row(found) for found in standing.order_by("urgent_use__approval_due_at")]


def approval_row(found: ApprovalRequest) -> rows.Approval:
    """The request as others see it."""
    steps = sorted(found.steps.all(), key=lambda step: (step.stage, step.place))
    said = sorted(found.said.all(), key=lambda each: each.decided_at)
    answers = sorted(found.answers.all(), key=lambda answer: answer.answered_at)
    holds = sorted(found.holds.all(), key=lambda hold: hold.held_at)
    return rows.Approval(
        id=found.pk, organisation_id=found.organisation_id, organisation=found.organisation.name,
        partnership_id=found.partnership_id, reference=reference(found),
        subject_kind=found.subject_kind, subject_id=found.subject_id, title=found.title,
        link=found.link, people_affected=found.people_affected, act=DecidedAct(found.act),
        annual_pence=found.annual_pence, term_months=found.term_months,
        in_framework=found.in_framework, state=RequestState(found.state),
        requester_id=found.requester_id, requester_account_id=found.requester_account_id,
        author_account_ids=frozenset(found.author_account_ids),
        requester_name=found.requester_name, asked_at=found.asked_at, ended_at=found.ended_at,
        withdrawn_why=found.withdrawn_why, scheme_id=found.line.scheme_id,
        scheme_version=found.line.scheme.version, row=line_row(found.line),
        steps=tuple(_step(step, said) for step in steps),
        answers=tuple(_answer(answer) for answer in answers),
        holds=tuple(_hold(hold) for hold in holds),
        urgent=_urgent(found), minutes_link=found.minutes_link, days=days_of(found),
        spared=_spared(found), missing=tuple(found.missing), missing_why=found.missing_why,
        sent_back=_sent_back(found),
    )  # fmt: skip


def reference(found: ApprovalRequest) -> str:
    """How people refer to the request."""
    return f"D-{found.number:04d}"


def _step(step: Step, said: Iterable[StepDecision]) -> rows.Step:
    return rows.Step(
        id=step.pk, stage=step.stage, roles=frozenset(platform.Role(code) for code in step.roles),
        persons=step.persons, committee=step.committee, state=StepState(step.state),
        opened_at=step.opened_at, due_at=step.due_at, ended_at=step.ended_at,
        said=tuple(_said(each) for each in said if each.step_id == step.pk),
    )  # fmt: skip


def _said(each: StepDecision) -> rows.Said:
    return rows.Said(
        outcome=Outcome(each.outcome), reason=each.reason, name=each.name,
        power_name=each.power_name if each.power_account_id != each.account_id else "",
        role=platform.Role(each.role) if each.role else None, at=each.decided_at,
        committee=each.committee, met_on=each.met_on, minute_reference=each.minute_reference,
        document_id=each.document_id,
        accounts=frozenset(filter(None, (each.account_id, each.power_account_id))),
    )  # fmt: skip


def _answer(answer: Answer) -> rows.Answer:
    return rows.Answer(answer.words, answer.answered_by_name, answer.answered_at)


def _hold(hold: Hold) -> rows.Hold:
    return rows.Hold(
        hold.reason, hold.held_by_name, hold.held_at, hold.released_by_name, hold.released_at,
        hold.release_reason,
    )  # fmt: skip


def _spared(found: ApprovalRequest) -> rows.Spared | None:
    if found.spared_at is None:
        return None
    return rows.Spared(found.spared_why, found.spared_by_name, found.spared_at)


def _sent_back(found: ApprovalRequest) -> rows.Reconsideration | None:
    kept: Reconsideration | None = getattr(found, "reconsideration", None)
    if kept is None:
        return None
    return rows.Reconsideration(
        reasons=kept.reasons, sent_back_by=kept.sent_back_by_name, sent_back_at=kept.sent_back_at,
        due_at=kept.due_at, verdict=Verdict(kept.verdict) if kept.verdict else None, why=kept.why,
        decided_by=kept.decided_by_name, power_name=kept.power_name, minute=kept.minute,
        decided_at=kept.decided_at,
    )  # fmt: skip


def _urgent(found: ApprovalRequest) -> rows.UrgentUse | None:
    use: UrgentUse | None = getattr(found, "urgent_use", None)
    if use is None:
        return None
    return rows.UrgentUse(
        ground=use.ground, role=platform.Role(use.role), name=use.name,
        power_name=use.power_name if use.power_account_id != use.account_id else "",
        at=use.used_at, approval_due_at=use.approval_due_at, approved_at=use.approved_at,
    )  # fmt: skip
