"""What has happened to a paper before members: meetings, scrutiny, questions, resolutions."""

from __future__ import annotations

from uuid import UUID

from carewright.decide import api as decide
from carewright.govern import models, rows
from carewright.govern.queries.papers import near
from carewright.govern.rules.scrutiny import SourceKind
from carewright.platform import api as platform
from carewright.ui.formats import in_london, written_datetime


def proceedings(paper_id: UUID, *, seen_by: platform.Officer) -> rows.Proceedings:
    """Everything members did about the paper, in the order of time."""
    items = [each for each in _items(paper_id, seen_by)]
    latest = items[-1] if items else None
    return rows.Proceedings(
        body=latest.meeting.body.name if latest else "",
        meets=written_datetime(latest.meeting.starts_at) if latest else "",
        scrutinies=_scrutinies(paper_id, seen_by),
        questions=_questions(paper_id, seen_by),
        minutes=tuple(_minute(each) for each in items if each.minuted_at),
    )


def question(question_id: UUID, *, seen_by: platform.Officer) -> tuple[UUID, rows.Question]:
    """One question, with the id of the paper that it is about."""
    among = models.Question.objects.for_organisation(seen_by.organisation.id)
    whole = among.select_related("asked_from").prefetch_related("answers")
    found = whole.filter(pk=question_id).first()
    if found is None:
        raise platform.NotFound("There is no such question that you may see")
    return found.paper_id, _question(found)


def questions_to_answer(*, seen_by: platform.Officer) -> list[rows.OpenQuestion]:
    """Members' questions without an answer on papers that the officer began, the oldest first."""
    among = models.Question.objects.for_organisation(seen_by.organisation.id)
    found = among.filter(paper__begun_by_id=seen_by.id, answers=None).select_related("paper")
    return [
        rows.OpenQuestion(
            each.paper_id, each.paper.reference, each.text, each.paper.people_affected
        )
        for each in found.order_by("asked_at", "id")
    ]


def _items(paper_id: UUID, seen_by: platform.Officer) -> list[models.AgendaItem]:
    among = models.AgendaItem.objects.for_organisation(seen_by.organisation.id)
    found = among.filter(paper_id=paper_id, taken_off_at=None).select_related("meeting__body")
    return list(found.order_by("meeting__starts_at", "number"))


def _scrutinies(paper_id: UUID, seen_by: platform.Officer) -> tuple[rows.Scrutiny, ...]:
    among = models.Scrutiny.objects.filter(paper__in=near(seen_by).filter(pk=paper_id))
    return tuple(
        rows.Scrutiny(
            each.pk, each.reason, each.called_by_name, each.called_at, each.recommendation,
            each.ended_by_name, each.ended_at, each.after_decision,
        )
        for each in among.order_by("called_at")
    )  # fmt: skip


def _questions(paper_id: UUID, seen_by: platform.Officer) -> tuple[rows.Question, ...]:
    among = models.Question.objects.filter(paper__in=near(seen_by).filter(pk=paper_id))
    whole = among.select_related("asked_from").prefetch_related("answers")
    found = whole.order_by("asked_at", "id")
    return tuple(_question(each) for each in found)


def _question(found: models.Question) -> rows.Question:
    answers = sorted(found.answers.all(), key=lambda each: each.answered_at)
    return rows.Question(
        found.pk, found.text, found.asked_by_name,
        found.asked_from.name if found.asked_from else "", found.asked_at,
        tuple(_answer(each) for each in answers),
    )  # fmt: skip


def _answer(found: models.Answer) -> rows.Answer:
    return rows.Answer(
        found.pk, found.text, SourceKind(found.source_kind), found.source_title, found.source,
        found.document_id, found.answered_by_name, found.answered_at,
    )  # fmt: skip


def _minute(found: models.AgendaItem) -> rows.Minute:
    return rows.Minute(
        found.pk, found.meeting.body.name, in_london(found.meeting.starts_at).date(),
        decide.Outcome(found.outcome), found.resolution, found.minute_reference,
        found.document_id,
    )  # fmt: skip
