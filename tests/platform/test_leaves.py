"""The leaf of an event has one spelling, here and wherever else it is checked."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as some

from carewright.platform.rules.leaves import (
    LARGEST_WHOLE,
    Sayings,
    Words,
    canonical,
    keepable,
    leaf_hash,
)

TEXTS = some.text(some.characters(exclude_categories=["Cs"]))
PLAIN = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-LARGEST_WHOLE, LARGEST_WHOLE)
    | some.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
SAID = Sayings(
    id=UUID(int=1), at=datetime(2026, 6, 3, 12, tzinfo=UTC), act="looked", subject_kind="area",
    subject_id="S12000047", organisation_id=None, by_id="operator", words_digest=bytes(32),
)  # fmt: skip


@given(PLAIN)
def test_whatever_is_written_fast_is_written_as_rfc_8785_writes_it(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type]


@given(TEXTS, TEXTS)
def test_a_leaf_is_written_as_rfc_8785_writes_it(subject_id: str, by_id: str) -> None:
    said = Sayings(
        SAID.id, SAID.at, SAID.act, SAID.subject_kind, subject_id, SAID.organisation_id, by_id,
        SAID.words_digest,
    )  # fmt: skip
    told = {
        "act": "looked", "at": "2026-06-03T12:00:00.000000Z", "by_id": by_id,
        "id": "00000000-0000-0000-0000-000000000001", "organisation_id": None,
        "subject_id": subject_id, "subject_kind": "area", "words": "00" * 32,
    }  # fmt: skip
    assert said.canonical() == rfc8785.dumps(told)  # type: ignore[arg-type]
    assert said.leaf() == sha256(b"\0" + said.canonical()).digest()


def test_a_leaf_is_hashed_as_rfc_6962_says() -> None:
    # The hash of an empty entry, as Certificate Transparency's own tests have it.
    empty = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert leaf_hash(b"").hex() == empty


def test_the_same_words_under_another_salt_have_another_digest() -> None:
    words = Words("Ann", "Joined", {"role": "broker"})
    assert words.digest(bytes(32)) == words.digest(bytes(32))
    assert words.digest(bytes(32)) != words.digest(b"\1" * 32)


@pytest.mark.parametrize("number", [1e16, 1e21, 1e308, -1e300, 2**53, float("inf"), float("nan")])
def test_a_number_that_readers_would_round_is_kept_as_text(number: float) -> None:
    assert keepable({"most": [number]}) == {"most": [str(number)]}


@pytest.mark.parametrize("number", [1e16, 1e21, 1e308])
def test_a_double_that_the_database_gives_back_as_a_whole_number_is_the_same_leaf(
    number: float,
) -> None:
    assert canonical({"n": int(number)}) == canonical({"n": number})


def test_a_number_beyond_every_double_has_no_spelling() -> None:
    with pytest.raises(OverflowError):
        canonical({"n": 10**400})
