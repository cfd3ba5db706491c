"""At the opening every bid that stands is opened, and all else is told with its reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from carewright_engine.sealing.encoding import read_document
from carewright_engine.sealing.keys import key_text
from carewright_engine.sealing.manifest import withdrawn
from carewright_engine.sealing.minutes import OpeningMinutes
from carewright_engine.sealing.opening import open_envelopes
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.sheet import Envelope, LotSheet
from carewright_engine.sealing.standing import Received, standing_bids
from tests.engine.sealing.lots import (
    BEFORE,
    COUNCIL_KEY,
    DEADLINE,
    a_bid,
    a_lot,
    bidder_key,
    received,
)
from tests.engine.sealing.opened import open_all, the_key

SECOND = timedelta(seconds=1)
PRICE = Envelope.PRICE


def test_one_envelope_is_opened_and_the_others_stay_sealed(lot: LotSheet) -> None:
    elm, oak = a_bid(lot), a_bid(lot, "Oak-Care")
    held = {**elm.files, **oak.files}
    minutes, contents = open_all(
        lot, Envelope.QUALITY, [received(elm.manifest), received(oak.manifest)], held
    )
    assert contents == {
        ("Elm-Care", "method"): b"Elm-Care method",
        ("Oak-Care", "method"): b"Oak-Care method",
    }
    assert minutes.not_opened == ()


def test_the_key_of_one_envelope_opens_no_other(lot: LotSheet) -> None:
    elm = a_bid(lot)
    minutes, contents = open_all(
        lot, PRICE, [received(elm.manifest)], elm.files, the_key(lot, Envelope.QUALITY)
    )
    assert contents == {}
    assert "sealed for another key" in minutes.files[0].why_not


def test_the_last_bid_in_time_stands_and_a_late_one_does_not(lot: LotSheet) -> None:
    first = a_bid(lot)
    second = a_bid(lot, contents={"price": b"11.00"}, before=first.manifest)
    third = a_bid(lot, contents={"price": b"10.00"}, before=second.manifest)
    came = [
        received(third.manifest, DEADLINE),
        received(second.manifest, DEADLINE - SECOND),
        received(first.manifest, BEFORE),
    ]
    held = {**first.files, **second.files, **third.files}
    minutes, contents = open_all(lot, PRICE, came, held)
    assert contents == {("Elm-Care", "price"): b"11.00"}
    assert {each.manifest: each.why for each in minutes.set_aside} == {
        first.manifest.fingerprint: "It was replaced by a later version.",
        third.manifest.fingerprint: "It arrived after the deadline.",
    }


def test_a_bid_taken_back_is_not_opened_and_may_come_again(lot: LotSheet) -> None:
    first = a_bid(lot)
    back = withdrawn(lot, key=bidder_key("Elm-Care"), before=first.manifest)
    came = [received(first.manifest), received(back, BEFORE + SECOND)]
    minutes, contents = open_all(lot, PRICE, came, first.files)
    assert (contents, minutes.bids) == ({}, 0)
    again = a_bid(lot, before=back)
    came.append(received(again.manifest, BEFORE + 2 * SECOND))
    _, contents = open_all(lot, PRICE, came, {**first.files, **again.files})
    assert contents == {("Elm-Care", "price"): b"Elm-Care price"}


def test_a_file_that_is_missing_or_damaged_is_told_and_stops_no_other(lot: LotSheet) -> None:
    elm, oak, yew = (a_bid(lot, name) for name in ("Elm-Care", "Oak-Care", "Yew-Care"))
    held = {**elm.files, **oak.files, **yew.files}
    lost, damaged = (bid.manifest.body.files[2].digest for bid in (elm, oak))
    del held[lost]
    held[damaged] = held[damaged][:-1]
    came = [received(bid.manifest) for bid in (elm, oak, yew)]
    minutes, contents = open_all(lot, PRICE, came, held)
    assert contents == {("Yew-Care", "price"): b"Yew-Care price"}
    first, second = minutes.not_opened
    assert first.why_not.endswith("is not here.")
    assert "cut off" in second.why_not


def test_another_file_of_the_same_bidder_for_the_same_slot_is_not_taken(lot: LotSheet) -> None:
    ours, other = a_bid(lot), a_bid(lot, contents={"price": b"99.00"})
    digest = ours.manifest.body.files[2].digest
    held = {**ours.files, digest: other.sealed("price")}
    minutes, contents = open_all(lot, PRICE, [received(ours.manifest)], held)
    assert contents == {}
    assert "changed since the manifest was signed" in minutes.files[0].why_not


def test_a_bid_for_another_lot_or_without_a_receipt_is_set_aside(lot: LotSheet) -> None:
    there, here = a_bid(a_lot("south")), a_bid(lot)
    came = [received(there.manifest), Received(here.manifest.written(), b"")]
    minutes, contents = open_all(lot, PRICE, came, {**there.files, **here.files})
    assert contents == {}
    whys = sorted(each.why for each in minutes.set_aside)
    assert whys[0].startswith("The manifest is for lot south")
    assert whys[1].startswith("The receipt cannot be read")


def test_a_stranger_who_bids_in_a_suppliers_name_is_set_aside(lot: LotSheet) -> None:
    elm = a_bid(lot)
    known = {"Elm-Care": key_text(bidder_key("Somebody").verify_key)}
    standing = standing_bids([received(elm.manifest)], lot, COUNCIL_KEY, known)
    assert standing.bids == ()
    assert "the key by which Elm-Care is known" in standing.set_aside[0].why


def test_nothing_is_opened_before_the_deadline(lot: LotSheet) -> None:
    elm = a_bid(lot)
    standing = standing_bids([received(elm.manifest)], lot, COUNCIL_KEY)
    with pytest.raises(Refused, match="The deadline, 2026-04-01 11:00 UTC, has not passed"):
        open_envelopes(
            lot, PRICE, the_key(lot, PRICE), standing, find=lambda _: None,
            into=lambda *_: pytest.fail("opened"), at=DEADLINE - SECOND,
        )  # fmt: skip


def test_the_minutes_tell_who_gave_which_share_when_and_read_back_the_same(lot: LotSheet) -> None:
    elm = a_bid(lot)
    minutes, _ = open_all(lot, PRICE, [received(elm.manifest)], elm.files)
    assert read_document(OpeningMinutes, minutes.written(), "The minutes") == minutes
    told = minutes.in_words()
    assert "share of Dal Orr (hub), 2026-04-01 12:00:00 UTC: right" in told
    assert "Elm-Care, price: price.pdf, 14 bytes, SHA-256 " in told
    assert told.endswith("Bids that stand: 1. Files opened: 1 of 1.")
