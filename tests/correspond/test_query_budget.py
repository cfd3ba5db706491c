"""However many templates there are, their list costs the database the same few questions."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.correspond import models
from carewright.correspond.api import SubjectKind, TemplateKind
from carewright.platform import api as platform
from carewright.platform.api import Retention
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

MOST = 8


def templates(by: platform.Officer, how_many: int) -> None:
    """Templates with approved words and newer ones that wait."""
    kept = models.LetterTemplate.objects.bulk_create(
        models.LetterTemplate(
            organisation_id=by.organisation.id, name=f"Template {number}",
            kind=TemplateKind.LETTER.value, subject_kind=SubjectKind.MEETING.value,
            retention_class=Retention.SEVEN_YEARS.value, newest=2,
        )
        for number in range(how_many)
    )  # fmt: skip
    approved = {
        "approved_by_account": uuid4(), "approved_by_name": "Approver", "approved_at": make.NOW,
    }  # fmt: skip
    models.TemplateVersion.objects.bulk_create(
        models.TemplateVersion(
            organisation_id=by.organisation.id, template=each, number=number, title="Title",
            body="Words", reason="Plainer", written_by_account=by.account_id,
            written_by_name=by.name, written_at=make.NOW, **(approved if number == 1 else {}),
        )
        for each in kept
        for number in (1, 2)
    )  # fmt: skip


@pytest.mark.parametrize("how_many", [1, 1_000])
def test_the_list_of_templates_asks_few_questions(
    how_many: int, by: platform.Officer, browser: Client
) -> None:
    templates(by, how_many)
    for question in ("", "?q=template&subject=meeting&sort=-in_use"):
        address = reverse("correspond:templates") + question
        browser.get(address)  # whatever is kept from one request to the next is kept now
        with CaptureQueriesContext(connection) as asked:
            page = browser.get(address).content.decode()
        assert "In use; newer words wait" in page
        assert len(asked) <= MOST
