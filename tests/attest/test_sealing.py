"""Every committed event is sealed once, in the background, by one sealer, and nobody waits."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, connections, transaction

from carewright.attest import api as attest
from carewright.attest import models
from carewright.platform import api as platform
from carewright.platform import models as kept
from tests.factories import attest as make
from tests.factories import platform as people

pytestmark = pytest.mark.django_db

EVERY_TABLE = ["leaf", "node", "checkpoint", "deposit", "verification"]


def test_events_are_sealed_under_a_checkpoint_that_the_key_signs() -> None:
    make.events(3)
    sealed = make.sealed()
    assert sealed is not None
    assert (sealed.number, sealed.size) == (1, 3)
    head = make.KEY.public.opens(sealed.note)
    assert (head.size, head.root) == (3, sealed.root)
    assert models.Leaf.objects.count() == 3


def test_sealing_goes_on_from_where_it_was() -> None:
    for number in range(1, 6):
        make.events(number)
        make.sealed(batch=2)
    assert make.verdict().whole
    assert attest.newest_checkpoint().size == 15  # type: ignore[union-attr]


def test_a_number_without_measure_does_not_keep_the_record_from_being_looked_over() -> None:
    with transaction.atomic():
        platform.audit.record(
            "looked", "area", 1, by=people.OPERATOR, at=people.NOW, organisation_id=None,
            most=1e308, also=[1e16, 2**60],
        )  # fmt: skip
    make.sealed()
    assert make.verdict().whole


def test_where_nothing_waits_nothing_is_signed() -> None:
    make.events(1)
    make.sealed()
    assert make.sealed() is None
    assert models.Checkpoint.objects.count() == 1


def test_the_lag_says_how_many_wait_and_since_when() -> None:
    make.events(2)
    before = attest.lag()
    assert (before.waiting, before.checkpoint) == (2, None)
    assert before.oldest == kept.AuditEvent.objects.order_by("written_at")[0].written_at
    make.sealed()
    assert (attest.lag().waiting, attest.lag().oldest) == (0, None)


def test_only_the_operator_seals_and_looks_over() -> None:
    officer = people.officer(platform.Role.INTERNAL_AUDITOR)
    with pytest.raises(platform.NotPermitted):
        attest.seal_record(key=make.KEY, by=officer, at=people.NOW)
    with pytest.raises(platform.NotPermitted):
        attest.verify_record(key=make.KEY.public, by=officer, at=people.NOW)


def test_a_record_is_not_sealed_with_another_key_in_silence() -> None:
    make.events(1)
    make.sealed()
    make.events(1)
    stranger = make.SigningKey(make.KEY.name, make.Ed25519PrivateKey.generate())
    with pytest.raises(attest.KeyMissing, match="sealed with another key"):
        attest.seal_record(key=stranger, by=people.OPERATOR, at=people.NOW)


@pytest.mark.django_db(transaction=True)
def test_the_worker_seals_though_it_may_see_nobody_s_events() -> None:
    make.events(3, by=people.commissioner())
    with platform.acting_for(None):
        assert not kept.AuditEvent.objects.exists()
        assert make.sealed().size == 3  # type: ignore[union-attr]


@pytest.mark.parametrize("table", EVERY_TABLE)
@pytest.mark.parametrize("what", ["UPDATE", "DELETE", "TRUNCATE"])
def test_the_web_process_may_change_no_seal(table: str, what: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege('carewright_web', %s, %s)", [f"attest_{table}", what]
        )
        assert cursor.fetchone() == (False,)


def test_even_the_owner_of_the_tables_changes_no_seal() -> None:
    make.events(1)
    make.sealed()
    for statement in (
        "UPDATE attest_leaf SET place = 5", "DELETE FROM attest_checkpoint",
        "TRUNCATE attest_node",
    ):  # fmt: skip
        with (
            pytest.raises(DatabaseError, match=r"Cannot|never emptied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_an_event_that_commits_late_is_sealed_late_and_never_skipped() -> None:
    written, go_on = threading.Event(), threading.Event()

    def write_slowly() -> None:
        try:
            with transaction.atomic():
                make.events(1)
                written.set()
                go_on.wait(30)
        finally:
            connections.close_all()

    slow = threading.Thread(target=write_slowly)  # begins first, commits last
    slow.start()
    assert written.wait(30)
    make.events(2)
    assert make.sealed().size == 2  # type: ignore[union-attr]
    make.events(1)
    assert make.sealed().size == 3  # type: ignore[union-attr]
    go_on.set()
    slow.join()
    assert make.sealed().size == 4  # type: ignore[union-attr]
    assert make.verdict().findings == ()


@pytest.mark.django_db(transaction=True)
def test_of_many_sealers_one_seals_while_fifty_write() -> None:
    stop = threading.Event()

    def write(_: int) -> None:
        try:
            make.events(20)
        finally:
            connections.close_all()

    def seal() -> None:
        try:
            while not stop.is_set():
                make.sealed(batch=50)
        finally:
            connections.close_all()

    sealers = [threading.Thread(target=seal) for _ in range(3)]
    for sealer in sealers:
        sealer.start()
    with ThreadPoolExecutor(25) as writers:
        list(writers.map(write, range(50)))
    stop.set()
    for sealer in sealers:
        sealer.join()
    make.sealed()
    found = make.verdict()
    assert (found.findings, found.events, found.sealed, found.unsealed) == ((), 1000, 1000, 0)
