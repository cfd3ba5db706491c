"""A receipt is checked by anybody who has the published key; a forged one fails."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.sealing.judging import Verdict, judge
from carewright_engine.sealing.manifest import SignedManifest
from carewright_engine.sealing.receipts import (
    FORMAT,
    SignedReceipt,
    read_receipt,
    receipt_for,
    require_receipt_of,
)
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.sheet import LotSheet
from carewright_engine.sealing.signing import signature_of
from tests.engine.sealing.lots import BEFORE, COUNCIL, COUNCIL_KEY, DEADLINE, a_bid, bidder_key


def receipt_at(manifest: SignedManifest, at: datetime) -> SignedReceipt:
    return receipt_for(judge(manifest, DEADLINE, at), COUNCIL)


@settings(max_examples=50)
@given(off=st.timedeltas(timedelta(days=-9), timedelta(days=9)))
def test_a_receipt_says_when_the_manifest_came_to_the_microsecond(
    bid: SignedManifest, off: timedelta
) -> None:
    receipt = read_receipt(receipt_at(bid, DEADLINE + off).written(), COUNCIL_KEY)
    assert (receipt.arrived_at, receipt.manifest) == (DEADLINE + off, bid.fingerprint)
    assert receipt.verdict == ("late" if off >= timedelta(0) else "in_time")
    require_receipt_of(receipt, bid)


def test_a_receipt_of_another_manifest_is_refused(lot: LotSheet, bid: SignedManifest) -> None:
    receipt = read_receipt(receipt_at(bid, BEFORE).written(), COUNCIL_KEY)
    with pytest.raises(Refused, match="for another manifest"):
        require_receipt_of(receipt, a_bid(lot, "Oak-Care").manifest)


def test_a_late_receipt_rewritten_as_in_time_fails(bid: SignedManifest) -> None:
    written = receipt_at(bid, DEADLINE).written()
    forged = written.replace(b'"arrived_at":"2026-04-01T11', b'"arrived_at":"2026-04-01T10')
    forged = forged.replace(b'"late"', b'"in_time"')
    assert forged != written
    with pytest.raises(Refused, match="not signed by this key"):
        read_receipt(forged, COUNCIL_KEY)


def test_a_receipt_signed_by_somebody_else_fails(bid: SignedManifest) -> None:
    signed = receipt_for(judge(bid, DEADLINE, BEFORE), bidder_key("Eve"))
    with pytest.raises(Refused, match="not signed by this key"):
        read_receipt(signed.written(), COUNCIL_KEY)


def test_a_receipt_whose_verdict_does_not_follow_from_its_times_fails(bid: SignedManifest) -> None:
    body = receipt_at(bid, DEADLINE).body.model_copy(update={"verdict": Verdict.IN_TIME})
    signed = SignedReceipt(body=body, signature=signature_of(FORMAT, body, COUNCIL))
    with pytest.raises(Refused, match="contradicts itself"):
        read_receipt(signed.written(), COUNCIL_KEY)


def test_a_signature_over_a_manifest_is_none_over_a_receipt(bid: SignedManifest) -> None:
    receipt = receipt_at(bid, BEFORE)
    other = signature_of("carewright-manifest/1", receipt.body, COUNCIL)
    with pytest.raises(Refused, match="not signed by this key"):
        read_receipt(receipt.model_copy(update={"signature": other}).written(), COUNCIL_KEY)


@settings(max_examples=50)
@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_receipt_with_any_bit_changed_fails(bid: SignedManifest, place: int, bit: int) -> None:
    content = bytearray(receipt_at(bid, BEFORE).written())
    content[place % len(content)] ^= 1 << bit
    with pytest.raises(Refused):
        read_receipt(bytes(content), COUNCIL_KEY)
