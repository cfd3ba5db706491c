"""A file is sealed piece by piece for one envelope of one slot of one bid, and opened again.

The construction is the usual one of a key for each file: XChaCha20-Poly1305 with a key used
once, in pieces whose nonce counts them and whose associated data is the whole header, the number
of the piece and how many there are; the key itself goes into a sealed box. Removing, adding,
moving or changing a piece, or giving the file to another slot, leaves nothing that opens.
Memory holds one piece, whatever the size of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, BinaryIO, Final

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey
from nacl.secret import Aead
from pydantic import AfterValidator, Field, StringConstraints

from carewright_engine.sealing.encoding import (
    Document,
    RandomBytes,
    checked,
    read_document,
    seen,
    to_text,
)
from carewright_engine.sealing.framing import (
    CHUNK_BYTES,
    NONCE_PREFIX_BYTES,
    TAG_BYTES,
    Binding,
    Header,
    read_header,
    require_binding,
)
from carewright_engine.sealing.keys import KEY_BYTES, sealed_for, unsealed_by
from carewright_engine.sealing.padding import MIB, MOST_SEALED, stepped
from carewright_engine.sealing.refusing import Refused

MOST_FILE_BYTES: Final = MOST_SEALED - MIB
MOST_NAME_BYTES: Final = 200  # with the slot in front, a name that every disk takes
_NAME_LENGTH_BYTES: Final = 2
_MOST_INSIDE_BYTES: Final = 2000


def _plain_name(name: str) -> str:
    if set(name) & set('/\\:*?"<>|') or name.startswith("."):
        raise ValueError("holds a character that file names do not have everywhere")
    if len(name.encode()) > MOST_NAME_BYTES:
        raise ValueError(f"is longer than {MOST_NAME_BYTES} bytes")
    return name


FileName = Annotated[
    str, StringConstraints(min_length=1), AfterValidator(seen), AfterValidator(_plain_name)
]


class Inside(Document):
    """What is said of a file inside its envelope, where nobody reads it before the opening."""

    name: FileName
    size: Annotated[int, Field(ge=1, le=MOST_FILE_BYTES)]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file that was sealed: what the manifest says of it."""

    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was opened: what the bidder called it, its size and the digest of its bytes."""

    name: str
    size: int
    digest: str


def seal(
    source: BinaryIO,
    sink: BinaryIO,
    *,
    name: str,
    size: int,
    binding: Binding,
    key: PublicKey,
    random_bytes: RandomBytes,
) -> Sealed:
    """Seals `size` bytes of `source` into `sink`; what was written before a refusal is worthless.

    The key of the file and the nonces come from `random_bytes`; the sealed box around that key
    draws its own randomness from the system.
    """
    if not 0 < size <= MOST_FILE_BYTES:
        limit = f"{MOST_FILE_BYTES // MIB:,} MiB"
        raise Refused(f"{name} is empty." if size <= 0 else f"{name} is larger than {limit}.")
    front = _front(checked(Inside, f"The envelope of {name}", name=name, size=size))
    file_key = random_bytes(KEY_BYTES)
    header = Header(
        binding,
        sealed_for(key, file_key),
        random_bytes(NONCE_PREFIX_BYTES),
        stepped(len(front) + size),
    )
    hashed = sha256()
    for part in sealed_parts(header, file_key, _padded(source, front, size, header)):
        hashed.update(part)
        sink.write(part)
    return Sealed(to_text(hashed.digest()), header.file_size)


def sealed_parts(header: Header, file_key: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes of a sealed file out of its header, its key and its pieces: nothing is drawn."""
    written, box = header.written(), Aead(file_key)
    yield written
    for number, piece in enumerate(pieces):
        bound = header.bound_to(number, written)
        yield box.encrypt(piece, bound, header.nonce(number)).ciphertext


def unseal(source: BinaryIO, sink: BinaryIO, *, expected: Binding, key: PrivateKey) -> Opened:
    """Opens a sealed file into `sink`, if it is what is expected.

    Each piece is checked before it is written, and the end last: what stands in `sink` after a
    refusal is the beginning of a file at best, and must be thrown away.
    """
    header = read_header(source)
    require_binding(header.binding, expected)
    wrong_key = "The file was sealed for another key than this lot's, or its beginning is damaged."
    file_key = unsealed_by(key, header.sealed_key, wrong_key)
    if len(file_key) != KEY_BYTES:
        raise Refused("The file's key has the wrong length: the bidder's program is at fault.")
    pieces = _opened_pieces(source, header, file_key)
    inside, first = _taken_apart(next(pieces), header)
    left, hashed = inside.size, sha256()
    for piece in _and_then(first, pieces):
        content, padding = piece[:left], piece[left:]
        if padding.count(0) != len(padding):
            raise Refused("The padding holds something: the bidder's program is at fault.")
        hashed.update(content)
        sink.write(content)
        left -= len(content)
    return Opened(inside.name, inside.size, to_text(hashed.digest()))


def digest_of(source: BinaryIO) -> Sealed:
    """The digest and size of a sealed file as it lies there."""
    hashed, size = sha256(), 0
    while part := source.read(CHUNK_BYTES):
        hashed.update(part)
        size += len(part)
    return Sealed(to_text(hashed.digest()), size)


def _front(inside: Inside) -> bytes:
    written = inside.written()
    return len(written).to_bytes(_NAME_LENGTH_BYTES, "big") + written


def _padded(source: BinaryIO, front: bytes, size: int, header: Header) -> Iterator[bytes]:
    """The pieces of what is sealed: what is said of the file, the file, noughts."""
    held, left = front, size
    for number in range(header.pieces):
        room = header.piece_size(number)
        wanted = min(left, room - len(held))
        content = _read(source, wanted)
        if len(content) != wanted:
            raise Refused("The file became shorter while it was sealed: close it and seal again.")
        yield (held + content).ljust(room, b"\0")
        held, left = b"", left - wanted
    if source.read(1):
        raise Refused("The file became longer while it was sealed: close it and seal again.")


def _read(source: BinaryIO, size: int) -> bytes:
    return source.read(size) if size else b""


def _opened_pieces(source: BinaryIO, header: Header, file_key: bytes) -> Iterator[bytes]:
    written, box = header.written(), Aead(file_key)
    for number in range(header.pieces):
        sealed = source.read(header.piece_size(number) + TAG_BYTES)
        if len(sealed) != header.piece_size(number) + TAG_BYTES:
            raise Refused(f"The file is cut off in piece {number + 1} of {header.pieces}.")
        bound = header.bound_to(number, written)
        try:
            yield box.decrypt(sealed, bound, header.nonce(number))
        except CryptoError:
            raise Refused(
                f"Piece {number + 1} of {header.pieces} was changed or moved since the file was "
                "sealed."
            ) from None
    if source.read(1):
        raise Refused("Something was added behind the last piece since the file was sealed.")


def _taken_apart(piece: bytes, header: Header) -> tuple[Inside, bytes]:
    """What is said of the file, and the rest of the first piece."""
    begins = _NAME_LENGTH_BYTES + int.from_bytes(piece[:_NAME_LENGTH_BYTES], "big")
    content = piece[_NAME_LENGTH_BYTES:begins]
    inside = read_document(Inside, content, "What is said of the file", _MOST_INSIDE_BYTES)
    if stepped(begins + inside.size) != header.size:
        raise Refused("The file is not padded to its step: the bidder's program is at fault.")
    return inside, piece[begins:]


def _and_then(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest
