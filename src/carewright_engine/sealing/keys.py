"""Keys as text that says what they are for, so that a private one is not handed out by mistake.

X25519 keys seal and open; Ed25519 keys sign and verify. In front of the 32 bytes stands the kind:
`x25519:`, `x25519-private:`, `ed25519:`, `ed25519-private:`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, TypeVar

from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as SodiumFailed
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.signing import SigningKey, VerifyKey
from pydantic import AfterValidator

from carewright_engine.sealing.encoding import RandomBytes, from_text, to_text
from carewright_engine.sealing.refusing import Refused

Key = PublicKey | PrivateKey | VerifyKey | SigningKey
K = TypeVar("K", PublicKey, PrivateKey, VerifyKey, SigningKey)

KINDS: Final[Mapping[type[Key], str]] = {
    PublicKey: "x25519",
    PrivateKey: "x25519-private",
    VerifyKey: "ed25519",
    SigningKey: "ed25519-private",
}
KEY_BYTES: Final = 32
#: Public key of the sealer, used once, and a tag: what a sealed box adds.
SEALED_BOX_BYTES: Final = 48


def new_opening_key(random_bytes: RandomBytes) -> PrivateKey:
    """A key that opens what is sealed for its public half."""
    return PrivateKey(random_bytes(KEY_BYTES))


def new_signing_key(random_bytes: RandomBytes) -> SigningKey:
    """A key that signs."""
    return SigningKey(random_bytes(KEY_BYTES))


def key_text(key: Key) -> str:
    """The key as it stands in a file or on the command line."""
    return f"{KINDS[type(key)]}:{to_text(bytes(key))}"


def read_key(kind: type[K], text: str) -> K:
    """The key out of its text; another kind of key is refused by name."""
    wanted = KINDS[kind]
    named, _, encoded = text.strip().partition(":")
    if named != wanted:
        what = f"a key of the kind {named}" if named in KINDS.values() else "no key"
        raise Refused(f"This is {what}; what is wanted begins with {wanted}:")
    raw = from_text(encoded)
    if len(raw) != KEY_BYTES:
        raise Refused(f"The key has {len(raw)} bytes instead of {KEY_BYTES}: take it whole.")
    return kind(raw)


def sealed_for(key: PublicKey, secret: bytes) -> bytes:
    """The secret in a sealed box, which only the private half of the key opens.

    libsodium draws the sealer's own key pair, used once, from the system.
    """
    try:
        return SealedBox(key).encrypt(secret)
    except SodiumFailed:
        raise Refused("Nothing can be sealed for this key: it is a point that is weak.") from None


def unsealed_by(key: PrivateKey, box: bytes, says: str) -> bytes:
    """What the sealed box holds; `says` is the refusal when the key does not open it."""
    try:
        return SealedBox(key).decrypt(box)
    except CryptoError:
        raise Refused(says) from None


def _sealing(text: str) -> str:
    read_key(PublicKey, text)
    return text


def _verifying(text: str) -> str:
    read_key(VerifyKey, text)
    return text


SealingKeyText = Annotated[str, AfterValidator(_sealing)]
VerifyKeyText = Annotated[str, AfterValidator(_verifying)]
