"""Whatever somebody past every guard does to the record is found, and the place is named.

A hundred thousand events with CAREWRIGHT_FULL set, some thousands without.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from uuid import UUID

import pytest
from pytest_django.plugin import DjangoDbBlocker

from carewright.attest import api as attest
from carewright.attest.api import Fault
from carewright.attest.rules.checkpoints import in_base64
from tests.factories import attest as make
from tests.factories import platform as people

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FULL = bool(os.environ.get("CAREWRIGHT_FULL"))
EVENTS = 100_000 if FULL else 2_000
BATCH = EVENTS // 10
#: Drawn once, the same in every run.
PLACES = random.Random(6962).sample(range(10, EVENTS - 10), 12 if FULL else 6)


@pytest.fixture(scope="module", autouse=True)
def record(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A record that is whole, under ten checkpoints: written once, and whole again for each test.

    A test's own transaction takes back whatever it did to the record.
    """
    with django_db_blocker.unblock():
        make.many_events(EVENTS)
        make.sealed(batch=BATCH)
    yield
    with django_db_blocker.unblock():
        make.as_superuser(f"TRUNCATE {', '.join(make.TABLES)}")


def first_of(found: attest.Verdict) -> attest.Finding:
    assert not found.whole
    return found.findings[0]


def test_a_record_that_nobody_touched_is_whole() -> None:
    found = make.verdict()
    assert found.whole, found.findings
    assert (found.events, found.sealed, found.checkpoints) == (EVENTS, EVENTS, 10)


@pytest.mark.parametrize(
    "change",
    [
        "reason = 'Another reason'", "by_name = 'Somebody else'", "facts = '{\"round\": 0}'",
        "at = at - interval '1 microsecond'", "act = 'unlooked'", "subject_id = 'S1'",
        "by_id = 'another'", "organisation_id = gen_random_uuid()", "leaf = '\\x00'",
        "salt = '\\x00'", "words_digest = '\\x00'",
    ],
)  # fmt: skip
def test_an_edited_event_is_named(change: str) -> None:
    for place in PLACES[:2]:
        make.as_superuser(f"UPDATE platform_auditevent SET {change} WHERE id = {_event(place)}")
    found = make.verdict()
    assert [(f.fault, f.place) for f in found.findings] == [
        (Fault.EDITED, place) for place in sorted(PLACES[:2])
    ]
    assert first_of(found).event_id == make.event_at(min(PLACES[:2]))


def test_an_edited_event_whose_leaf_was_made_to_fit_is_named_all_the_same() -> None:
    place = PLACES[0]
    make.as_superuser(f"UPDATE platform_auditevent SET act = 'unlooked' WHERE id = {_event(place)}")
    _refit(place)
    assert (first_of(make.verdict()).fault, first_of(make.verdict()).place) == (
        Fault.EDITED,
        place,
    )


def test_an_event_edited_together_with_its_seal_is_found_among_its_neighbours() -> None:
    place = PLACES[0]
    make.as_superuser(f"UPDATE platform_auditevent SET act = 'unlooked' WHERE id = {_event(place)}")
    _refit(place)
    make.as_superuser(
        "UPDATE attest_leaf SET hash = (SELECT leaf FROM platform_auditevent WHERE id = event_id) "
        f"WHERE place = {place}"
    )
    finding = first_of(make.verdict())
    assert finding.fault is Fault.REWRITTEN
    assert finding.place is not None
    assert finding.place <= place < finding.place + 256


def test_a_deleted_event_is_named() -> None:
    for place in PLACES:
        gone = make.event_at(place)
        make.as_superuser(f"DELETE FROM platform_auditevent WHERE id = '{gone}'")
    found = make.verdict()
    assert [(f.fault, f.place) for f in found.findings] == [
        (Fault.DELETED, place) for place in sorted(PLACES)
    ]


def test_an_event_deleted_together_with_its_place_is_named() -> None:
    place = PLACES[0]
    make.as_superuser(
        f"DELETE FROM platform_auditevent WHERE id = {_event(place)}",
        f"DELETE FROM attest_leaf WHERE place = {place}",
    )
    assert (first_of(make.verdict()).fault, first_of(make.verdict()).place) == (
        Fault.DELETED,
        place,
    )


def test_an_event_put_in_between_is_named() -> None:
    make.as_superuser(
        "CREATE TEMP TABLE twin AS SELECT * FROM platform_auditevent "
        f"WHERE id = {_event(PLACES[0])}",
        f"UPDATE twin SET id = '{UUID(int=7)}', written_in = 3",
        "INSERT INTO platform_auditevent SELECT * FROM twin",
        "DROP TABLE twin",
    )
    make.sealed()
    finding = first_of(make.verdict())
    assert (finding.fault, finding.event_id) == (Fault.INSERTED, UUID(int=7))


def test_two_events_that_changed_places_are_named() -> None:
    one, other = sorted(PLACES[:2])
    _swap(one, other, "event_id")
    found = make.verdict()
    assert [(f.fault, f.place) for f in found.findings] == [
        (Fault.REORDERED, one),
        (Fault.REORDERED, other),
    ]


def test_two_events_that_changed_places_with_their_seals_are_found() -> None:
    one, other = sorted(PLACES[:2])
    _swap(one, other, "event_id")
    _swap(one, other, "hash")
    finding = first_of(make.verdict())
    assert finding.fault is Fault.REORDERED
    assert finding.place in (one - 1, one)


def test_events_that_changed_contents_are_named() -> None:
    one, other = sorted(PLACES[:2])
    words = "reason = (SELECT reason FROM platform_auditevent WHERE id = {})"
    make.as_superuser(
        f"UPDATE platform_auditevent SET {words.format(_event(other))} WHERE id = {_event(one)}"
    )
    assert (first_of(make.verdict()).fault, first_of(make.verdict()).place) == (Fault.EDITED, one)


@pytest.mark.parametrize("kept", [0, EVENTS // 3])
def test_a_record_cut_off_is_named_from_the_first_event_that_is_gone(kept: int) -> None:
    make.as_superuser(
        "DELETE FROM platform_auditevent WHERE id IN "
        f"(SELECT event_id FROM attest_leaf WHERE place >= {kept})"
    )
    found = make.verdict()
    assert (found.findings_count, first_of(found).place) == (1, kept)
    assert f"{EVENTS - kept:,} events" in first_of(found).says


def test_a_record_emptied_is_found() -> None:
    make.as_superuser("TRUNCATE platform_auditevent")
    assert f"{EVENTS:,} events at places 0" in first_of(make.verdict()).says


def test_a_record_cut_off_with_its_seals_is_found_by_what_a_witness_kept() -> None:
    kept = attest.Witnessed("the health board", attest.newest_checkpoint().note)  # type: ignore[union-attr]
    cut = BATCH * 7
    make.as_superuser(
        "DELETE FROM platform_auditevent WHERE id IN "
        f"(SELECT event_id FROM attest_leaf WHERE place >= {cut})",
        f"DELETE FROM attest_leaf WHERE place >= {cut}",
        f"DELETE FROM attest_node WHERE (place + 1) << level > {cut}",
        f"DELETE FROM attest_checkpoint WHERE size > {cut}",
    )
    assert make.verdict().whole  # nothing within the database is left to tell
    finding = first_of(make.verdict(kept))
    assert (finding.fault, finding.place) == (Fault.TRUNCATED, cut)
    assert "the health board" in finding.says


def test_a_past_written_anew_is_found_by_what_a_witness_kept() -> None:
    kept = attest.Witnessed("the health board", attest.newest_checkpoint().note)  # type: ignore[union-attr]
    make.as_superuser(
        "DELETE FROM attest_leaf", "DELETE FROM attest_node", "DELETE FROM attest_checkpoint",
        f"UPDATE platform_auditevent SET act = 'unlooked', leaf = '\\x00' "
        f"WHERE subject_id = 'S{PLACES[0]:08d}'",
    )  # fmt: skip
    _refit_all()
    make.sealed(batch=BATCH)
    assert make.verdict().whole
    assert first_of(make.verdict(kept)).fault is Fault.REWRITTEN


def test_a_checkpoint_that_is_missing_or_forged_is_found() -> None:
    make.as_superuser("DELETE FROM attest_checkpoint WHERE number = 4")
    assert "Checkpoint 4 is missing" in [f.says for f in make.verdict().findings]
    make.as_superuser(
        "UPDATE attest_checkpoint SET note = replace(note, "
        f"'{in_base64(make.KEY.public.id)[:5]}', 'AAAAA') WHERE number = 5"
    )
    assert any("Checkpoint 5: " in f.says for f in make.verdict().findings)


def test_a_witnessed_checkpoint_that_agrees_is_counted() -> None:
    kept = attest.Witnessed("a folder", attest.checkpoint(3).note)
    assert make.verdict(kept).whole
    assert make.verdict(kept).witnesses == ("a folder",)


def test_an_erasure_leaves_the_record_whole_and_one_in_silence_does_not() -> None:
    people.platform.erase_words(
        event_id=make.event_at(PLACES[0]), reason="Asked for", by=people.OPERATOR, at=people.NOW
    )
    assert make.verdict().whole
    make.as_superuser(
        "UPDATE platform_auditevent SET salt = NULL, by_name = '', reason = '', facts = '{}', "
        f"erased_at = now() WHERE id = {_event(PLACES[1])}"
    )
    finding = first_of(make.verdict())
    assert (finding.fault, finding.place) == (Fault.ERASED, PLACES[1])


def test_what_waits_to_be_sealed_is_said_plainly() -> None:
    make.events(3)
    found = make.verdict()
    assert (found.whole, found.sealed, found.unsealed) == (True, EVENTS, 3)


def _event(place: int) -> str:
    return f"(SELECT event_id FROM attest_leaf WHERE place = {place})"


def _swap(one: int, other: int, column: str) -> None:
    found = make.as_superuser(
        f"SELECT {column} FROM attest_leaf WHERE place IN ({one}, {other}) ORDER BY place"
    )
    first, second = (_literal(row[0]) for row in found)
    park = "'\\x00'" if column == "hash" else f"'{UUID(int=3)}'"
    make.as_superuser(
        f"UPDATE attest_leaf SET {column} = {park} WHERE place = {one}",
        f"UPDATE attest_leaf SET {column} = {first} WHERE place = {other}",
        f"UPDATE attest_leaf SET {column} = {second} WHERE place = {one}",
    )


def _literal(value: object) -> str:
    if isinstance(value, UUID):
        return f"'{value}'"
    return f"'\\x{bytes(value).hex()}'"  # type: ignore[call-overload]


def _refit(place: int) -> None:
    """Makes the leaf that the event keeps fit what the event says now."""
    event = people.models.AuditEvent.objects.get(pk=make.event_at(place))
    _store_leaf(event)


def _refit_all() -> None:
    for event in people.models.AuditEvent.objects.filter(leaf=b"\0"):
        _store_leaf(event)


def _store_leaf(event: people.models.AuditEvent) -> None:
    said = people.platform.Sayings(
        event.id, event.at, event.act, event.subject_kind, event.subject_id,
        event.organisation_id, event.by_id, bytes(event.words_digest),
    )  # fmt: skip
    make.as_superuser(
        f"UPDATE platform_auditevent SET leaf = '\\x{said.leaf().hex()}' WHERE id = '{event.id}'"
    )
