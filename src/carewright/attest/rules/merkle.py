"""The tree over the record: RFC 6962's hashes and proofs, over any number of leaves.

A tree only grows. To grow it takes its peaks, the roots of its complete subtrees from large to
small, and to prove things about it every 256th node upwards is kept (`KEPT_LEVELS` apart), so that
neither ever reads the whole record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from hashlib import sha256
from typing import Final

NODE_PREFIX: Final = b"\x01"
EMPTY_ROOT: Final = sha256().digest()
HASH_BYTES: Final = 32
#: Of the inner nodes only those of every eighth level are kept: one for 256 beneath it.
KEPT_LEVELS: Final = 8

Range = Callable[[int, int], bytes]
"""The hash of the subtree over the leaves from the first place to before the second."""
Fetch = Callable[[int, int, int], Sequence[bytes]]
"""Kept hashes of a level, from a place on, so many."""


class ProofFails(ValueError):
    """A proof does not lead where it should."""


@dataclass(frozen=True, slots=True)
class KeptNode:
    """An inner node that is kept: its level above the leaves, its place there, its hash."""

    level: int
    place: int
    hash: bytes


@dataclass(slots=True)
class GrowingTree:
    """A tree as far as it has grown; appending costs the same however large it is."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)
    finished: list[KeptNode] = field(default_factory=list)

    def append(self, leaf: bytes) -> None:
        """Adds one leaf, and notes the kept nodes that it completes."""
        ended, grown, level = self.size, leaf, 0
        self.size += 1
        while ended & 1:
            grown = node_hash(self.peaks.pop(), grown)
            ended >>= 1
            level += 1
            if level % KEPT_LEVELS == 0:
                self.finished.append(KeptNode(level, (self.size >> level) - 1, grown))
        self.peaks.append(grown)

    def root(self) -> bytes:
        """The hash that stands for every leaf and their order."""
        return reduce(lambda right, left: node_hash(left, right), reversed(self.peaks)) if (
            self.peaks
        ) else EMPTY_ROOT  # fmt: skip

    def state(self) -> bytes:
        """The peaks as they are stored."""
        return b"".join(self.peaks)

    @classmethod
    def from_state(cls, size: int, state: bytes) -> GrowingTree:
        """The tree to go on with."""
        peaks = [state[at : at + HASH_BYTES] for at in range(0, len(state), HASH_BYTES)]
        if len(peaks) != size.bit_count():
            raise ValueError(f"A tree of {size} leaves has {size.bit_count()} peaks")
        return cls(size, peaks)


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return sha256(NODE_PREFIX + left + right).digest()


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over these leaves' hashes."""
    tree = GrowingTree()
    for leaf in leaves:
        tree.append(leaf)
    return tree.root()


def subtrees_from(fetch: Fetch) -> Range:
    """Hashes of subtrees, worked out from the few nodes that are kept."""

    def subtree(first: int, past: int) -> bytes:
        width = past - first
        if width & (width - 1) or first % width:
            middle = first + _split(width)
            return node_hash(subtree(first, middle), subtree(middle, past))
        level = (width.bit_length() - 1) // KEPT_LEVELS * KEPT_LEVELS
        return root_of(fetch(level, first >> level, width >> level))

    return subtree


def inclusion_proof(place: int, size: int, subtree: Range) -> list[bytes]:
    """What to hash a leaf with to come to the root: RFC 6962 section 2.1.1."""
    path: list[bytes] = []
    first, past = 0, size
    while past - first > 1:
        middle = first + _split(past - first)
        if place < middle:
            path.append(subtree(middle, past))
            past = middle
        else:
            path.append(subtree(first, middle))
            first = middle
    return path[::-1]


def root_by_inclusion(leaf: bytes, place: int, size: int, path: Sequence[bytes]) -> bytes:
    """Where the proof leads: RFC 9162 section 2.1.3.2."""
    if not 0 <= place < size:
        raise ProofFails("The place is beyond the tree")
    node, last, found = place, size - 1, leaf
    for sibling in path:
        if last == 0:
            raise ProofFails("The proof is too long")
        if node & 1 or node == last:
            found = node_hash(sibling, found)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        node, last = node >> 1, last >> 1
    if last:
        raise ProofFails("The proof is too short")
    return found


def consistency_proof(old: int, size: int, subtree: Range) -> list[bytes]:
    """What shows that the larger tree begins with the smaller: RFC 6962 section 2.1.2."""
    return [] if old in (0, size) else _subproof(old, 0, size, subtree, whole=True)


def require_consistency(
    old: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]
) -> None:
    """Holds the larger tree to the smaller: RFC 9162 section 2.1.4.2."""
    if not 0 <= old <= size:
        raise ProofFails("The older tree is the larger")
    if old in (0, size):
        if path or (old == size and old_root != root):
            raise ProofFails("Trees of one size have two roots")
        return
    hashes = [old_root, *path] if old & (old - 1) == 0 else list(path)
    if not hashes or _both_roots(old, size, hashes) != (old_root, root):
        raise ProofFails("The larger tree does not begin with the smaller")


def _both_roots(old: int, size: int, hashes: Sequence[bytes]) -> tuple[bytes, bytes]:
    node, last = old - 1, size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    older = newer = hashes[0]
    for sibling in hashes[1:]:
        if last == 0:
            raise ProofFails("The proof is too long")
        if node & 1 or node == last:
            older, newer = node_hash(sibling, older), node_hash(sibling, newer)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            newer = node_hash(newer, sibling)
        node, last = node >> 1, last >> 1
    if last:
        raise ProofFails("The proof is too short")
    return older, newer


def _subproof(old: int, first: int, past: int, subtree: Range, *, whole: bool) -> list[bytes]:
    width = past - first
    if old == width:
        return [] if whole else [subtree(first, past)]
    split = _split(width)
    if old <= split:
        left = _subproof(old, first, first + split, subtree, whole=whole)
        return [*left, subtree(first + split, past)]
    right = _subproof(old - split, first + split, past, subtree, whole=False)
    return [*right, subtree(first, first + split)]


def _split(width: int) -> int:
    """The largest power of two below the width."""
    return 1 << ((width - 1).bit_length() - 1)
