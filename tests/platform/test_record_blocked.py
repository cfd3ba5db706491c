"""Without a record there is no act: a blocked record changes nothing, and the page says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import JobState
from tests.factories import platform as make

pytestmark = pytest.mark.django_db(transaction=True)

REFUSING = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RAISE EXCEPTION ''the disk is full''; END';
CREATE TRIGGER refuse BEFORE INSERT ON platform_auditevent FOR EACH ROW EXECUTE FUNCTION refuse();
"""


@contextmanager
def refused() -> Iterator[None]:
    """The record's table takes nothing."""
    _run(REFUSING)
    try:
        yield
    finally:
        _run("DROP FUNCTION refuse CASCADE")


@contextmanager
def locked() -> Iterator[None]:
    """Somebody else holds the record's table, as a repair or a backup gone wrong would."""
    with psycopg.connect(
        **connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}
    ) as other:
        other.execute("LOCK TABLE platform_auditevent IN ACCESS EXCLUSIVE MODE")
        yield
        other.rollback()


@pytest.mark.parametrize("blocked", [refused, locked])
def test_a_page_whose_act_cannot_be_recorded_changes_nothing_and_says_so(blocked: object) -> None:
    by = make.commissioner()
    job = make.job(by)
    sits = make.signed_in(by, Client(raise_request_exception=False))
    sits.get("/inbox/")
    before = models.AuditEvent.objects.count()
    with blocked():  # type: ignore[operator]
        answer = sits.post(f"/jobs/{job.id}/cancel/")
    assert answer.status_code == 503
    assert "Nothing was changed" in answer.content.decode()
    assert answer["Retry-After"] == "30"
    assert models.Job.objects.get(pk=job.id).state == JobState.WAITING
    assert models.AuditEvent.objects.count() == before


def test_an_action_whose_act_cannot_be_recorded_does_not_happen() -> None:
    officer = make.commissioner()
    with refused(), pytest.raises(platform.RecordBlocked, match="the disk is full"):
        platform.deactivate_officer(
            officer_id=officer.id, reason="Left", by=make.OPERATOR, at=make.NOW
        )
    assert models.Officer.objects.get(pk=officer.id).active


def test_background_work_takes_a_blocked_record_for_a_database_that_will_be_back() -> None:
    assert issubclass(platform.RecordBlocked, OperationalError)


def test_what_cannot_be_recorded_as_read_is_not_shown() -> None:
    by = make.commissioner()
    with refused(), pytest.raises(platform.RecordBlocked):
        platform.audit.record_read(
            "document", by.id, by=by, at=make.NOW, organisation_id=by.organisation.id
        )
    platform.audit.record_read(
        "document", by.id, by=by, at=make.NOW, organisation_id=by.organisation.id, purpose="Visit"
    )
    assert [(e.act, e.reason) for e in platform.events_about("document", by.id, seen_by=by)] == [
        ("read", "Visit")
    ]


def _run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
