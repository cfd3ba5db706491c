"""Whether the record is still what was sealed; if not, which event is the first that is not.

Everything that was stored is held against everything else: an event against its leaf, leaves
against the tree, the tree against each signed checkpoint, and those against what witnesses kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from carewright.attest.rules.checkpoints import BadNote, PublicKey, TreeHead
from carewright.attest.rules.merkle import KEPT_LEVELS, GrowingTree

#: So many findings are named; the others are counted.
MOST_NAMED: Final = 50
#: Stands in the tree where a leaf is gone.
GONE: Final = bytes(32)


class Fault(StrEnum):
    """What can be wrong with a record."""

    EDITED = "edited"
    DELETED = "deleted"
    INSERTED = "inserted"
    REORDERED = "reordered"
    TRUNCATED = "truncated"
    REWRITTEN = "rewritten"  # the tree leads elsewhere than what was signed
    CHECKPOINT = "checkpoint"  # one is missing, or its signature is not ours
    ERASED = "erased"  # words are gone and no event tells of it


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and where."""

    fault: Fault
    says: str
    place: int | None = None
    event_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as it is found now."""

    id: UUID
    leaf_now: bytes  # as its codes, ids and words make it today
    leaf_kept: bytes  # as the event itself keeps it
    words_hold: bool
    written_in: int
    at: datetime
    act: str

    @property
    def said(self) -> str:
        """Enough for a person to know which one is meant."""
        return f"{self.act}, {self.at:%Y-%m-%d %H:%M} UTC"


@dataclass(frozen=True, slots=True)
class StoredLeaf:
    """A place of the log as it is found now."""

    place: int
    event_id: UUID
    hash: bytes


@dataclass(frozen=True, slots=True)
class StoredCheckpoint:
    """A checkpoint as it is found now."""

    number: int
    size: int
    note: str
    finished_before: int
    cluster: str


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A checkpoint as somebody else kept it, and who."""

    source: str
    note: str


@dataclass(slots=True)
class Examination:
    """Walks over the record once, in the order of the log, and gathers what is wrong.

    Give every place in its order to `place`, then every event without one to `outside`, then ask
    for `findings`.
    """

    key: PublicKey
    checkpoints: Sequence[StoredCheckpoint]
    witnessed: Sequence[Witnessed] = ()
    kept_nodes: Mapping[int, bytes] = field(default_factory=dict)  # of the first kept level
    cluster: str = ""
    tree: GrowingTree = field(default_factory=GrowingTree)
    found: list[Finding] = field(default_factory=list)
    unsealed: int = 0
    events: int = 0
    _swapped: dict[bytes, tuple[int, UUID, bytes, str]] = field(default_factory=dict)
    _gone: list[tuple[int, UUID]] = field(default_factory=list)
    _explained: list[int] = field(default_factory=list)
    _roots: dict[int, bytes] = field(default_factory=dict)
    _heads: list[tuple[Witnessed, TreeHead]] = field(default_factory=list)
    _sizes: set[int] = field(default_factory=set)
    _next: int = 0
    _last_order: tuple[int, UUID] | None = None

    def __post_init__(self) -> None:
        for each in self.witnessed:
            try:
                self._heads.append((each, self.key.opens(each.note)))
            except BadNote as problem:
                self._add(Fault.CHECKPOINT, f"The checkpoint of {each.source}: {problem}")
        self._sizes = {each.size for each in self.checkpoints}
        self._sizes |= {head.size for _, head in self._heads}
        self._note_root()

    def place(self, leaf: StoredLeaf, event: StoredEvent | None) -> None:
        """Looks at one place of the log and at the event that should stand there."""
        if leaf.place != self._next:
            self._places_missing(leaf.place)
        self._next = leaf.place + 1
        if event is None:
            self._gone.append((leaf.place, leaf.event_id))
        else:
            self.events += 1
            self._compare(leaf, event)
        self.tree.append(leaf.hash)
        if self.tree.size in self._sizes:
            self._note_root()
            self._last_order = None

    def outside(self, event: StoredEvent) -> None:
        """Looks at an event that has no place: it waits, or somebody put it in."""
        self.events += 1
        passed = [each for each in self.checkpoints if each.cluster == self.cluster]
        missed = next((c for c in passed if event.written_in < c.finished_before), None)
        if missed is None:
            self.unsealed += 1
            return
        self._add(
            Fault.INSERTED,
            f"Event {event.id} ({event.said}) was put in later: it gives itself a time before "
            f"checkpoint {missed.number}, which does not hold it",
            event_id=event.id,
        )

    def erased_unrecorded(self, event_id: UUID, place: int | None) -> None:
        """The words of an event are gone, and no event says who took them out."""
        self._add(
            Fault.ERASED,
            f"The words of event {event_id} are gone, and no event tells of an erasure",
            place,
            event_id,
        )

    def findings(self) -> list[Finding]:
        """Everything that is wrong, in the order of the log."""
        self.found += [*self._deleted(), *self._edited_or_moved()]
        self._hold_checkpoints()
        self._hold_witnesses()
        return sorted(self.found, key=lambda each: (each.place is None, each.place or 0))

    def _compare(self, leaf: StoredLeaf, event: StoredEvent) -> None:
        as_sealed = event.leaf_now == leaf.hash == event.leaf_kept and event.words_hold
        if not as_sealed:
            self._swapped[leaf.hash] = (
                leaf.place,
                event.id,
                event.leaf_now,
                self._how(leaf, event),
            )
            return
        order = (event.written_in, event.id)
        if self._last_order is not None and order < self._last_order:
            self._add(
                Fault.REORDERED,
                f"Events {self._last_order[1]} at place {leaf.place - 1} and {event.id} at place "
                f"{leaf.place} stand in the wrong order: one of them was moved",
                leaf.place - 1,
                self._last_order[1],
            )
            self._explained.append(leaf.place - 1)
        self._last_order = order

    def _how(self, leaf: StoredLeaf, event: StoredEvent) -> str:
        if not event.words_hold:
            what = "its name, reason or facts were changed"
        elif event.leaf_now != leaf.hash:
            what = "its time, act, subject, organisation or author was changed"
        else:
            what = "the leaf that it keeps was changed"
        return (
            f"Event {event.id} at place {leaf.place} ({event.said}) is not what was sealed: {what}"
        )

    def _places_missing(self, found: int) -> None:
        says = f"Places {self._next} to {found - 1} of the log are gone"
        if found == self._next + 1:
            says = f"Place {self._next} of the log is gone"
        self._add(Fault.DELETED, says, self._next)
        self._explained.append(self._next)
        for _ in range(self._next, found):  # those behind keep their places
            self.tree.append(GONE)
            if self.tree.size in self._sizes:
                self._note_root()

    def _deleted(self) -> Iterator[Finding]:
        """Events that are gone, those that stood beside each other told of together."""
        while self._gone:
            first, event_id = self._gone[0]
            run = 1
            while run < len(self._gone) and self._gone[run][0] == first + run:
                run += 1
            del self._gone[:run]
            says = f"Event {event_id} at place {first} was sealed and is gone"
            if run > 1:
                says = (
                    f"{run:,} events at places {first} to {first + run - 1} were sealed and are "
                    f"gone, the first being {event_id}"
                )
            yield Finding(Fault.DELETED, says, first, event_id)

    def _edited_or_moved(self) -> Iterator[Finding]:
        for place, event_id, leaf_now, says in self._swapped.values():
            other = self._swapped.get(leaf_now)
            if other is None or other[0] == place:
                yield Finding(Fault.EDITED, says, place, event_id)
                continue
            yield Finding(
                Fault.REORDERED,
                f"Event {event_id} stands at place {place} and was sealed at place {other[0]}",
                place,
                event_id,
            )

    def _note_root(self) -> None:
        self._roots[self.tree.size] = self.tree.root()

    def _hold_checkpoints(self) -> None:
        """Each checkpoint follows the one before, is signed by us, and has the tree's root."""
        size_before, broken = 0, False
        for expected, each in enumerate(self.checkpoints, start=1):
            if each.number != expected and not broken:
                broken = True
                self._add(Fault.CHECKPOINT, f"Checkpoint {expected} is missing", size_before)
            try:
                head = self.key.opens(each.note)
            except BadNote as problem:
                self._add(Fault.CHECKPOINT, f"Checkpoint {each.number}: {problem}", size_before)
                continue
            if self._differs(head):
                self._add_rewritten(f"Checkpoint {each.number}", size_before, head)
                break
            size_before = head.size
        if self._next > max((each.size for each in self.checkpoints), default=0):
            self._add(
                Fault.CHECKPOINT,
                f"Places from {size_before} on stand under no checkpoint",
                size_before,
            )

    def _hold_witnesses(self) -> None:
        agreed = 0
        for each, head in sorted(self._heads, key=lambda pair: pair[1].size):
            if not self._differs(head):
                agreed = max(agreed, head.size)
            else:
                self._add_rewritten(f"The checkpoint kept by {each.source}", agreed, head)

    def _differs(self, head: TreeHead) -> bool:
        return self._roots.get(head.size) != head.root

    def _add_rewritten(self, what: str, size_before: int, head: TreeHead) -> None:
        if head.size > self.tree.size:
            self._add(
                Fault.TRUNCATED,
                f"{what} has {head.size:,} events and the log has {self.tree.size:,}: those from "
                f"place {self.tree.size} on are gone",
                self.tree.size,
            )
            return
        if any(place < head.size for place in self._explained):
            return  # with leaves gone or moved no root fits, and that has been said
        first, past = self._narrowed(size_before, head.size)
        self._add(
            Fault.REWRITTEN,
            f"{what} was signed over other leaves: something between places {first} and "
            f"{past - 1} is not what was sealed",
            first,
        )

    def _narrowed(self, first: int, past: int) -> tuple[int, int]:
        """Where among these places the leaves differ, as far as the kept nodes can tell."""
        width = 1 << KEPT_LEVELS
        for node in self.tree.finished:
            start = node.place * width
            outside = node.level != KEPT_LEVELS or start + width <= first or start >= past
            if not outside and self.kept_nodes.get(node.place) not in (None, node.hash):
                return max(first, start), min(past, start + width)
        return first, past

    def _add(
        self, fault: Fault, says: str, place: int | None = None, event_id: UUID | None = None
    ) -> None:
        self.found.append(Finding(fault, says, place, event_id))
