"""What a server holds of two lots with two bidders each, who each replaced their bid once."""

from __future__ import annotations

from typing import Final

from carewright_engine.sealing.manifest import ManifestFile, SignedManifest
from carewright_engine.sealing.sheet import Envelope, LotSheet
from tests.engine.sealing.lots import BEFORE, Bid, a_bid, a_lot, received
from tests.engine.sealing.opened import Contents, open_all, the_key

#: A sealed file, and the manifest that names it.
One = tuple[SignedManifest, ManifestFile]

SHEETS: Final = {lot: a_lot(lot) for lot in ("north", "south")}
KEYS: Final = {
    (lot, envelope): the_key(sheet, envelope)
    for lot, sheet in SHEETS.items()
    for envelope in Envelope
}
LONG: Final = bytes(range(256)) * 9000  # three pieces
CONTENTS: Final = {"company": b"us", "method": LONG, "price": b"12.50"}


def two_versions(sheet: LotSheet, supplier: str) -> tuple[Bid, Bid]:
    contents = {slot: supplier.encode() + content for slot, content in CONTENTS.items()}
    first = a_bid(sheet, supplier, contents)
    changed = {slot: b"v2 " + content for slot, content in contents.items()}
    return first, a_bid(sheet, supplier, changed, before=first.manifest)


BIDS: Final = {
    (lot, supplier): two_versions(sheet, supplier)
    for lot, sheet in SHEETS.items()
    for supplier in ("Elm-Care", "Oak-Care")
}
HELD: Final = {
    digest: content
    for bids in BIDS.values()
    for bid in bids
    for digest, content in bid.files.items()
}
SEALED: Final = [
    (bid.manifest, file)
    for bids in BIDS.values()
    for bid in bids
    for file in bid.manifest.body.files
]
CAME: Final = {
    lot: [
        received(bid.manifest, BEFORE)
        for (of, _), bids in BIDS.items()
        if of == lot
        for bid in bids
    ]
    for lot in SHEETS
}


def true_contents(lot: str, envelope: Envelope) -> Contents:
    return open_all(SHEETS[lot], envelope, CAME[lot], HELD, KEYS[lot, envelope])[1]


TRUE: Final = {(lot, envelope): true_contents(lot, envelope) for lot, envelope in KEYS}
