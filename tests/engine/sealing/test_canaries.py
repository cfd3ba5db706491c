"""Of 1,000 prices none is found in all that a server holds before the opening."""

from __future__ import annotations

import random
from base64 import b64encode

import pytest

from carewright_engine.sealing.sheet import Envelope, LotSheet
from tests.engine.sealing.lots import a_bid, received
from tests.engine.sealing.opened import open_all

BIDS, PRICES = 20, 50
PART = 12  # bytes: a whole price, or half of it in another encoding


def as_seen(canary: bytes) -> tuple[bytes, ...]:
    return canary, canary.decode().encode("utf-16-le"), canary.hex().encode(), b64encode(canary)


def test_no_canary_is_found_before_the_opening_and_all_after(
    lot: LotSheet, record_property: pytest.RecordProperty
) -> None:
    draw = random.Random(20)
    canaries = [
        [f"{draw.randrange(10**9):09}.{draw.randrange(100):02}".encode() for _ in range(PRICES)]
        for _ in range(BIDS)
    ]
    bids = [
        a_bid(lot, f"Care-{n}", {"company": b"us", "method": b"so", "price": b"; ".join(prices)})
        for n, prices in enumerate(canaries)
    ]
    came = [received(bid.manifest) for bid in bids]
    held = {digest: content for bid in bids for digest, content in bid.files.items()}
    everything = b"".join((lot.written(), *(m.manifest + m.receipt for m in came), *held.values()))
    every = [canary for prices in canaries for canary in prices]
    parts = {everything[at : at + PART] for at in range(len(everything))}
    found = [canary for canary in every if any(form[:PART] in parts for form in as_seen(canary))]
    assert found == []
    _, contents = open_all(lot, Envelope.PRICE, came, held)
    opened = b"".join(contents.values())
    assert all(canary in opened for canary in every)
    record_property("canary prices were looked for in what a server holds", len(every))
