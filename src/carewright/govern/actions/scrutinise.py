"""Scrutiny before the decision or after: calling for it, asking, answering, what it recommends."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from carewright.decide import api as decide
from carewright.govern import models
from carewright.govern.actions.add_to_paper import Given, keep_file
from carewright.govern.actions.news import tell, tell_author
from carewright.govern.actions.partner_news import tell_partners
from carewright.govern.actions.reach import (
    claimed,
    paper_in_reach,
    paper_in_sight,
    record,
    refuse,
    said_by_decide,
    state_of,
)
from carewright.govern.rules.scrutiny import (
    SourceKind,
    blockers_to_answer,
    blockers_to_ask,
    blockers_to_call,
    blockers_to_end,
)
from carewright.platform import api as platform
from carewright.platform.api import Act, Blocker


@transaction.atomic(durable=True)
def call_for_scrutiny(
    *,
    paper_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Looks at a paper before the decision, or calls in what was decided; either waits for it."""
    once = claimed(intent, Act.CALL_FOR_SCRUTINY, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = paper_in_reach(paper_id, by=by, act=Act.CALL_FOR_SCRUTINY)
    asked = _asked(found, by)
    after = asked is not None and asked.days.after(at) is not None
    refuse(
        blockers_to_call(
            state_of(found, by), running=_running(found) is not None, reason=reason,
            may_be_called_in=after,
        )
    )  # fmt: skip
    if found.request_id is None:  # refused above: the database holds that a sent paper has one
        raise platform.NotYours
    reason = reason.strip()
    with said_by_decide():
        hold_id = decide.hold(
            request_id=found.request_id, reason=f"Scrutiny: {reason}", by=by, at=at
        )
    called = models.Scrutiny.objects.create(
        organisation_id=found.organisation_id, paper=found, request_id=found.request_id,
        hold_id=hold_id, reason=reason, called_by_id=by.id, called_by_name=by.name, called_at=at,
        after_decision=after,
    )  # fmt: skip
    record(Act.CALL_FOR_SCRUTINY, found, by=by, at=at, reason=called.reason, called_in=after)
    tell_author(found, "Called in" if after else "Scrutiny was called for", by=by, at=at)
    once.keep(called.pk)
    return called.pk


@transaction.atomic(durable=True)
def spare_the_days(
    *,
    paper_id: UUID,
    reason: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Agrees for scrutiny that a decision cannot wait for members' days, and says why."""
    if claimed(intent, Act.CALL_FOR_SCRUTINY, by=by, at=at).done:
        return
    found = paper_in_reach(paper_id, by=by, act=Act.CALL_FOR_SCRUTINY)
    if found.request_id is None:
        refuse([Blocker("state", "The paper has not been sent for approval")])
        return
    with said_by_decide():
        decide.spare_the_days(request_id=found.request_id, reason=reason, by=by, at=at)
    record("spare_the_days", found, by=by, at=at, reason=reason.strip())
    tell_author(found, "Members agree that it cannot wait", by=by, at=at)


@transaction.atomic(durable=True)
def ask_question(
    *,
    paper_id: UUID,
    text: str,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> UUID:
    """Puts a member's question, which stands beside the decision for good."""
    once = claimed(intent, Act.ASK_ABOUT_PAPER, by=by, at=at)
    if once.done:
        return UUID(once.result)
    found = paper_in_sight(paper_id, by=by, act=Act.ASK_ABOUT_PAPER)
    refuse(blockers_to_ask(state_of(found, by), text=text))
    own = found.organisation_id == by.organisation.id
    asked = models.Question.objects.create(
        organisation_id=found.organisation_id, paper=found, text=text.strip(),
        asked_by_id=by.id, asked_by_name=by.name, asked_at=at,
        asked_from_id=None if own else by.organisation.id,
    )  # fmt: skip
    record(Act.ASK_ABOUT_PAPER, found, by=by, at=at, question=asked.text)
    if own:
        tell_author(found, "A member asks", by=by, at=at)
    tell_partners(found, "A member asks", by=by)
    once.keep(asked.pk)
    return asked.pk


@transaction.atomic(durable=True)
def answer_question(
    *,
    question_id: UUID,
    text: str,
    source_kind: SourceKind,
    source_title: str = "",
    source: str = "",
    file: Given | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Answers a member, with what the answer rests on; an earlier answer stays beside it."""
    if claimed(intent, Act.ANSWER_ABOUT_PAPER, by=by, at=at).done:
        return
    question = _question(question_id, by)
    found = paper_in_reach(question.paper_id, by=by, act=Act.ANSWER_ABOUT_PAPER)
    refuse(
        blockers_to_answer(
            text=text, kind=source_kind, source=source.strip(), has_document=file is not None
        )
    )
    wanted = file if source_kind is SourceKind.DOCUMENT else None
    said = {"text": text.strip(), "source_kind": source_kind.value}
    if source_kind is not SourceKind.NONE:
        said |= {"source_title": source_title.strip(), "source": source.strip()}
    models.Answer.objects.create(
        organisation_id=found.organisation_id, question=question,
        document_id=keep_file(file=wanted, by=by, at=at), answered_by_name=by.name,
        answered_at=at, **said,
    )  # fmt: skip
    record(Act.ANSWER_ABOUT_PAPER, found, by=by, at=at, question=question.text, said=said)
    if question.asked_from_id is None:
        tell(found, {question.asked_by_id}, "Your question was answered", by=by, at=at)
    tell_partners(found, "A question was answered", by=by)


@transaction.atomic(durable=True)
def end_scrutiny(
    *,
    paper_id: UUID,
    recommendation: str,
    decide_by: date | None = None,
    by: platform.Officer,
    at: datetime,
    intent: platform.Intent = platform.EACH_TIME,
) -> None:
    """Writes down what scrutiny recommends, and lets the decision go on.

    With a day, what was called in goes back to whoever decided it: by then they say whether it
    stands, and until they have, nothing is carried out.
    """
    if claimed(intent, Act.CALL_FOR_SCRUTINY, by=by, at=at).done:
        return
    found = paper_in_reach(paper_id, by=by, act=Act.CALL_FOR_SCRUTINY)
    running = _running(found)
    refuse(
        blockers_to_end(
            running=running is not None, recommendation=recommendation,
            sends_back=decide_by is not None,
            called_in=running is not None and running.after_decision,
        )
    )  # fmt: skip
    if running is None:
        return
    running.recommendation = recommendation.strip()
    running.ended_by_name, running.ended_at = by.name, at
    running.save()
    with said_by_decide():
        if decide_by is not None:
            decide.send_back_decision(
                request_id=running.request_id, reasons=running.recommendation,
                decide_by=decide_by, by=by, at=at,
            )  # fmt: skip
        decide.release_hold(
            hold_id=running.hold_id, reason=f"Scrutiny has ended: {running.recommendation}",
            by=by, at=at,
        )  # fmt: skip
    record("end_scrutiny", found, by=by, at=at, recommendation=running.recommendation)
    what = "Sent back to whoever decided it" if decide_by else "Scrutiny has ended"
    tell_author(found, what, by=by, at=at)


def _question(question_id: UUID, by: platform.Officer) -> models.Question:
    among = models.Question.objects.for_organisation(by.organisation.id)
    question = among.filter(pk=question_id).first()
    if question is None:
        raise platform.NotYours
    return question


def _asked(found: models.Paper, by: platform.Officer) -> decide.Approval | None:
    return decide.approval(found.request_id, seen_by=by) if found.request_id else None


def _running(found: models.Paper) -> models.Scrutiny | None:
    """The scrutiny of the paper that has not ended; the database lets there be one at most."""
    own = models.Scrutiny.objects.for_organisation(found.organisation_id)
    return own.filter(paper=found, ended_at=None).first()
