"""Events with their seals, and the proof of one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from carewright.attest import models, rows
from carewright.attest.queries.checkpoints import checkpoint_row, newest
from carewright.attest.rules.merkle import (
    KEPT_LEVELS,
    Fetch,
    consistency_proof,
    inclusion_proof,
    subtrees_from,
)
from carewright.attest.rules.proofs import EventProof
from carewright.platform import api as platform


def events(*, seen_by: platform.Officer) -> QuerySet[Any]:
    """The record of the officer's organisation, each event with its `place` if it is sealed."""
    place = models.Leaf.objects.filter(event_id=OuterRef("pk")).values("place")
    return platform.events(seen_by=seen_by).annotate(place=Subquery(place))


def seal_of(event_id: UUID) -> rows.Seal | None:
    """Where the event stands and the first checkpoint over it; None while it waits."""
    leaf = models.Leaf.objects.filter(event_id=event_id).first()
    if leaf is None:
        return None
    over = models.Checkpoint.objects.filter(size__gt=leaf.place).order_by("size").first()
    return rows.Seal(leaf.place, checkpoint_row(over)) if over else None


def proof_of(event_id: UUID, *, seen_by: platform.Officer) -> EventProof:
    """The event with what shows it was sealed, under the newest checkpoint there is."""
    event = platform.event(event_id, seen_by=seen_by)
    leaf = models.Leaf.objects.filter(event_id=event_id).first()
    over = newest()
    if leaf is None or over is None:
        raise platform.NotFound("The event has not been sealed yet")
    path = inclusion_proof(leaf.place, over.size, subtrees_from(kept_hashes()))
    return EventProof(
        event=event.sayings.canonical().decode(),
        words=event.words.canonical().decode() if event.salt else "",
        salt=event.salt or b"",
        place=leaf.place,
        path=tuple(path),
        checkpoint=over.note,
    )


def growth_between(old: int, new: int) -> list[bytes]:
    """What shows that the record at the second size begins with the record at the first."""
    return consistency_proof(old, new, subtrees_from(kept_hashes()))


def kept_hashes() -> Fetch:
    """Fetches kept hashes 256 at a time: a proof needs two such tiles of a level at most."""

    @cache
    def tile(level: int, number: int) -> Sequence[bytes]:
        first = number << KEPT_LEVELS
        among = {"place__gte": first, "place__lt": first + (1 << KEPT_LEVELS)}
        leaves = models.Leaf.objects.filter(**among).order_by("place").values_list("hash")
        nodes = models.Node.objects.filter(level=level, **among).order_by("place")
        found = nodes.values_list("hash") if level else leaves
        return [bytes(each) for (each,) in found]

    def fetch(level: int, first: int, count: int) -> Sequence[bytes]:
        start = first & ((1 << KEPT_LEVELS) - 1)
        return tile(level, first >> KEPT_LEVELS)[start : start + count]

    return fetch
