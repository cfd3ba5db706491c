"""A receipt: the council's signed word on when a manifest arrived, and whether in time.

Anybody who has the published key checks it without us, and works the verdict out again from the
two times in it.
"""

from __future__ import annotations

from typing import Final, Literal

from nacl.signing import SigningKey

from carewright_engine.sealing.encoding import (
    Code,
    Digest,
    Document,
    Moment,
    Signature,
    checked,
    read_document,
)
from carewright_engine.sealing.framing import Version
from carewright_engine.sealing.judging import Judgement, Verdict, verdict_of
from carewright_engine.sealing.manifest import Kind, SignedManifest
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.signing import require_signature, signature_of

FORMAT: Final = "carewright-receipt/1"


class Receipt(Document):
    """What the council says of one manifest."""

    kind: Kind
    tender: Code
    lot: Code
    supplier: Code
    version: Version
    manifest: Digest
    deadline: Moment
    arrived_at: Moment
    verdict: Verdict


class SignedReceipt(Document):
    """A receipt with the council's signature."""

    format: Literal["carewright-receipt/1"] = FORMAT
    body: Receipt
    signature: Signature


def receipt_for(judgement: Judgement, key: SigningKey) -> SignedReceipt:
    """The signed receipt of a manifest that was judged."""
    of = judgement.manifest.body
    body = checked(
        Receipt, "The receipt", kind=of.kind, tender=of.tender, lot=of.lot,
        supplier=of.supplier, version=of.version, manifest=judgement.manifest.fingerprint,
        deadline=judgement.deadline, arrived_at=judgement.arrived_at, verdict=judgement.verdict,
    )  # fmt: skip
    return SignedReceipt(body=body, signature=signature_of(FORMAT, body, key))


def read_receipt(content: bytes, key: str) -> Receipt:
    """What a receipt says, its signature by the council's published key found good."""
    found = read_document(SignedReceipt, content, "The receipt")
    require_signature(
        FORMAT, found.body, found.signature, key,
        "The receipt is not signed by this key: it was changed, or is another council's.",
    )  # fmt: skip
    body = found.body
    if verdict_of(body.deadline, body.arrived_at) != body.verdict:
        raise Refused("The receipt contradicts itself: its verdict does not follow from its times.")
    return body


def require_receipt_of(receipt: Receipt, manifest: SignedManifest) -> None:
    """Refuses a receipt that was given for another manifest."""
    if receipt.manifest != manifest.fingerprint:
        raise Refused("The receipt is for another manifest than this one.")
