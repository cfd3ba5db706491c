"""Seals the events that wait, in the background and alone.

No writer ever waits for this: events are inserted side by side and get their order here.
Sealing is no event itself, or there would be no end to it; its checkpoints tell of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection, transaction

from carewright.attest import models, rows
from carewright.attest.keys import KeyMissing
from carewright.attest.queries.checkpoints import checkpoint_row, newest
from carewright.attest.queries.waiting import cluster, sealed_up_to
from carewright.attest.rules.checkpoints import BadNote, SigningKey, TreeHead
from carewright.attest.rules.merkle import GrowingTree
from carewright.platform import api as platform

#: So many events go under one checkpoint at most, so that one sealing is never long.
BATCH: Final = 10_000
#: Whoever holds this lock of the database is the one who seals.
LOCK: Final = 6962
UNSEALED: Final = "SELECT event_id, leaf, written_in, finished_before FROM attest_unsealed(%s, %s)"


@dataclass(frozen=True, slots=True)
class _Batch:
    leaves: list[tuple[UUID, bytes]]
    finished_before: int
    full: bool


def seal_record(
    *, key: SigningKey, by: platform.Actor, at: datetime, batch: int = BATCH
) -> rows.Checkpoint | None:
    """Puts every event that waits under a signed checkpoint; the last of them, if any was made."""
    platform.require(by, platform.Act.SEAL_RECORD)
    last = None
    more = True
    while more:
        sealed, more = _seal_batch(key, at, batch)
        last = sealed or last
    return last


@transaction.atomic(durable=True)
def _seal_batch(key: SigningKey, at: datetime, most: int) -> tuple[rows.Checkpoint | None, bool]:
    if not _alone():
        return None, False
    before = newest()
    _require_the_same_key(key, before)
    batch = _waiting(before, most)
    if not batch.leaves:
        return None, False
    sealed = _checkpoint(key, at, before, batch)
    return checkpoint_row(sealed), batch.full


def _alone() -> bool:
    """Whether nobody else seals; the lock is held to the end of the transaction."""
    # Asked before anything is read: what is read next is then what the last sealer left.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def _require_the_same_key(key: SigningKey, before: models.Checkpoint | None) -> None:
    if before is None:
        return
    try:
        key.public.opens(before.note)
    except BadNote as problem:
        raise KeyMissing(
            f"The record was sealed with another key before. {problem}. Nothing is sealed until "
            "that key is back."
        ) from None


def _waiting(before: models.Checkpoint | None, most: int) -> _Batch:
    """Committed events without a place, in the order of their transactions.

    Whatever was written before the last checkpoint's `finished_before` is under it, so the look
    back is short; what was committed out of turn since then has no place and is found.
    """
    with connection.cursor() as cursor:
        cursor.execute(UNSEALED, [sealed_up_to(before), most])
        found: list[tuple[Any, ...]] = cursor.fetchall()
    if not found:
        return _Batch([], 0, full=False)
    full = len(found) == most
    finished = found[-1][3]
    if full:  # those of the last transaction may go on in the next batch
        finished = min(finished, found[-1][2])
    return _Batch([(event_id, bytes(leaf)) for event_id, leaf, *_ in found], finished, full)


def _checkpoint(
    key: SigningKey, at: datetime, before: models.Checkpoint | None, batch: _Batch
) -> models.Checkpoint:
    tree = GrowingTree.from_state(before.size, bytes(before.peaks)) if before else GrowingTree()
    first = tree.size
    for _event_id, leaf in batch.leaves:
        tree.append(leaf)
    _store(first, batch, tree)
    head = TreeHead(key.name, tree.size, tree.root())
    return models.Checkpoint.objects.create(
        number=before.number + 1 if before else 1,
        size=head.size,
        root=head.root,
        peaks=tree.state(),
        note=key.signed(head),
        finished_before=max(batch.finished_before, sealed_up_to(before)),
        cluster=cluster(),
        sealed_at=at,
    )


def _store(first: int, batch: _Batch, tree: GrowingTree) -> None:
    copied = "COPY attest_leaf (place, event_id, hash) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(copied) as copy:
        for place, (event_id, leaf) in enumerate(batch.leaves, start=first):
            copy.write_row((place, event_id, leaf))
    models.Node.objects.bulk_create(
        models.Node(level=node.level, place=node.place, hash=node.hash) for node in tree.finished
    )
