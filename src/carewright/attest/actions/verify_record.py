"""Looks over the whole record, event by event, and keeps what came of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection, transaction

from carewright.attest import models, rows
from carewright.attest.actions.seal_record import LOCK
from carewright.attest.queries.waiting import cluster
from carewright.attest.rules.checkpoints import PublicKey
from carewright.attest.rules.examining import (
    MOST_NAMED,
    Examination,
    StoredCheckpoint,
    StoredEvent,
    StoredLeaf,
    Witnessed,
)
from carewright.attest.rules.merkle import KEPT_LEVELS
from carewright.platform import api as platform
from carewright.platform.api import Sayings, Words

#: Everything in the order of the log, then whatever has no place in it.
EVERYTHING: Final = """
SELECT leaf.place, leaf.event_id, leaf.hash,
    event.id, event.at, event.act, event.subject_kind, event.subject_id, event.organisation_id,
    event.by_id, event.words_digest, event.leaf, event.salt, event.by_name, event.reason,
    event.facts::text, event.written_in, event.erased_at
FROM attest_leaf AS leaf FULL JOIN platform_auditevent AS event ON event.id = leaf.event_id
ORDER BY leaf.place NULLS LAST, event.written_in, event.id
"""
AT_A_TIME: Final = 5_000


@transaction.atomic(durable=True)
def verify_record(
    *, key: PublicKey, witnessed: Sequence[Witnessed] = (), by: platform.Actor, at: datetime
) -> rows.Verdict:
    """Recomputes every leaf and the tree, and holds them to what was signed and witnessed.

    Needs the eyes of the tables' owner: an organisation sees its own events only.
    """
    platform.require(by, platform.Act.VERIFY_RECORD)
    with connection.cursor() as cursor:  # nobody seals while it is looked over
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    examined = _examined(key, witnessed)
    findings = examined.findings()
    verdict = rows.Verdict(
        at=at,
        by_name=by.name,
        events=examined.events,
        sealed=examined.tree.size,
        unsealed=examined.unsealed,
        checkpoints=len(examined.checkpoints),
        witnesses=tuple(each.source for each in witnessed),
        findings=tuple(findings[:MOST_NAMED]),
        findings_count=len(findings),
    )
    _keep(verdict)
    return verdict


def _examined(key: PublicKey, witnessed: Sequence[Witnessed]) -> Examination:
    nodes = models.Node.objects.filter(level=KEPT_LEVELS).values_list("place", "hash")
    examined = Examination(
        key=key,
        checkpoints=_checkpoints(),
        witnessed=witnessed,
        kept_nodes={place: bytes(found) for place, found in nodes},
        cluster=cluster(),
    )
    erased: dict[UUID, int | None] = {}
    erasures: set[str] = set()
    for found in _everything():
        leaf, event = _leaf(found), _event(found)
        if leaf is not None:
            examined.place(leaf, event)
        elif event is not None:
            examined.outside(event)
        if found[17] is not None:
            erased[found[3]] = found[0]
        if found[5] == platform.Act.ERASE_WORDS:
            erasures.add(found[7])
    for event_id, place in erased.items():
        if str(event_id) not in erasures:
            examined.erased_unrecorded(event_id, place)
    return examined


def _checkpoints() -> list[StoredCheckpoint]:
    found = models.Checkpoint.objects.order_by("number").values_list(
        "number", "size", "note", "finished_before", "cluster"
    )
    return [StoredCheckpoint(*each) for each in found]


def _everything() -> Iterator[tuple[Any, ...]]:
    """Every row, a few thousand in memory at a time."""
    with connection.cursor() as cursor:
        # A cursor of the database's own, as the whole record may be larger than the memory.
        cursor.execute(f"DECLARE whole_record NO SCROLL CURSOR FOR {EVERYTHING}")
        while True:
            cursor.execute(f"FETCH {AT_A_TIME} FROM whole_record")
            part = cursor.fetchall()
            yield from part
            if len(part) < AT_A_TIME:
                break
        cursor.execute("CLOSE whole_record")


def _leaf(found: tuple[Any, ...]) -> StoredLeaf | None:
    place, event_id, hashed = found[:3]
    return None if place is None else StoredLeaf(place, event_id, bytes(hashed))


def _event(found: tuple[Any, ...]) -> StoredEvent | None:
    (event_id, at, act, kind, subject_id, organisation_id, by_id, digest, leaf, salt, by_name,
     reason, facts, written_in, erased_at) = found[3:]  # fmt: skip
    if event_id is None:
        return None
    digest = bytes(digest)
    said = Sayings(event_id, at, act, kind, subject_id, organisation_id, by_id, digest)
    words_hold = erased_at is not None or _hold(by_name, reason, facts, bytes(salt or b""), digest)
    return StoredEvent(event_id, said.leaf(), bytes(leaf), words_hold, written_in, at, act)


def _hold(by_name: str, reason: str, facts: str, salt: bytes, digest: bytes) -> bool:
    """Whether these are the words that were sealed; words that nobody could have sealed are not."""
    try:
        return Words(by_name, reason, json.loads(facts)).digest(salt) == digest
    except (ValueError, OverflowError):  # a number beyond all that a leaf can be made of
        return False


def _keep(verdict: rows.Verdict) -> None:
    models.Verification.objects.create(
        at=verdict.at,
        by_name=verdict.by_name,
        whole=verdict.whole,
        events=verdict.events,
        sealed=verdict.sealed,
        unsealed=verdict.unsealed,
        checkpoints=verdict.checkpoints,
        witnesses=list(verdict.witnesses),
        findings=[
            {
                "fault": each.fault.value,
                "says": each.says,
                "place": each.place,
                "event_id": str(each.event_id) if each.event_id else None,
            }
            for each in verdict.findings
        ],
        findings_count=verdict.findings_count,
    )
