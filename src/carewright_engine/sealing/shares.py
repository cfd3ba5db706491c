"""A private key split so that any k of n shares give it back, and fewer tell nothing.

Shamir's scheme over the prime 2**521 - 1, by the library `shamirs`, which draws its coefficients
from the system's own source of randomness and takes none that is handed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, Literal

import shamirs
from pydantic import AfterValidator, Field

from carewright_engine.sealing.encoding import Code, Document, Words, from_text, to_text
from carewright_engine.sealing.keys import KEY_BYTES
from carewright_engine.sealing.sheet import MOST_HOLDERS, Envelope

MODULUS: Final = 2**521 - 1  # a Mersenne prime, above any key of 256 bits
VALUE_BYTES: Final = 66


def _value(text: str) -> str:
    raw = from_text(text)
    if len(raw) != VALUE_BYTES or int.from_bytes(raw, "big") >= MODULUS:
        raise ValueError(f"is not a number below 2**521 - 1 in {VALUE_BYTES} bytes")
    return text


class Share(Document):
    """One holder's share of the key of one envelope of one lot: a secret until the opening."""

    format: Literal["carewright-share/1"] = "carewright-share/1"
    tender: Code
    lot: Code
    envelope: Envelope
    holder: Words
    number: Annotated[int, Field(ge=1, le=MOST_HOLDERS)]
    value: Annotated[str, AfterValidator(_value)]

    @property
    def point(self) -> tuple[int, int]:
        """Where on the polynomial the share lies."""
        return self.number, int.from_bytes(from_text(self.value), "big")


def split(secret: bytes, *, needed: int, among: int) -> list[str]:
    """The values of shares 1 to n of a secret of 32 bytes."""
    whole = int.from_bytes(secret, "big")
    shares = shamirs.shares(whole, among, modulus=MODULUS, threshold=needed)
    return [to_text(share.value.to_bytes(VALUE_BYTES, "big")) for share in shares]


def joined(shares: Sequence[Share]) -> bytes | None:
    """The secret that these shares give; None where they give no key of 32 bytes."""
    points = [shamirs.share(*share.point, MODULUS) for share in shares]
    whole = int(shamirs.interpolate(points, modulus=MODULUS, threshold=len(points)))
    return whole.to_bytes(KEY_BYTES, "big") if whole < 2 ** (8 * KEY_BYTES) else None
