"""A signature over a document: Ed25519 over the name of its format and its canonical bytes.

The name of the format stands in front, so that a signature for one kind of document never
passes for another.
"""

from __future__ import annotations

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from carewright_engine.sealing.encoding import Document, from_text, to_text
from carewright_engine.sealing.keys import read_key
from carewright_engine.sealing.refusing import Refused


def signature_of(name: str, body: Document, key: SigningKey) -> str:
    """The signature of the body as a document of this name."""
    return to_text(key.sign(_statement(name, body)).signature)


def require_signature(name: str, body: Document, signature: str, key: str, says: str) -> None:
    """Refuses, with these words, a signature that the key did not make."""
    try:
        read_key(VerifyKey, key).verify(_statement(name, body), from_text(signature))
    except CryptoError:
        raise Refused(says) from None


def _statement(name: str, body: Document) -> bytes:
    return name.encode() + b"\n" + body.written()
