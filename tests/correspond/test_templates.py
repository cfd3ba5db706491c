"""Words of a template are written by one, approved by another, and never changed."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from carewright.correspond import api as correspond
from carewright.correspond import models
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.platform.models import AuditEvent
from tests.factories import correspond as given
from tests.factories import decide as decisions
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def test_words_count_once_somebody_else_has_approved_them(by: platform.Officer) -> None:
    template_id = given.template(by)
    assert correspond.template(template_id, seen_by=by).in_use is None
    correspond.approve_version(
        template_id=template_id, number=1, by=given.approver(by), at=make.NOW
    )
    used = correspond.template(template_id, seen_by=by).in_use
    assert used is not None
    assert used.number == 1
    acts = AuditEvent.objects.filter(subject_id=str(template_id)).values_list("act", flat=True)
    assert sorted(acts) == ["approve_template", "write_template"]


def test_nobody_approves_their_own_words(by: platform.Officer) -> None:
    both = papers.colleague(by, Role.LEGAL_ADVISER, Role.COMMISSIONER)
    template_id = given.template(both)
    for one_person in (both, decisions.second_account(both, Role.LEGAL_ADVISER)):
        with pytest.raises(correspond.CannotWrite, match="Somebody else"):
            correspond.approve_version(
                template_id=template_id, number=1, by=one_person, at=make.NOW
            )


def test_the_database_refuses_own_approval_too(by: platform.Officer) -> None:
    given.template(by)
    version = models.TemplateVersion.objects.get()
    version.approved_by_account, version.approved_by_name = by.account_id, by.name
    version.approved_at = make.NOW
    with pytest.raises(IntegrityError, match="template_is_approved_by_somebody_else"):
        version.save()


def test_words_that_were_kept_never_change(by: platform.Officer) -> None:
    given.approved(by)
    with (
        pytest.raises(ProgrammingError, match="Cannot update rows"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE correspond_templateversion SET body = 'Other words'")


def test_older_words_stay_in_use_until_newer_ones_are_approved(by: platform.Officer) -> None:
    template_id = given.approved(by)
    number = correspond.write_version(
        template_id=template_id, title="New", body="New words", reason="Plainer", by=by,
        at=make.NOW,
    )  # fmt: skip
    found = correspond.template(template_id, seen_by=by)
    assert (found.in_use and found.in_use.number, found.newest.number) == (1, number)
    with pytest.raises(correspond.CannotWrite, match="Newer words"):
        correspond.approve_version(
            template_id=template_id, number=1, by=given.approver(by), at=make.NOW
        )


def test_a_template_with_an_unknown_field_is_not_kept(by: platform.Officer) -> None:
    with pytest.raises(correspond.CannotWrite, match=r"Line 2: .* Did you mean meeting\.body"):
        given.template(by, body="Dear\n{{ meeting.bdoy }}")
    assert not models.LetterTemplate.objects.exists()


def test_a_name_stands_once(by: platform.Officer) -> None:
    given.template(by)
    with pytest.raises(correspond.CannotWrite, match="already"):
        given.template(by, name="INVITATION")


def test_a_strangers_template_does_not_exist(by: platform.Officer) -> None:
    template_id = given.template(by)
    stranger = make.commissioner()
    with pytest.raises(platform.NotFound):
        correspond.template(template_id, seen_by=stranger)
    with pytest.raises(platform.NotYours):
        correspond.write_letters(
            template_id=template_id, subject_ids=["x"], by=stranger, at=make.NOW
        )
