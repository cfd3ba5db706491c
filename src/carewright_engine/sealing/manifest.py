"""The manifest: what the deadline judges. Small, signed by the bidder, sent when all is ready.

Sealed files may take hours to send and may arrive at any time; a manifest says which of them are
the bid. A bid is replaced or withdrawn by a further manifest that names the one before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Final, Literal

from nacl.signing import SigningKey
from pydantic import Field

from carewright_engine.sealing.encoding import (
    Code,
    Digest,
    Document,
    Signature,
    SlotCode,
    checked,
    read_document,
)
from carewright_engine.sealing.envelope import Sealed
from carewright_engine.sealing.framing import Binding, Version
from carewright_engine.sealing.keys import VerifyKeyText, key_text
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.sheet import MOST_SLOTS, Envelope, LotSheet
from carewright_engine.sealing.signing import require_signature, signature_of

FORMAT: Final = "carewright-manifest/1"
MOST_MANIFEST_BYTES: Final = 4096
MOST_SEALED_FILE_BYTES: Final = 10**9


class Kind(StrEnum):
    """What a manifest does."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"


class ManifestFile(Document):
    """One sealed file of the bid; `version` is the one under which it was sealed."""

    slot: SlotCode
    envelope: Envelope
    version: Version
    digest: Digest
    size: Annotated[int, Field(ge=1, le=MOST_SEALED_FILE_BYTES)]


class Manifest(Document):
    """One version of a supplier's bid for a lot."""

    kind: Kind
    tender: Code
    lot: Code
    supplier: Code
    version: Version
    replaces: Digest | None
    sheet: Digest
    key: VerifyKeyText
    files: Annotated[tuple[ManifestFile, ...], Field(max_length=MOST_SLOTS)]

    def binding(self, file: ManifestFile) -> Binding:
        """What the file must have been sealed as."""
        return Binding(
            tender=self.tender, lot=self.lot, supplier=self.supplier,
            version=file.version, slot=file.slot, envelope=file.envelope,
        )  # fmt: skip


class SignedManifest(Document):
    """A manifest with the bidder's signature."""

    format: Literal["carewright-manifest/1"] = FORMAT
    body: Manifest
    signature: Signature


def submitted(
    sheet: LotSheet,
    *,
    supplier: str,
    files: Mapping[str, Sealed],
    key: SigningKey,
    before: SignedManifest | None = None,
) -> SignedManifest:
    """The signed manifest of these files by slot; slots left out stay as in the bid before."""
    version = next_version(before)
    new = [
        checked(
            ManifestFile, f"The entry of slot {slot}", slot=slot,
            envelope=sheet.slot_called(slot).envelope, version=version,
            digest=sealed.digest, size=sealed.size,
        )
        for slot, sealed in files.items()
    ]  # fmt: skip
    kept = [each for each in before.body.files if each.slot not in files] if before else []
    entries = sorted([*new, *kept], key=lambda each: each.slot)
    return _signed(Kind.SUBMIT, sheet, supplier, entries, key, before)


def withdrawn(sheet: LotSheet, *, key: SigningKey, before: SignedManifest) -> SignedManifest:
    """The signed manifest by which a bid is taken back."""
    return _signed(Kind.WITHDRAW, sheet, before.body.supplier, [], key, before)


def next_version(before: SignedManifest | None) -> int:
    """The version of a bid that follows."""
    return before.body.version + 1 if before else 1


def read_manifest(content: bytes) -> SignedManifest:
    """A manifest out of its bytes, with its signature found good."""
    found = read_document(SignedManifest, content, "The manifest", MOST_MANIFEST_BYTES)
    require_signature(
        FORMAT, found.body, found.signature, found.body.key,
        "The manifest is not signed by the key that it names: it was changed since, or the "
        "signature is another's. Seal and sign again.",
    )  # fmt: skip
    return found


def _signed(
    kind: Kind, sheet: LotSheet, supplier: str, files: Sequence[ManifestFile],
    key: SigningKey, before: SignedManifest | None,
) -> SignedManifest:  # fmt: skip
    body = checked(
        Manifest, "The manifest", kind=kind, tender=sheet.tender, lot=sheet.lot,
        supplier=supplier, version=next_version(before),
        replaces=before.fingerprint if before else None, sheet=sheet.fingerprint,
        key=key_text(key.verify_key), files=tuple(files),
    )  # fmt: skip
    made = SignedManifest(body=body, signature=signature_of(FORMAT, body, key))
    if len(made.written()) >= MOST_MANIFEST_BYTES:
        raise Refused("The manifest is too long: use shorter codes for slots or supplier.")
    return made
