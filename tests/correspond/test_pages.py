"""Pages of templates and letters, walked as the people who use them do."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from carewright.correspond import models
from carewright.platform import api as platform
from tests.factories import correspond as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def posted(browser: Client, route: str, *args: object, **answers: object) -> str:
    where = reverse(f"correspond:{route}", args=args)
    return browser.post(where, answers, follow=True).content.decode()


def test_a_template_is_mended_kept_approved_and_written_from(
    by: platform.Officer, browser: Client
) -> None:
    said = {"name": "Invitation", "kind": "letter", "subject": "meeting", "retention": "six_years",
            "title": "Invitation", "body": "Dear all,\n\n{{ meeting.plaice }}"}  # fmt: skip
    refused = posted(browser, "begin", **said)
    assert "Line 3: there is no field" in refused
    assert "Did you mean meeting.place?" in refused
    page = posted(browser, "begin", **{**said, "body": "Dear all, come to {{ meeting.place }}."})
    assert "Waits for approval" not in page
    assert "Approve these words" not in page
    template_id = models.LetterTemplate.objects.get().pk
    approver = make.signed_in(given.approver(by))
    assert "Approve these words" in approver.get(
        reverse("correspond:template", args=[template_id])
    ).content.decode()  # fmt: skip
    assert "The words are approved" in posted(approver, "approve", template_id, number="1")
    subject = given.meeting(by, place="Room <7>")
    page = posted(browser, "write", template_id, subjects=[subject], preview="yes")
    assert "Dear all, come to Room &lt;7&gt;." in page
    assert not models.Letter.objects.exists()
    page = posted(browser, "write", template_id, subjects=[subject])
    assert "1 was written and kept." in page
    assert "Word document 1" in page


def test_what_is_missing_is_said_before_and_when_writing(
    by: platform.Officer, browser: Client
) -> None:
    template_id, gap = given.approved(by), given.meeting(by, place="")
    for more in ({"preview": "yes"}, {}):
        page = posted(browser, "write", template_id, subjects=[gap], **more)
        assert "nothing is known for meeting.place" in page


def test_words_find_whom_to_write_about(by: platform.Officer, browser: Client) -> None:
    template_id = given.approved(by)
    given.meeting(by)
    where = reverse("correspond:write", args=[template_id])
    assert "Social Care Committee" in browser.get(where, {"q": "social"}).content.decode()
    assert "Nothing of the kind was found" in browser.get(where, {"q": "zzz"}).content.decode()


def test_new_words_say_what_has_changed(by: platform.Officer, browser: Client) -> None:
    template_id = given.approved(by)
    refused = posted(browser, "change", template_id, title="New", body="New", reason="")
    assert "Error:" in refused
    page = posted(browser, "change", template_id, title="New", body="New", reason="Plainer")
    assert "Plainer" in page


@pytest.mark.parametrize("number", ["", "x", "²", "7", "9" * 30])
def test_words_that_do_not_stand_there_are_not_approved(by: platform.Officer, number: str) -> None:
    template_id = given.template(by)
    approver = make.signed_in(given.approver(by))
    assert "Newer words" in posted(approver, "approve", template_id, number=number)
