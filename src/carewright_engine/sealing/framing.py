"""How a sealed file begins, and what each of its pieces is bound to.

    6 bytes   CWSEAL
    1 byte    version of the format: 1
    2 bytes   length of the binding, most significant byte first
    n bytes   the binding: canonical JSON of whose, for which lot, slot and envelope
    80 bytes  the key of the file in a sealed box for the envelope's public key
    20 bytes  beginning of every nonce
    8 bytes   size of what is sealed, padding included

Then follow the pieces, each of 1 MiB (the last of what is left) and a tag of 16 bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, BinaryIO, Final, Literal

from pydantic import Field

from carewright_engine.sealing.encoding import Code, Document, SlotCode, read_document
from carewright_engine.sealing.keys import KEY_BYTES, SEALED_BOX_BYTES
from carewright_engine.sealing.padding import MIB, is_a_step
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.sheet import Envelope

MAGIC: Final = b"CWSEAL"
VERSION: Final = 1
CHUNK_BYTES: Final = MIB
TAG_BYTES: Final = 16
NONCE_PREFIX_BYTES: Final = 20
MOST_BINDING_BYTES: Final = 600
MOST_VERSIONS: Final = 9999

Version = Annotated[int, Field(ge=1, le=MOST_VERSIONS)]


class Binding(Document):
    """What a sealed file belongs to; it opens as nothing else."""

    format: Literal["carewright-envelope/1"] = "carewright-envelope/1"
    tender: Code
    lot: Code
    supplier: Code
    version: Version
    slot: SlotCode
    envelope: Envelope

    @property
    def said(self) -> str:
        """What it is, for people."""
        return (
            f"slot {self.slot} ({self.envelope}) of {self.supplier}, version {self.version}, "
            f"lot {self.lot} of tender {self.tender}"
        )


@dataclass(frozen=True, slots=True)
class Header:
    """The beginning of a sealed file."""

    binding: Binding
    sealed_key: bytes
    nonce_prefix: bytes
    size: int  # of what is sealed, padding included

    def written(self) -> bytes:
        """The header as it stands in the file, and as every piece is bound to it."""
        binding = self.binding.written()
        return b"".join(
            (
                MAGIC,
                bytes([VERSION]),
                len(binding).to_bytes(2, "big"),
                binding,
                self.sealed_key,
                self.nonce_prefix,
                self.size.to_bytes(8, "big"),
            )
        )

    @property
    def pieces(self) -> int:
        """How many pieces follow."""
        return -(-self.size // CHUNK_BYTES)

    @property
    def file_size(self) -> int:
        """Bytes of the whole file."""
        return len(self.written()) + self.size + self.pieces * TAG_BYTES

    def piece_size(self, number: int) -> int:
        """Bytes in a piece, counted from nought, before it is encrypted."""
        return min(CHUNK_BYTES, self.size - number * CHUNK_BYTES)

    def nonce(self, number: int) -> bytes:
        """The nonce of a piece; the key is used for this file alone."""
        return self.nonce_prefix + number.to_bytes(4, "big")

    def bound_to(self, number: int, written: bytes) -> bytes:
        """What a piece is bound to beside its content: header, its number, and their count."""
        return written + number.to_bytes(4, "big") + self.pieces.to_bytes(4, "big")


def read_header(source: BinaryIO) -> Header:
    """The header of a sealed file; `source` then stands at the first piece."""
    if _exactly(source, len(MAGIC)) != MAGIC:
        raise Refused("This is no sealed file: it does not begin with CWSEAL.")
    version = _exactly(source, 1)[0]
    if version != VERSION:
        raise Refused(
            f"The file is sealed in version {version} of the format; version {VERSION} is known."
        )
    length = int.from_bytes(_exactly(source, 2), "big")
    if length > MOST_BINDING_BYTES:
        raise Refused("The file is damaged: what it is bound to is too long.")
    binding = read_document(Binding, _exactly(source, length), "What the file is bound to")
    sealed_key = _exactly(source, KEY_BYTES + SEALED_BOX_BYTES)
    prefix = _exactly(source, NONCE_PREFIX_BYTES)
    size = int.from_bytes(_exactly(source, 8), "big")
    if not is_a_step(size):
        raise Refused("The file is damaged: nothing is sealed in such a size.")
    return Header(binding, sealed_key, prefix, size)


def require_binding(found: Binding, expected: Binding) -> None:
    """Refuses a file that was sealed for something else, and says for what."""
    if found != expected:
        raise Refused(f"The file was sealed as {found.said}; what belongs here is {expected.said}.")


def _exactly(source: BinaryIO, size: int) -> bytes:
    content = source.read(size)
    if len(content) != size:
        raise Refused("The file is cut off: it ends before its pieces begin.")
    return content
