"""Test vectors of the format, by which another implementation is checked.

`python -m tests.engine.sealing.vectors` writes `vectors.json` anew; that is a new version of the
format, unless only vectors were added. Sealed boxes and shares hold randomness of the libraries'
own, so they are kept, and all else is worked out from them again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from carewright_engine.sealing.encoding import digest, to_text
from carewright_engine.sealing.envelope import Inside, Sealed, _front, _padded, sealed_parts
from carewright_engine.sealing.framing import Binding, Header
from carewright_engine.sealing.judging import judge
from carewright_engine.sealing.keys import key_text, sealed_for
from carewright_engine.sealing.manifest import SignedManifest, submitted
from carewright_engine.sealing.padding import stepped
from carewright_engine.sealing.receipts import receipt_for
from carewright_engine.sealing.sheet import Envelope, LotSheet
from tests.engine.sealing.lots import a_lot, all_shares

FILE: Final = Path(__file__).with_name("vectors.json")
OPENING_KEY: Final = PrivateKey(bytes(range(32)))
BIDDER: Final = SigningKey(bytes(range(32, 64)))
COUNCIL: Final = SigningKey(bytes(range(64, 96)))
FILE_KEY: Final = bytes(range(96, 128))
NONCE_PREFIX: Final = bytes(range(128, 148))
BINDING: Final = Binding(
    tender="home-care-2026", lot="north", supplier="Elm-Care", version=1, slot="price",
    envelope=Envelope.PRICE,
)  # fmt: skip
DEADLINE: Final = datetime(2026, 4, 1, 11, tzinfo=UTC)
ARRIVED: Final = datetime(2026, 4, 1, 10, 59, 59, 999000, tzinfo=UTC)
SIZES: Final = (1, 65536, 65537, 262144, 262145, 1048576, 1048577, 25000000)


@dataclass(frozen=True, slots=True)
class SealedVector:
    """A file whose bytes are 0, 1, ... 250, 0, 1, ... up to its size."""

    name: str
    size: int

    def content(self) -> bytes:
        return (bytes(range(251)) * (self.size // 251 + 1))[: self.size]

    def sealed(self, sealed_key: bytes) -> bytes:
        front = _front(Inside(name=self.name, size=self.size))
        header = Header(BINDING, sealed_key, NONCE_PREFIX, stepped(len(front) + self.size))
        pieces = _padded(BytesIO(self.content()), front, self.size, header)
        return b"".join(sealed_parts(header, FILE_KEY, pieces))


FILES: Final = (SealedVector("price.txt", 5), SealedVector("prices £.pdf", 1_200_000))


def of_file(vector: SealedVector, sealed_key: bytes) -> dict[str, Any]:
    sealed = vector.sealed(sealed_key)
    return {
        "name": vector.name, "size": vector.size, "content_digest": digest(vector.content()),
        "sealed_size": len(sealed), "sealed_digest": digest(sealed),
        "sealed_begins": to_text(sealed[:400]), "sealed_ends": to_text(sealed[-48:]),
    }  # fmt: skip


def of_signed(sheet: LotSheet, sealed: bytes) -> dict[str, Any]:
    manifest = a_manifest(sheet, sealed)
    receipt = receipt_for(judge(manifest, DEADLINE, ARRIVED), COUNCIL)
    return {
        "bidder_private": key_text(BIDDER), "council_private": key_text(COUNCIL),
        "council_public": key_text(COUNCIL.verify_key),
        "manifest": manifest.written().decode(), "manifest_digest": manifest.fingerprint,
        "receipt": receipt.written().decode(),
    }  # fmt: skip


def a_manifest(sheet: LotSheet, sealed: bytes) -> SignedManifest:
    files = {"price": Sealed(digest(sealed), len(sealed))}
    return submitted(sheet, supplier="Elm-Care", files=files, key=BIDDER)


def written() -> dict[str, Any]:
    """All vectors, with new sealed boxes and shares."""
    sealed_key, sheet = sealed_for(OPENING_KEY.public_key, FILE_KEY), a_lot()
    return {
        "format": "carewright-envelope/1",
        "opening_private": key_text(OPENING_KEY),
        "opening_public": key_text(OPENING_KEY.public_key),
        "binding": BINDING.written().decode(),
        "file_key": to_text(FILE_KEY),
        "sealed_key": to_text(sealed_key),
        "nonce_prefix": to_text(NONCE_PREFIX),
        "files": [of_file(vector, sealed_key) for vector in FILES],
        "steps": {str(size): stepped(size) for size in SIZES},
        "sheet": sheet.written().decode(),
        "shares": [
            share.written().decode() for share in all_shares(sheet, Envelope.PRICE)
        ],
        "signed": of_signed(sheet, FILES[0].sealed(sealed_key)),
    }  # fmt: skip


if __name__ == "__main__":
    FILE.write_text(json.dumps(written(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
