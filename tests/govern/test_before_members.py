"""From sending a paper on, over scrutiny before the vote, to the resolution as minuted."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.govern import models
from carewright.govern.api import PaperState, SourceKind
from carewright.notify.models import Notification
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as decisions
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db
AT = make.NOW + timedelta(minutes=5)
AFTER = make.NOW + timedelta(hours=2)
COMMITTEE = "Committee: Social Care Committee"
RESOLVED = "RESOLVED: that officers proceed."


@pytest.fixture
def member(by: platform.Officer) -> platform.Officer:
    return papers.colleague(by, Role.SCRUTINY_MEMBER)


@pytest.fixture
def clerk(by: platform.Officer) -> platform.Officer:
    return papers.colleague(by, Role.COMMITTEE_CLERK)


@pytest.fixture
def director(by: platform.Officer) -> platform.Officer:
    return papers.colleague(by, Role.AUTHORISING_DIRECTOR)


def state(paper_id: UUID, by: platform.Officer) -> PaperState:
    (line,) = [each for each in govern.papers(seen_by=by) if each.id == paper_id]
    found = govern.paper(paper_id, seen_by=by, on=make.TODAY)
    assert line.state is found.state
    return found.state


def approval(paper_id: UUID, by: platform.Officer) -> decide.Approval:
    return decide.approvals_about("paper", paper_id, seen_by=by)[0]


def test_a_sent_paper_asks_for_the_approval_of_the_scheme_and_is_offered_to_scrutiny(
    by: platform.Officer, member: platform.Officer
) -> None:
    paper_id = papers.sent(by)
    found = approval(paper_id, by)
    assert (found.annual_pence, found.term_months, found.people_affected) == (
        1_400_000_000,
        60,
        1860,
    )
    assert state(paper_id, by) is PaperState.SENT
    told = Notification.objects.filter(officer_id=member.id, kind="govern")
    assert told.filter(title__startswith="You can look at it first").exists()


def test_without_a_scheme_the_paper_says_so_and_stays_a_draft(by: platform.Officer) -> None:
    paper_id = papers.complete(by)
    with pytest.raises(govern.CannotDo, match="no scheme of delegation"):
        govern.send_for_approval(paper_id=paper_id, by=by, at=AT)
    assert state(paper_id, by) is PaperState.DRAFT


def test_what_is_missing_goes_on_only_with_a_reason_that_stands_in_the_paper(
    by: platform.Officer,
) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")
    paper_id = papers.written(by)
    with pytest.raises(govern.CannotDo, match="Equality impact assessment"):
        govern.send_for_approval(paper_id=paper_id, by=by, at=AT)
    govern.send_for_approval(paper_id=paper_id, reason="They follow in July", by=by, at=AT)
    found = govern.paper(paper_id, seen_by=by, on=make.TODAY)
    assert found.without
    words = "\n".join(
        p for part in govern.parts_of(found, govern.Proceedings()) for p in part.paragraphs
    )
    assert "They follow in July" in words
    assert by.name in words


def test_a_paper_follows_its_approval_to_a_decision(
    by: platform.Officer, director: platform.Officer
) -> None:
    paper_id = papers.sent(by)
    decisions.approved(approval(paper_id, by).id, director, at=AFTER)
    assert state(paper_id, by) is PaperState.DECIDED
    with pytest.raises(govern.CannotDo):
        govern.save_section(
            paper_id=paper_id, section=govern.Section.OPTIONS, answers={"options": "x"}, by=by,
            at=AFTER,
        )  # fmt: skip


def test_a_returned_paper_is_changed_and_sent_again_as_a_new_request(
    by: platform.Officer, director: platform.Officer
) -> None:
    paper_id = papers.sent(by)
    first = approval(paper_id, by).id
    decisions.said(first, decide.Outcome.RETURN, director, at=AFTER)
    assert state(paper_id, by) is PaperState.RETURNED
    govern.save_section(
        paper_id=paper_id, section=govern.Section.MONEY, answers={"term_months": 48}, by=by,
        at=AFTER,
    )  # fmt: skip
    govern.send_for_approval(paper_id=paper_id, reason="They follow", by=by, at=AFTER)
    again = approval(paper_id, by)
    assert again.id != first
    assert again.term_months == 48
    assert decide.approval(first, seen_by=by).state is decide.RequestState.WITHDRAWN


def test_a_withdrawn_paper_takes_its_request_with_it(by: platform.Officer) -> None:
    paper_id = papers.sent(by)
    govern.withdraw_paper(paper_id=paper_id, reason="The budget changed", by=by, at=AT)
    assert state(paper_id, by) is PaperState.WITHDRAWN
    assert approval(paper_id, by).state is decide.RequestState.WITHDRAWN


def test_the_decision_waits_while_scrutiny_runs(
    by: platform.Officer, member: platform.Officer, director: platform.Officer
) -> None:
    paper_id = papers.sent(by)
    govern.call_for_scrutiny(paper_id=paper_id, reason="Wages", by=member, at=AT)
    with pytest.raises(decide.CannotDecide, match="on hold"):
        decisions.approved(approval(paper_id, by).id, director, at=AFTER)
    with pytest.raises(govern.CannotDo, match="runs already"):
        govern.call_for_scrutiny(paper_id=paper_id, reason="Again", by=member, at=AT)
    govern.end_scrutiny(paper_id=paper_id, recommendation="Go on", by=member, at=AT)
    decisions.approved(approval(paper_id, by).id, director, at=AFTER)
    assert state(paper_id, by) is PaperState.DECIDED


def test_scrutiny_comes_before_the_decision_or_not_at_all(
    by: platform.Officer, member: platform.Officer, director: platform.Officer
) -> None:
    draft = papers.draft(by)
    decided = papers.sent(by)
    decisions.approved(approval(decided, by).id, director, at=AFTER)
    for paper_id in (draft, decided):
        with pytest.raises(govern.CannotDo):
            govern.call_for_scrutiny(paper_id=paper_id, reason="Wages", by=member, at=AFTER)


def answered(paper_id: UUID, by: platform.Officer, member: platform.Officer) -> govern.Question:
    question_id = govern.ask_question(
        paper_id=paper_id, text="What does it do to care workers’ pay?", by=member, at=AT
    )
    done = {"question_id": question_id, "by": by, "at": AT}
    govern.answer_question(
        text="No downward pressure.", source_kind=SourceKind.LINK, source_title="Wage survey",
        source="https://example.org/wages", **done,
    )  # fmt: skip
    govern.answer_question(
        text="The table is attached.", source_kind=SourceKind.DOCUMENT, source_title="Pay table",
        file=govern.Given("pay.csv", BytesIO(b"grade,pay")), **done,
    )  # fmt: skip
    govern.answer_question(text="We think so.", source_kind=SourceKind.NONE, **done)
    (question,) = govern.proceedings(paper_id, seen_by=by).questions
    return question


def test_answers_show_their_sources_and_one_without_says_so(
    by: platform.Officer, member: platform.Officer, browser: Client
) -> None:
    paper_id = papers.sent(by)
    question = answered(paper_id, by, member)
    said = [each.source_in_words for each in question.answers]
    assert said[0] == "Wage survey (https://example.org/wages)"
    assert said[2] == "No source is given for this answer"
    page = browser.get(reverse("govern:paper", args=[paper_id])).content.decode()
    assert 'href="https://example.org/wages"' in page
    attached = question.answers[1].document_id
    opened = browser.get(reverse("govern:document", args=[paper_id, attached]))
    assert b"".join(opened.streaming_content) == b"grade,pay"  # type: ignore[attr-defined]
    told = Notification.objects.filter(officer_id=member.id, kind="govern")
    assert told.filter(title__startswith="Your question was answered").count() == 3


@pytest.mark.parametrize(
    ("kind", "source"),
    [(SourceKind.LINK, "javascript:alert(1)"), (SourceKind.FIGURE, "https://example.org"),
     (SourceKind.DOCUMENT, "")],
)  # fmt: skip
def test_an_answer_needs_the_source_that_it_names(
    kind: SourceKind, source: str, by: platform.Officer, member: platform.Officer
) -> None:
    question_id = govern.ask_question(paper_id=papers.sent(by), text="Why?", by=member, at=AT)
    with pytest.raises(govern.CannotDo):
        govern.answer_question(
            question_id=question_id, text="So", source_kind=kind, source=source, by=by, at=AT
        )
    assert not models.Answer.objects.exists()


def test_a_paper_comes_before_the_body_that_it_waits_for_and_the_minute_decides(
    by: platform.Officer, clerk: platform.Officer
) -> None:
    paper_id = papers.sent(by, COMMITTEE)
    meeting_id = papers.meeting(clerk)
    (waiting,) = govern.meeting(meeting_id, seen_by=clerk, at=AT).waiting
    assert waiting.paper_id == paper_id
    item_id = govern.put_on_agenda(meeting_id=meeting_id, paper_id=paper_id, by=clerk, at=AT)
    govern.record_resolution(
        item_id=item_id, outcome=decide.Outcome.APPROVE, resolution=RESOLVED,
        minute_reference="88", by=clerk, at=AFTER,
    )  # fmt: skip
    assert state(paper_id, by) is PaperState.DECIDED
    found = govern.paper(paper_id, seen_by=by, on=make.TODAY)
    word = govern.as_word(found, govern.proceedings(paper_id, seen_by=by))
    words = "\n".join(each.text for each in Document(BytesIO(word)).paragraphs)
    assert RESOLVED in words
    (decision,) = govern.decisions(seen_by=by, at=AFTER)
    assert decision.by == "Social Care Committee, minute 88"
    assert decision.power.startswith("Scheme version 1, row")


def test_nobody_minutes_the_resolution_on_their_own_paper(by: platform.Officer) -> None:
    both = papers.colleague(by, Role.COMMISSIONER, Role.COMMITTEE_CLERK)
    paper_id = papers.sent(both, COMMITTEE)
    item_id = govern.put_on_agenda(
        meeting_id=papers.meeting(both), paper_id=paper_id, by=both, at=AT
    )
    with pytest.raises(govern.CannotDo, match="yourself"):
        govern.record_resolution(
            item_id=item_id, outcome=decide.Outcome.APPROVE, resolution=RESOLVED,
            minute_reference="1", by=both, at=AFTER,
        )  # fmt: skip
    assert models.AgendaItem.objects.get().minuted_at is None


def test_a_paper_under_scrutiny_is_not_minuted(
    by: platform.Officer, clerk: platform.Officer, member: platform.Officer
) -> None:
    paper_id = papers.sent(by, COMMITTEE)
    item_id = govern.put_on_agenda(
        meeting_id=papers.meeting(clerk), paper_id=paper_id, by=clerk, at=AT
    )
    govern.call_for_scrutiny(paper_id=paper_id, reason="Wages", by=member, at=AT)
    with pytest.raises(govern.CannotDo, match="on hold"):
        govern.record_resolution(
            item_id=item_id, outcome=decide.Outcome.APPROVE, resolution=RESOLVED,
            minute_reference="88", by=clerk, at=AFTER,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "at"), [({"resolution": " "}, AFTER), ({"minute_reference": ""}, AFTER), ({}, AT)]
)
def test_a_minute_has_words_a_reference_and_a_meeting_that_was_held(
    given: dict[str, str], at: object, by: platform.Officer, clerk: platform.Officer
) -> None:
    paper_id = papers.sent(by, COMMITTEE)
    item_id = govern.put_on_agenda(
        meeting_id=papers.meeting(clerk), paper_id=paper_id, by=clerk, at=AT
    )
    wanted = {"resolution": RESOLVED, "minute_reference": "88", **given}
    with pytest.raises(govern.CannotDo):
        govern.record_resolution(
            item_id=item_id,
            outcome=decide.Outcome.APPROVE,
            **wanted,
            by=clerk,
            at=at,  # type: ignore[arg-type]
        )


def test_a_paper_that_waits_for_nobody_there_does_not_come_onto_an_agenda(
    by: platform.Officer, clerk: platform.Officer
) -> None:
    paper_id = papers.sent(by)
    with pytest.raises(govern.CannotDo, match="waits for this body"):
        govern.put_on_agenda(meeting_id=papers.meeting(clerk), paper_id=paper_id, by=clerk, at=AT)


def test_a_stranger_can_do_nothing_before_members(
    by: platform.Officer, clerk: platform.Officer, member: platform.Officer
) -> None:
    paper_id = papers.sent(by, COMMITTEE)
    meeting_id = papers.meeting(clerk)
    item_id = govern.put_on_agenda(meeting_id=meeting_id, paper_id=paper_id, by=clerk, at=AT)
    question_id = govern.ask_question(paper_id=paper_id, text="Why?", by=member, at=AT)
    everything = (
        Role.COMMISSIONER, Role.COMMITTEE_CLERK, Role.SCRUTINY_MEMBER, Role.LEGAL_ADVISER,
    )  # fmt: skip
    stranger = make.officer(*everything)
    done = {"by": stranger, "at": AFTER}
    attempts = [
        lambda: govern.send_for_approval(paper_id=paper_id, **done),
        lambda: govern.withdraw_paper(paper_id=paper_id, reason="x", **done),
        lambda: govern.call_for_scrutiny(paper_id=paper_id, reason="x", **done),
        lambda: govern.ask_question(paper_id=paper_id, text="x", **done),
        lambda: govern.end_scrutiny(paper_id=paper_id, recommendation="x", **done),
        lambda: govern.answer_question(
            question_id=question_id, text="x", source_kind=SourceKind.NONE, **done
        ),
        lambda: govern.put_on_agenda(meeting_id=meeting_id, paper_id=paper_id, **done),
        lambda: govern.record_resolution(
            item_id=item_id, outcome=decide.Outcome.APPROVE, resolution="x",
            minute_reference="1", **done,
        ),
    ]  # fmt: skip
    for attempt in attempts:
        with pytest.raises(platform.NotYours):
            attempt()
    browser = make.signed_in(stranger)
    for route, args in (
        ("paper", [paper_id]), ("check", [paper_id]), ("withdraw", [paper_id]),
        ("call_for_scrutiny", [paper_id]), ("ask", [paper_id]), ("end_scrutiny", [paper_id]),
        ("answer", [question_id]), ("meeting", [meeting_id]), ("minute", [item_id]),
        ("word", [paper_id]), ("pdf", [paper_id]), ("section", [paper_id, "money"]),
    ):  # fmt: skip
        assert browser.get(reverse(f"govern:{route}", args=args)).status_code == 404
    for table in (models.Paper, models.Question, models.AgendaItem, models.Body, models.Meeting):
        with platform.acting_for(stranger.organisation.id):
            assert not table.objects.exists()
        with platform.acting_for(by.organisation.id):
            assert table.objects.exists()
