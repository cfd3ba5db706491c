"""A manifest is small, signed, and told what is missing; a bid is replaced or taken back by one."""

from __future__ import annotations

import pytest

from carewright_engine.sealing.checking import completeness, faults
from carewright_engine.sealing.dealing import deal_lot
from carewright_engine.sealing.envelope import Sealed
from carewright_engine.sealing.manifest import (
    MOST_MANIFEST_BYTES,
    Manifest,
    read_manifest,
    submitted,
    withdrawn,
)
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.sheet import MOST_SLOTS, Envelope, LotSheet, Slot
from tests.engine.sealing.lots import a_bid, a_lot, bidder_key, holders, seeded

DIGEST = "A" * 43


def changed(manifest: Manifest, **to: object) -> Manifest:
    return manifest.model_copy(update=to)


def test_the_largest_manifest_is_under_4_kb() -> None:
    slots = [
        Slot(slot=f"{n:02}" + "s" * 38, envelope=Envelope.QUALIFICATION, title="A slot")
        for n in range(MOST_SLOTS)
    ]
    long = "x" * 64
    sheet = deal_lot(
        tender=long, lot=long, holders=holders(3), needed=2, slots=slots, random_bytes=seeded(0)
    )
    files = {slot.slot: Sealed(DIGEST, 10**9) for slot in slots}
    first = submitted(sheet, supplier=long, files=files, key=bidder_key(long))
    second = submitted(sheet, supplier=long, files=files, key=bidder_key(long), before=first)
    assert len(second.written()) < MOST_MANIFEST_BYTES == 4096
    assert faults(second.body, sheet, first) == ()


def test_a_complete_bid_could_be_submitted_now(lot: LotSheet) -> None:
    bid = a_bid(lot).manifest
    assert faults(bid.body, lot) == ()
    filled = {file.slot for file in bid.body.files}
    assert completeness(lot, filled).says.startswith("You could submit now")


def test_a_slot_without_a_file_is_named(lot: LotSheet) -> None:
    bid = a_bid(lot, contents={"company": b"us"}).manifest
    says = "Missing: How care is given (method); Price schedule (price)."
    assert faults(bid.body, lot) == (f"You could not submit yet. {says}",)


def test_an_unknown_slot_is_refused_with_those_that_there_are(lot: LotSheet) -> None:
    with pytest.raises(Refused, match="no slot called prices; it has: company, method, price"):
        submitted(
            lot, supplier="Elm-Care", files={"prices": Sealed(DIGEST, 9)}, key=bidder_key("E")
        )


def test_every_fault_of_a_manifest_is_told(lot: LotSheet) -> None:
    body = a_bid(lot).manifest.body
    company, method, price = body.files
    told = {
        "for lot west": changed(body, lot="west"),
        "sheet was changed since": changed(body, sheet=DIGEST),
        "first bid is version 1": changed(body, version=2),
        "Slot price has 2 files": changed(body, files=(*body.files, price)),
        "no slot called gift": changed(
            body, files=(*body.files, price.model_copy(update={"slot": "gift"}))
        ),
        "belongs to the price envelope": changed(
            body, files=(company, method, price.model_copy(update={"envelope": "quality"}))
        ),
        "version 3, which is yet to come": changed(
            body, files=(company, method, price.model_copy(update={"version": 3}))
        ),
        "no bid to withdraw": changed(body, kind="withdraw", files=()),
        "names no files": changed(body, kind="withdraw"),
    }
    for says, manifest in told.items():
        assert says in " ".join(faults(manifest, lot)), says


def test_a_replacement_brings_only_what_changed(lot: LotSheet) -> None:
    first = a_bid(lot).manifest
    second = a_bid(lot, contents={"price": b"11.00"}, before=first).manifest
    assert faults(second.body, lot, first) == ()
    assert [(f.slot, f.version) for f in second.body.files] == [
        ("company", 1),
        ("method", 1),
        ("price", 2),
    ]


def test_a_replacement_of_another_version_or_by_another_key_is_refused(lot: LotSheet) -> None:
    first = a_bid(lot).manifest
    second = a_bid(lot, before=first).manifest
    assert "does not replace the bid that stands, version 2" in faults(second.body, lot, second)[0]
    stranger = submitted(lot, supplier="Elm-Care", files={}, key=bidder_key("Oak"), before=first)
    assert "another key than the bid before" in faults(stranger.body, lot, first)[0]


def test_a_bid_is_taken_back_once(lot: LotSheet) -> None:
    first = a_bid(lot).manifest
    back = withdrawn(lot, key=bidder_key("Elm-Care"), before=first)
    assert faults(back.body, lot, first) == ()
    again = withdrawn(lot, key=bidder_key("Elm-Care"), before=back)
    assert faults(again.body, lot, back) == ("There is no bid to withdraw.",)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "cannot be read"),
        (b"{}", "cannot be read"),
        (b"[" * 4000, "cannot be read"),
        (b'{"format":"carewright-manifest/1"', "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (b'{"a":NaN}', "cannot be read"),
        (b'{"a":"\\ud800"}', "cannot be read"),
        (b"9" * 4097, "at most 4,096"),
    ],
)
def test_what_is_no_manifest_is_refused_in_words(content: bytes, says: str) -> None:
    with pytest.raises(Refused, match=f"The manifest .*{says}"):
        read_manifest(content)


def test_a_manifest_that_says_the_same_in_other_bytes_is_refused(lot: LotSheet) -> None:
    written = a_bid(lot).manifest.written()
    assert read_manifest(written).written() == written
    for other in (written + b"\n", written.replace(b",", b", ", 1), b'{"body":1,' + written[1:]):
        with pytest.raises(Refused, match=r"cannot be read|not written as it must be"):
            read_manifest(other)


def test_a_manifest_signed_by_another_is_refused(lot: LotSheet) -> None:
    ours, theirs = a_bid(lot).manifest, a_bid(lot, "Oak-Care").manifest
    forged = ours.model_copy(update={"signature": theirs.signature})
    with pytest.raises(Refused, match="not signed by the key that it names"):
        read_manifest(forged.written())


def test_a_sheet_dealt_anew_asks_bidders_to_sign_again(lot: LotSheet) -> None:
    assert "sheet was changed since" in faults(a_bid(lot).manifest.body, a_lot(seed=1))[0]
