"""A checkpoint: how large the record is and its root, signed, as text that anybody can keep.

The text is a signed note (c2sp.org/signed-note) that holds a log's checkpoint
(c2sp.org/tlog-checkpoint), so that tools which know nothing of us can read it.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519: Final = b"\x01"
SIGNATURE: Final = re.compile(r"— (\S+) (\S+)")


class BadNote(ValueError):
    """The text is no checkpoint, or not signed by the key."""


@dataclass(frozen=True, slots=True)
class TreeHead:
    """What a checkpoint says: whose record, how many events, and their root."""

    origin: str
    size: int
    root: bytes

    def body(self) -> str:
        """The lines that are signed."""
        return f"{self.origin}\n{self.size}\n{in_base64(self.root)}\n"

    @classmethod
    def read(cls, body: str) -> TreeHead:
        """The head out of a note's lines; further lines, which some logs add, are left alone."""
        lines = body.split("\n")
        if len(lines) < 4 or not lines[0] or not re.fullmatch(r"0|[1-9][0-9]{0,17}", lines[1]):
            raise BadNote("The text does not begin with a name, a number and a root")
        return cls(lines[0], int(lines[1]), from_base64(lines[2]))


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The key that anybody may have, by which a checkpoint is held to be ours."""

    name: str
    raw: bytes

    @property
    def id(self) -> bytes:
        """The four bytes by which a signature names its key."""
        return sha256(f"{self.name}\n".encode() + ED25519 + self.raw).digest()[:4]

    @property
    def text(self) -> str:
        """The key as it is handed over: name, id and bytes."""
        return f"{self.name}+{self.id.hex()}+{in_base64(ED25519 + self.raw)}"

    @classmethod
    def read(cls, text: str) -> PublicKey:
        """The key out of its text."""
        name, named_id, encoded = (*text.strip().split("+", 2), "", "")[:3]
        raw = from_base64(encoded)
        found = cls(name, raw[1:])
        if raw[:1] != ED25519 or len(found.raw) != 32 or found.id.hex() != named_id:
            raise BadNote("This is no public key of a record: give it as NAME+ID+KEY")
        return found

    def opens(self, note: str) -> TreeHead:
        """What the note says, once its signature by this key holds."""
        body, gap, signatures = note.partition("\n\n")
        body += "\n"
        for line in signatures.splitlines():
            found = SIGNATURE.fullmatch(line)
            if not gap or not found or found[1] != self.name:
                continue
            signed = from_base64(found[2])
            if signed[:4] == self.id:
                self._require(signed[4:], body)
                return TreeHead.read(body)
        raise BadNote(f"The checkpoint is not signed by {self.name}+{self.id.hex()}")

    def _require(self, signature: bytes, body: str) -> None:
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, body.encode())
        except InvalidSignature:
            raise BadNote("The signature does not fit the checkpoint") from None


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The installation's own key; whoever has it can sign another past."""

    name: str
    private: Ed25519PrivateKey

    @property
    def public(self) -> PublicKey:
        """The half that is handed out."""
        return PublicKey(self.name, self.private.public_key().public_bytes_raw())

    def signed(self, head: TreeHead) -> str:
        """The head as a signed note."""
        signature = self.public.id + self.private.sign(head.body().encode())
        return f"{head.body()}\n— {self.name} {in_base64(signature)}\n"


def head_unverified(note: str) -> TreeHead:
    """What a note says, whoever signed it."""
    return TreeHead.read(note.partition("\n\n")[0] + "\n")


def file_name(number: int) -> str:
    """What a checkpoint's file is called, so that a folder lists them in their order."""
    return f"checkpoint-{number:08d}.txt"


def in_base64(raw: bytes) -> str:
    return b64encode(raw).decode()


def from_base64(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (BadBase64, ValueError):
        raise BadNote("The text is not in base 64") from None
