"""Which bids stand at the deadline: each supplier's last in time, unless it was withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from carewright_engine.sealing.checking import faults
from carewright_engine.sealing.encoding import Document, digest
from carewright_engine.sealing.judging import Verdict
from carewright_engine.sealing.manifest import Kind, SignedManifest, read_manifest
from carewright_engine.sealing.receipts import Receipt, read_receipt, require_receipt_of
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.sheet import LotSheet


@dataclass(frozen=True, slots=True)
class Received:
    """A manifest as it came, and the receipt that was given for it."""

    manifest: bytes
    receipt: bytes


class SetAside(Document):
    """A manifest that is no bid, and why: late, replaced, withdrawn, or not taken."""

    manifest: str  # digest of the bytes that came, whatever they are
    supplier: str | None  # None where the manifest cannot be read
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What there is to open, and what was set aside."""

    bids: tuple[SignedManifest, ...]
    set_aside: tuple[SetAside, ...]
    deadlines: tuple[datetime, ...]


def standing_bids(
    received: Sequence[Received],
    sheet: LotSheet,
    receipt_key: str,
    bidder_keys: Mapping[str, str] | None = None,
) -> Standing:
    """The bids that stand, worked out again from receipts and manifests alone.

    `bidder_keys` holds the signing key by which each supplier is known. Without it a supplier is
    known by the key of its first bid.
    """
    taken, aside = _readable(received, receipt_key)
    newest: dict[str, SignedManifest] = {}
    for manifest, receipt in sorted(taken, key=lambda pair: _order(*pair)):
        of = manifest.body
        why = _why_not(manifest, receipt, sheet, newest.get(of.supplier), bidder_keys)
        if why:
            aside.append(SetAside(manifest=manifest.fingerprint, supplier=of.supplier, why=why))
            continue
        if of.supplier in newest:
            aside.append(_superseded(newest[of.supplier], of.kind))
        newest[of.supplier] = manifest
    bids = tuple(each for _, each in sorted(newest.items()) if each.body.kind == Kind.SUBMIT)
    deadlines = tuple(sorted({receipt.deadline for _, receipt in taken}))
    return Standing(bids, tuple(aside), deadlines)


Pair = tuple[SignedManifest, Receipt]


def _readable(received: Sequence[Received], receipt_key: str) -> tuple[list[Pair], list[SetAside]]:
    """Manifests with good signatures and receipts, each once, and those without."""
    taken: dict[str, Pair] = {}
    aside: list[SetAside] = []
    for each in received:
        supplier = None
        try:
            manifest = read_manifest(each.manifest)
            supplier = manifest.body.supplier
            receipt = read_receipt(each.receipt, receipt_key)
            require_receipt_of(receipt, manifest)
            taken.setdefault(manifest.fingerprint, (manifest, receipt))
        except Refused as problem:
            named = digest(each.manifest)
            aside.append(SetAside(manifest=named, supplier=supplier, why=str(problem)))
    return list(taken.values()), aside


def _order(manifest: SignedManifest, receipt: Receipt) -> tuple[datetime, int, str]:
    return receipt.arrived_at, manifest.body.version, manifest.fingerprint


def _why_not(
    manifest: SignedManifest,
    receipt: Receipt,
    sheet: LotSheet,
    before: SignedManifest | None,
    bidder_keys: Mapping[str, str] | None,
) -> str:
    of = manifest.body
    if receipt.verdict == Verdict.LATE:
        return "It arrived after the deadline."
    if bidder_keys is not None and bidder_keys.get(of.supplier) != of.key:
        return f"It is not signed with the key by which {of.supplier} is known."
    return " ".join(faults(of, sheet, before))


def _superseded(manifest: SignedManifest, by: Kind) -> SetAside:
    why = "It was withdrawn." if by == Kind.WITHDRAW else "It was replaced by a later version."
    return SetAside(manifest=manifest.fingerprint, supplier=manifest.body.supplier, why=why)
