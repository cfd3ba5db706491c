"""A small lot, its holders, its bidders and the council, all from seeds."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Final

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from carewright_engine.sealing.dealing import deal_lot, shares_of
from carewright_engine.sealing.envelope import Sealed, seal
from carewright_engine.sealing.framing import Binding
from carewright_engine.sealing.judging import judge
from carewright_engine.sealing.keys import key_text, new_opening_key, new_signing_key
from carewright_engine.sealing.manifest import SignedManifest, next_version, submitted
from carewright_engine.sealing.receipts import receipt_for
from carewright_engine.sealing.shares import Share
from carewright_engine.sealing.sheet import Envelope, Holder, LotSheet, Role, Slot
from carewright_engine.sealing.standing import Received

DEADLINE: Final = datetime(2026, 4, 1, 11, tzinfo=UTC)
BEFORE: Final = DEADLINE - timedelta(hours=1)
AFTER: Final = DEADLINE + timedelta(hours=1)

SLOTS: Final = (
    Slot(slot="company", envelope=Envelope.QUALIFICATION, title="About the company"),
    Slot(slot="method", envelope=Envelope.QUALITY, title="How care is given"),
    Slot(slot="price", envelope=Envelope.PRICE, title="Price schedule"),
    Slot(slot="extra", envelope=Envelope.QUALITY, title="Anything else", required=False),
)
PEOPLE: Final = (
    ("Ann Reid", Role.COUNCIL),
    ("Bo Lindsay", Role.LEGAL),
    ("Cass Muir", Role.AUDIT),
    ("Dal Orr", Role.HUB),
)


def seeded(seed: object) -> Callable[[int], bytes]:
    """Random bytes that are the same each time."""
    return random.Random(str(seed)).randbytes


COUNCIL: Final = new_signing_key(seeded("council"))
COUNCIL_KEY: Final = key_text(COUNCIL.verify_key)


def bidder_key(supplier: str) -> SigningKey:
    return new_signing_key(seeded(f"bidder {supplier}"))


def holder_keys(count: int) -> dict[str, PrivateKey]:
    return {name: new_opening_key(seeded(name)) for name, _ in PEOPLE[:count]}


def holders(count: int) -> list[Holder]:
    keys = holder_keys(count)
    return [
        Holder(name=name, role=role, key=key_text(keys[name].public_key))
        for name, role in PEOPLE[:count]
    ]


def a_lot(lot: str = "north", *, needed: int = 3, of: int = 4, seed: int = 0) -> LotSheet:
    return deal_lot(
        tender="home-care-2026", lot=lot, holders=holders(of), needed=needed, slots=SLOTS,
        random_bytes=seeded(f"{lot} {seed}"),
    )  # fmt: skip


def all_shares(sheet: LotSheet, envelope: Envelope) -> list[Share]:
    keys = holder_keys(len(sheet.holders))
    return [shares_of(sheet, name, key)[envelope] for name, key in keys.items()]


@dataclass(frozen=True, slots=True)
class Bid:
    """What a bidder sends: a manifest and sealed files by their digest."""

    manifest: SignedManifest
    files: Mapping[str, bytes]

    def sealed(self, slot: str) -> bytes:
        return self.files[next(f.digest for f in self.manifest.body.files if f.slot == slot)]


def a_file(
    sheet: LotSheet, supplier: str, slot: str, content: bytes, *, version: int = 1
) -> tuple[Sealed, bytes]:
    """A sealed file, and its bytes."""
    of, out = sheet.slot_called(slot), BytesIO()
    sealed = seal(
        BytesIO(content), out, name=f"{slot}.pdf", size=len(content),
        binding=binding(sheet, supplier, slot, version), key=sheet.sealing_key(of.envelope),
        random_bytes=seeded(f"{sheet.lot} {supplier} {slot} {version}"),
    )  # fmt: skip
    return sealed, out.getvalue()


def binding(sheet: LotSheet, supplier: str, slot: str, version: int = 1) -> Binding:
    return Binding(
        tender=sheet.tender, lot=sheet.lot, supplier=supplier, version=version, slot=slot,
        envelope=sheet.slot_called(slot).envelope,
    )  # fmt: skip


def a_bid(
    sheet: LotSheet,
    supplier: str = "Elm-Care",
    contents: Mapping[str, bytes] | None = None,
    before: SignedManifest | None = None,
) -> Bid:
    if contents is None:
        contents = {slot: f"{supplier} {slot}".encode() for slot in ("company", "method", "price")}
    made = {
        slot: a_file(sheet, supplier, slot, content, version=next_version(before))
        for slot, content in contents.items()
    }
    manifest = submitted(
        sheet, supplier=supplier, files={slot: sealed for slot, (sealed, _) in made.items()},
        key=bidder_key(supplier), before=before,
    )  # fmt: skip
    return Bid(manifest, {sealed.digest: content for sealed, content in made.values()})


def received(manifest: SignedManifest, at: datetime = BEFORE) -> Received:
    """A manifest that arrived at this time, with the council's receipt."""
    receipt = receipt_for(judge(manifest, DEADLINE, at), COUNCIL)
    return Received(manifest.written(), receipt.written())
