"""Files given to a paper: judged first, kept with the act or not at all, read on the record."""

from __future__ import annotations

import random
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.govern import models
from carewright.govern.api import Section, SourceKind
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.platform.models import AuditEvent, Document
from tests.factories import govern as papers
from tests.factories import hostile
from tests.factories import platform as make

pytestmark = pytest.mark.django_db
DONE = {"at": make.NOW}
KEY = str(uuid4())
HOSTILE = [hostile.bursts, hostile.is_two_kinds_at_once, hostile.holds_macros]


def letter(words: bytes = b"A survey.") -> govern.Given:
    return govern.Given("survey.txt", BytesIO(words))


def kept_and_recorded() -> tuple[int, int]:
    return Document.objects.count(), AuditEvent.objects.count()


def where(paper_id: UUID) -> str:
    return reverse("govern:section", args=[paper_id, Section.BACKGROUND.value])


@pytest.mark.parametrize("make_one", HOSTILE, ids=lambda each: each.__name__)
def test_a_hostile_file_is_an_error_on_its_question_and_what_was_typed_stays(
    make_one: hostile.Maker, browser: Client, by: platform.Officer
) -> None:
    paper_id = papers.draft(by)
    file = SimpleUploadedFile(*make_one(random.Random(1)))
    page = browser.post(where(paper_id), {"title": "Survey of homes", "file": file})
    assert page.status_code == 200
    said = page.content.decode()
    assert 'href="#id_file"' in said
    assert "Survey of homes" in said
    assert not Document.objects.exists()
    assert not models.BackgroundPaper.objects.exists()


def test_a_file_is_served_as_its_name_says_and_not_as_the_browser_said(
    browser: Client, by: platform.Officer
) -> None:
    paper_id = papers.draft(by)
    file = SimpleUploadedFile("survey.txt", b"A survey.", content_type="text/html")
    browser.post(where(paper_id), {"title": "Survey", "file": file})
    assert Document.objects.get().versions.get().content_type.startswith("text/plain")


def test_a_refused_act_keeps_no_document_and_no_event(by: platform.Officer) -> None:
    paper_id = papers.sent(by)
    before = kept_and_recorded()
    done = {"paper_id": paper_id, "file": letter(), "by": by, **DONE}
    with pytest.raises(govern.CannotDo):
        govern.add_background(title="Survey", **done)  # type: ignore[arg-type]
    with pytest.raises(govern.CannotDo):
        govern.attach_assessment(code="equality", not_needed="x", **done)  # type: ignore[arg-type]
    with pytest.raises(platform.NotYours):
        govern.answer_question(
            question_id=uuid4(), text="x", source_kind=SourceKind.DOCUMENT, file=letter(),
            by=by, **DONE,
        )  # fmt: skip
    assert kept_and_recorded() == before


def test_a_resolution_that_the_approval_refuses_keeps_no_document(by: platform.Officer) -> None:
    clerk = papers.colleague(by, Role.COMMITTEE_CLERK)
    paper_id = papers.sent(by, "Committee: Social Care Committee")
    meeting_id = papers.meeting(clerk, starts_at=make.NOW)
    item_id = govern.put_on_agenda(meeting_id=meeting_id, paper_id=paper_id, by=clerk, **DONE)
    govern.withdraw_paper(paper_id=paper_id, reason="Costs", by=by, **DONE)
    before = kept_and_recorded()
    with pytest.raises(govern.CannotDo):
        govern.record_resolution(
            item_id=item_id, outcome=decide.Outcome.APPROVE, resolution="Agreed",
            minute_reference="88", file=letter(), by=clerk, **DONE,
        )  # fmt: skip
    assert kept_and_recorded() == before


def test_a_form_that_is_sent_twice_adds_once(browser: Client, by: platform.Officer) -> None:
    paper_id = papers.draft(by)
    for _again in range(2):
        typed = {"title": "Survey", "once": KEY, "file": SimpleUploadedFile("a.txt", b"Survey.")}
        assert browser.post(where(paper_id), typed).status_code == 302
    assert models.BackgroundPaper.objects.count() == 1
    assert Document.objects.count() == 1


def test_a_paper_begun_twice_by_one_form_is_one_paper(browser: Client) -> None:
    answers = {"title": "Framework", "act": "sourcing", "nation": "scotland", "once": KEY}
    first, second = (browser.post(reverse("govern:begin"), answers) for _again in range(2))
    assert first["Location"] == second["Location"]
    assert models.Paper.objects.count() == 1


def test_who_opens_an_attachment_stands_in_the_record(
    browser: Client, by: platform.Officer
) -> None:
    paper_id = papers.draft(by)
    govern.add_background(paper_id=paper_id, title="Survey", file=letter(), by=by, **DONE)
    document = Document.objects.get()
    before = len(platform.events_about("document", document.pk, seen_by=by))
    opened = browser.get(reverse("govern:document", args=[paper_id, document.pk]))
    assert b"".join(opened.streaming_content) == b"A survey."  # type: ignore[attr-defined]
    assert len(platform.events_about("document", document.pk, seen_by=by)) == before + 1
