"""An event as a leaf of the sealed record: which bytes are hashed, and how.

A leaf must stay checkable for ever and anywhere, so it is written in the one way that RFC 8785
leaves (JSON Canonicalization Scheme). What may have to be erased, a name, a reason, facts, is not
in the leaf itself but stands behind a salted hash: without salt and words the hash tells nothing,
and the leaf is as good as before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

import rfc8785

#: RFC 6962 section 2.1: the first byte keeps a leaf from passing for a node.
LEAF_PREFIX: Final = b"\x00"
SALT_BYTES: Final = 32
LARGEST_WHOLE: Final = 2**53 - 1  # what every reader of JSON keeps exactly

_encode: Final = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
).encode


@dataclass(frozen=True, slots=True)
class Words:
    """What an event says in words, and may be made to forget."""

    by_name: str
    reason: str
    facts: Mapping[str, Any]

    def canonical(self) -> bytes:
        """The bytes that are hashed, salted."""
        told = {"by_name": self.by_name, "facts": self.facts, "reason": self.reason}
        return canonical(told)

    def digest(self, salt: bytes) -> bytes:
        """What the leaf holds in the words' place."""
        return sha256(salt + self.canonical()).digest()


@dataclass(frozen=True, slots=True)
class Sayings:
    """What an event says in codes and ids, for ever, with the digest of its words."""

    id: UUID
    at: datetime
    act: str
    subject_kind: str
    subject_id: str
    organisation_id: UUID | None
    by_id: str
    words_digest: bytes

    def canonical(self) -> bytes:
        """The bytes of the leaf."""
        # Texts under names in the alphabet's order: here JSON's own writer and RFC 8785 agree.
        return _encode(
            {
                "act": self.act,
                "at": written_moment(self.at),
                "by_id": self.by_id,
                "id": str(self.id),
                "organisation_id": str(self.organisation_id) if self.organisation_id else None,
                "subject_id": self.subject_id,
                "subject_kind": self.subject_kind,
                "words": self.words_digest.hex(),
            }
        ).encode()

    def leaf(self) -> bytes:
        """The leaf's hash."""
        return leaf_hash(self.canonical())


def leaf_hash(entry: bytes) -> bytes:
    """RFC 6962's hash of one entry."""
    return sha256(LEAF_PREFIX + entry).digest()


def canonical(value: Any) -> bytes:
    """The value as RFC 8785 writes it."""
    # The library is exact and slow; where both agree, JSON's own writer is ten times as fast.
    return _encode(value).encode() if _is_simple(value) else rfc8785.dumps(_in_doubles(value))


def keepable(value: Any) -> Any:
    """The value as it may stand in the record: a number that not every reader keeps is text."""
    return _with_numbers(value, lambda n: n if abs(n) <= LARGEST_WHOLE else str(n))


def written_moment(at: datetime) -> str:
    """A moment as the leaf holds it: universal time, to the microsecond that is kept."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _in_doubles(value: Any) -> Any:
    """Whole numbers too large for a double to tell apart, as the double that RFC 8785 takes.

    The database gives 1e16 back as a whole number; the leaf was made of the double that it was.
    """
    return _with_numbers(value, lambda n: n if abs(n) <= LARGEST_WHOLE else float(n))


def _with_numbers(value: Any, change: Callable[[int | float], Any]) -> Any:
    """The value with each of its numbers changed, however deep they stand."""
    if isinstance(value, Mapping):
        return {name: _with_numbers(each, change) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_with_numbers(each, change) for each in value]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return change(value) if is_number else value


def _is_simple(value: Any) -> bool:
    """Whether there is but one way to write it: no fractions, nothing to order beyond ASCII."""
    if value is None or isinstance(value, bool | str):
        return True
    if isinstance(value, int):
        return -LARGEST_WHOLE <= value <= LARGEST_WHOLE
    if isinstance(value, list):
        return all(map(_is_simple, value))
    if isinstance(value, dict):
        return all(isinstance(key, str) and key.isascii() for key in value) and all(
            map(_is_simple, value.values())
        )
    return False
