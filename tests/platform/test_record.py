"""The record is written with the act, and never changed by anybody."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from carewright.platform import api as platform
from carewright.platform import models
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> models.AuditEvent:
    by = make.commissioner()
    with transaction.atomic():
        platform.audit.record(
            "looked",
            "area",
            "S12000047",
            by=by,
            at=make.NOW,
            organisation_id=by.organisation.id,
            reason="Monthly review",
            rows=12,
        )
    return models.AuditEvent.objects.get()


def test_an_event_says_who_did_what_when_for_whom_and_why(event: models.AuditEvent) -> None:
    assert (event.act, event.subject_kind, event.subject_id) == ("looked", "area", "S12000047")
    assert (event.by_name, event.at, event.reason) == ("Person", make.NOW, "Monthly review")
    assert event.facts == {"rows": 12}


@pytest.mark.django_db(transaction=True)
def test_nothing_is_recorded_apart_from_the_change_it_tells_of() -> None:
    with pytest.raises(platform.RecordOutsideTransaction):
        platform.audit.record(
            "looked", "area", 1, by=make.OPERATOR, at=make.NOW, organisation_id=None
        )


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE platform_auditevent SET reason = 'another'",
        "DELETE FROM platform_auditevent",
        "TRUNCATE platform_auditevent",
    ],
)
def test_even_the_owner_of_the_tables_changes_no_event(event: models.AuditEvent, sql: str) -> None:
    with pytest.raises(DatabaseError, match=r"Cannot update or delete|never emptied"):
        _run(sql)
    assert models.AuditEvent.objects.get().reason == "Monthly review"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE platform_auditevent SET reason = 'another'",
        "DELETE FROM platform_auditevent",
        "TRUNCATE platform_auditevent",
        "ALTER TABLE platform_auditevent DISABLE TRIGGER ALL",
    ],
)
def test_the_web_process_has_no_right_to_try(event: models.AuditEvent, sql: str) -> None:
    with (
        platform.acting_for(event.organisation_id),
        pytest.raises(DatabaseError, match=r"permission denied|must be owner"),
    ):
        _run(sql)


def test_an_act_that_cannot_be_recorded_does_not_happen(monkeypatch: pytest.MonkeyPatch) -> None:
    officer = make.commissioner()

    def blocked(**_: object) -> None:
        raise DatabaseError("the record is blocked")

    monkeypatch.setattr(models.AuditEvent.objects, "create", blocked)
    with pytest.raises(DatabaseError, match="blocked"):
        platform.deactivate_officer(
            officer_id=officer.id, reason="Left", by=make.OPERATOR, at=make.NOW
        )
    assert models.Officer.objects.get(pk=officer.id).active


def test_an_organisation_reads_what_the_record_says_of_its_own_things(
    event: models.AuditEvent,
) -> None:
    own = make.commissioner(organisation=models.Organisation.objects.get(pk=event.organisation_id))
    stranger = make.commissioner()
    told = platform.events_about("area", "S12000047", seen_by=own)
    assert [each.reason for each in told] == ["Monthly review"]
    assert platform.events_about("area", "S12000047", seen_by=stranger) == []


def _run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
