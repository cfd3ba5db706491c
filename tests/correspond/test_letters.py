"""Letters are written to all or none, with real values, and kept as documents."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from docx import Document
from pypdf import PdfReader

from carewright.correspond import api as correspond
from carewright.correspond import models
from carewright.platform import api as platform
from carewright.platform.api import Intent, Retention
from tests.factories import correspond as given
from tests.factories import decide as ask
from tests.factories import follow_up as following
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def written(by: platform.Officer, template_id: object, *subjects: str, **more: object) -> int:
    return correspond.write_letters(
        template_id=template_id, subject_ids=subjects, by=by, at=make.NOW, **more
    )  # type: ignore[arg-type]


def file_of(by: platform.Officer, document_id: object) -> BytesIO:
    _version, content = platform.read_document(document_id=document_id, by=by, at=make.NOW)  # type: ignore[arg-type]
    with content:
        return BytesIO(content.read())


def test_a_letter_is_kept_in_word_and_as_a_tagged_pdf(by: platform.Officer) -> None:
    template_id = given.approved(by, retention=Retention.SIX_YEARS)
    assert written(by, template_id, given.meeting(by)) == 1
    (letter,) = correspond.letters_of(template_id, seen_by=by)
    words = "\n".join(p.text for p in Document(file_of(by, letter.word_id)).paragraphs)
    assert "Dear members of Social Care Committee," in words
    read = PdfReader(file_of(by, letter.pdf_id))
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Social Care Committee" in read.pages[0].extract_text()
    assert platform.document(letter.word_id, seen_by=by).retention is Retention.SIX_YEARS


def test_a_missing_value_stops_every_letter_and_is_named(by: platform.Officer) -> None:
    template_id = given.approved(by)
    whole = given.meeting(by)
    gap = given.meeting(by, place="", starts_at=make.NOW + timedelta(days=2))
    with pytest.raises(correspond.CannotWrite, match=r"nothing is known for meeting\.place"):
        written(by, template_id, whole, gap)
    assert not models.Letter.objects.exists()


def test_nothing_is_written_from_words_that_nobody_approved(by: platform.Officer) -> None:
    with pytest.raises(correspond.CannotWrite, match="Nobody has approved"):
        written(by, given.template(by), given.meeting(by))


def test_letters_that_are_sent_for_twice_are_written_once(by: platform.Officer) -> None:
    template_id, subject = given.approved(by), given.meeting(by)
    intent = Intent(key=by.id, fingerprint="0" * 64)
    assert [written(by, template_id, subject, intent=intent) for _ in range(2)] == [1, 1]
    assert models.Letter.objects.count() == 1


def test_no_more_than_so_many_at_once(by: platform.Officer) -> None:
    with pytest.raises(correspond.CannotWrite, match="25 at most"):
        written(by, given.approved(by), *(str(n) for n in range(26)))


def test_a_subject_of_a_stranger_does_not_exist(by: platform.Officer) -> None:
    other = make.commissioner()
    with pytest.raises(platform.NotFound):
        written(by, given.approved(by), given.meeting(other))


def test_hostile_values_stay_words_in_both_files(by: platform.Officer) -> None:
    hostile = '=cmd|calc <img src="file:///etc/passwd"> {{ today }} \x0b'
    template_id = given.approved(by)
    written(by, template_id, given.meeting(by, place=hostile))
    (letter,) = correspond.letters_of(template_id, seen_by=by)
    words = "\n".join(p.text for p in Document(file_of(by, letter.word_id)).paragraphs)
    assert '=cmd|calc <img src="file:///etc/passwd"> {{ today }}' in words
    read = PdfReader(file_of(by, letter.pdf_id))
    assert "{{ today }}" in read.pages[0].extract_text()
    assert "root:" not in read.pages[0].extract_text()


@pytest.mark.parametrize("kind", list(correspond.SubjectKind), ids=str)
def test_every_field_of_the_list_is_one_that_subjects_give(
    kind: correspond.SubjectKind, by: platform.Officer
) -> None:
    ask.scheme(by.organisation.id, "Authorising director")
    given.meeting(by)
    ask.request(by)
    following.plan(by)
    for subject_id, _name in correspond.subjects(kind, "", seen_by=by, at=make.NOW):
        found = correspond.subject(kind, subject_id, seen_by=by, at=make.NOW)
        assert set(found.values) == set(correspond.fields_for(kind))


def test_letters_are_listed_and_found_as_letters(by: platform.Officer) -> None:
    written(by, given.approved(by), given.meeting(by))
    platform.give_document(
        name="Invitation list.txt", content=ContentFile(b"Six people"),
        retention=Retention.ONE_YEAR, by=by, at=make.NOW,
    )  # fmt: skip
    browser = make.signed_in(by)
    letters = browser.get("/documents/?kind=letter").content.decode()
    assert "Invitation, Social Care Committee" in letters
    assert "Invitation list" not in letters
    found = browser.get("/search/?q=Invitation").content.decode()
    assert "Letter · by " in found
    assert "File that was given · by " in found


def test_a_time_of_day_stays_on_one_line(by: platform.Officer) -> None:
    template_id = given.approved(by)
    written(by, template_id, given.meeting(by))
    (letter,) = correspond.letters_of(template_id, seen_by=by)
    words = "\n".join(p.text for p in Document(file_of(by, letter.word_id)).paragraphs)
    assert "at 2\N{NO-BREAK SPACE}pm." in words
