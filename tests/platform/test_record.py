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


def test_an_organisation_reads_what_the_record_says_of_its_own_things(
    event: models.AuditEvent,
) -> None:
    own = make.commissioner(organisation=models.Organisation.objects.get(pk=event.organisation_id))
    stranger = make.commissioner()
    told = platform.events_about("area", "S12000047", seen_by=own)
    assert [each.reason for each in told] == ["Monthly review"]
    assert platform.events_about("area", "S12000047", seen_by=stranger) == []


def test_the_words_of_an_event_can_be_erased_and_nothing_else_of_it(
    event: models.AuditEvent,
) -> None:
    platform.erase_words(
        event_id=event.id, reason="Asked for by the person", by=make.OPERATOR, at=make.NOW
    )
    erased = models.AuditEvent.objects.get(pk=event.id)
    assert (erased.by_name, erased.reason, erased.facts, erased.salt) == ("", "", {}, None)
    assert (erased.act, erased.by_id, erased.at) == (event.act, event.by_id, event.at)
    assert bytes(erased.leaf) == bytes(event.leaf)
    told = models.AuditEvent.objects.get(act="erase_words")
    assert (told.subject_id, told.reason) == (str(event.id), "Asked for by the person")


def test_words_are_erased_by_the_operator_alone_and_with_a_reason(
    event: models.AuditEvent,
) -> None:
    with pytest.raises(platform.NotPermitted):
        platform.erase_words(
            event_id=event.id, reason="Why not", by=make.commissioner(), at=make.NOW
        )
    with pytest.raises(platform.CannotErase):
        platform.erase_words(event_id=event.id, reason=" ", by=make.OPERATOR, at=make.NOW)
    assert models.AuditEvent.objects.get().reason == "Monthly review"


@pytest.mark.parametrize(
    "and_more", ["act = 'another'", "leaf = '\\x00'", "words_digest = '\\x00'", "at = now()"]
)
def test_nothing_is_changed_under_the_cover_of_an_erasure(
    event: models.AuditEvent, and_more: str
) -> None:
    with pytest.raises(DatabaseError, match="Cannot update or delete"):
        _run(
            "UPDATE platform_auditevent SET salt = NULL, by_name = '', reason = '', facts = '{}', "
            f"erased_at = now(), {and_more}"
        )


def test_an_erasure_leaves_no_word(event: models.AuditEvent) -> None:
    with pytest.raises(DatabaseError, match="audit_event_erased_holds_no_words"):
        _run("UPDATE platform_auditevent SET salt = NULL, by_name = '', erased_at = now()")


def test_the_database_says_when_an_event_was_written_whatever_the_writer_says(
    event: models.AuditEvent,
) -> None:
    _run(
        "INSERT INTO platform_auditevent SELECT (jsonb_populate_record(e, jsonb_build_object("
        "'id', gen_random_uuid(), 'written_in', 1, 'written_at', '2001-01-01'))).* "
        "FROM platform_auditevent e"
    )
    assert models.AuditEvent.objects.filter(written_in__lt=event.written_in).count() == 0
    assert models.AuditEvent.objects.filter(written_at__year__gt=2001).count() == 2


def _run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
