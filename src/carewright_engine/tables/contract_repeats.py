"""Contracts that may stand twice: in one file, or in a file and in what was there before.

The same reference under another supplier is usual: councils give one reference to all the
providers of a framework. It is told apart from the same reference under the same supplier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any, Final

from carewright_engine.tables.names import plain_name

SAME_REFERENCE: Final = "the reference and the supplier are the same"
SAME_DEAL: Final = "the supplier, the title and the first day are the same"
SHARED_REFERENCE: Final = "the reference is the same, the supplier is another"


#: Columns of the canonical table by which a contract is told from another.
TELL_APART: Final = ("source_row", "reference", "supplier_name", "title", "starts_on")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a contract is told from another by; `id` is whatever the caller knows it by."""

    id: str
    reference: str | None
    supplier: str | None
    title: str | None
    starts_on: date | None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A contract that may be one met before, and why; a person decides."""

    id: str
    earlier: str
    reasons: tuple[str, ...]

    @property
    def likely(self) -> bool:
        """Whether more than a shared reference speaks for it."""
        return self.reasons != (SHARED_REFERENCE,)


def listed_of(rows: Iterable[tuple[Any, ...]]) -> Iterator[Listed]:
    """Rows of the canonical table, as the columns of `TELL_APART`."""
    for number, reference, supplier, title, starts_on in rows:
        yield Listed(str(number), reference, supplier, title, starts_on)


def repeats_within(contracts: Iterable[Listed]) -> tuple[Repeat, ...]:
    """Each contract of a list with those before it that it may repeat: one for each reason."""
    seen: dict[str, dict[bytes, str]] = {}
    found: list[Repeat] = []
    for each in contracts:
        keys = _keys(each)
        found.extend(_repeats(each.id, keys, seen))
        for reason, key in keys.items():
            seen.setdefault(reason, {}).setdefault(key, each.id)
    return tuple(found)


def repeats_of(new: Iterable[Listed], known: Iterable[Listed]) -> tuple[Repeat, ...]:
    """Each new contract with those known that it may repeat."""
    seen: dict[str, dict[bytes, str]] = {}
    for each in known:
        for reason, key in _keys(each).items():
            seen.setdefault(reason, {}).setdefault(key, each.id)
    return tuple(repeat for each in new for repeat in _repeats(each.id, _keys(each), seen))


def _repeats(
    contract: str, keys: Mapping[str, bytes], seen: Mapping[str, Mapping[bytes, str]]
) -> Iterator[Repeat]:
    reasons: dict[str, list[str]] = {}
    for reason, key in keys.items():
        earlier = seen.get(reason, {}).get(key)
        if earlier is not None:
            reasons.setdefault(earlier, []).append(reason)
    for earlier, why in reasons.items():
        told = [reason for reason in why if reason != SHARED_REFERENCE]
        yield Repeat(contract, earlier, tuple(told or why))


def _keys(each: Listed) -> dict[str, bytes]:
    """What must be equal for each reason; a contract that lacks a part has no such key.

    Kept as a digest: the words of a long register would be held in memory a second time.
    """
    reference = _plain(each.reference)
    supplier = plain_name(each.supplier) if each.supplier else ""
    title = _plain(each.title)
    keys: dict[str, bytes] = {}
    if reference and supplier:
        keys[SAME_REFERENCE] = _digest(reference, supplier)
    if supplier and title and each.starts_on:
        keys[SAME_DEAL] = _digest(supplier, title, each.starts_on.isoformat())
    if reference:
        keys[SHARED_REFERENCE] = _digest(reference)
    return keys


def _digest(*parts: str) -> bytes:
    return blake2b("\0".join(parts).encode(), digest_size=16).digest()


def _plain(text: str | None) -> str:
    return re.sub(r"[^a-z0-9]+", "", (text or "").lower())
