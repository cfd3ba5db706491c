"""Pictures: their size is read from their first bytes, and nothing may follow their end."""

from __future__ import annotations

import struct
from typing import IO, Final

from carewright.platform.rules.files.kinds import Refused

LONGEST_SIDE: Final = 12_000  # pixels
MOST_PIXELS: Final = 60_000_000  # what opens in about 240 MB
PNG: Final = b"\x89PNG\r\n\x1a\n"
MOST_CHUNKS: Final = 100_000
#: Frames of a JPEG that hold its size; the rest of C0 to CF are tables.
SIZES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
DAMAGED: Final = "The picture is damaged. Save it again."
HIDES: Final = "Something follows the end of the picture. Save it again as a new file."
NOT_ONE: Final = "The file is not what its name says: no such picture."
TWO_KINDS: Final = "The picture is another kind of file as well. Save it again as a new file."
MARKS: Final = (b"<script", b"<?php", b"<html")
END_OF_ZIP: Final = b"PK\x05\x06"
LONGEST_ZIP_END: Final = 65_536 + 22


def check_png(file: IO[bytes], size: int) -> None:
    """A PNG whose chunks follow each other to its very end."""
    file.seek(0)
    if file.read(8) != PNG:
        raise Refused(NOT_ONE)
    place, first = 8, True
    for _ in range(MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            raise Refused(DAMAGED)
        length, name = struct.unpack(">L4s", head)
        if first:
            _check_first(name, length, file)
            first = False
        elif name in {b"tEXt", b"iTXt", b"zTXt", b"eXIf"}:
            _check_words(file, length)
        place += 12 + length
        if name == b"IEND":
            break
        file.seek(place)
    if place != size:
        raise Refused(HIDES if place < size else DAMAGED)


def _check_first(name: bytes, length: int, file: IO[bytes]) -> None:
    said = file.read(13)
    if name != b"IHDR" or length != 13 or len(said) < 13:
        raise Refused(DAMAGED)
    _check_pixels(*struct.unpack(">LL", said[:8]))


def _check_words(file: IO[bytes], length: int) -> None:
    if length > 100_000:
        raise Refused("The picture holds a long text that cannot be seen. Save it again without.")
    words = file.read(length).lower()
    if any(mark in words for mark in MARKS):
        raise Refused(TWO_KINDS)


def check_jpeg(file: IO[bytes], size: int) -> None:
    """A JPEG whose size is said before its content, and which ends where it says."""
    file.seek(0)
    if file.read(3) != b"\xff\xd8\xff":
        raise Refused(NOT_ONE)
    file.seek(max(0, size - 64))
    if not file.read(64).rstrip(b"\x00").endswith(b"\xff\xd9"):
        raise Refused(HIDES)
    file.seek(max(0, size - LONGEST_ZIP_END))
    if END_OF_ZIP in file.read():
        raise Refused(TWO_KINDS)
    _check_segments(file, size)
    _check_whole(file)


def _check_segments(file: IO[bytes], size: int) -> None:
    place = 2
    for _ in range(MOST_CHUNKS):
        file.seek(place)
        head = file.read(9)
        if len(head) < 9 or head[0] != 0xFF:
            raise Refused(DAMAGED)
        if head[1] in SIZES:
            _check_pixels(*reversed(struct.unpack(">HH", head[5:9])))
            return
        if head[1] == 0xDA:
            break
        place += 2 + struct.unpack(">H", head[2:4])[0]
        if place >= size:
            break
    raise Refused(DAMAGED)


def _check_whole(file: IO[bytes]) -> None:
    file.seek(0)
    before = b""
    while piece := file.read(1 << 18):
        window = before + piece
        if any(mark in window for mark in MARKS):
            raise Refused(
                "The picture is another kind of file as well. Save it again as a new file."
            )
        before = piece[-16:]


def _check_pixels(width: int, height: int) -> None:
    if not width or not height:
        raise Refused(DAMAGED)
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise Refused(
            f"The picture is {width:,} by {height:,} pixels; at most {LONGEST_SIDE:,} on a side "
            f"and {MOST_PIXELS // 1_000_000} million in all are taken in. Make it smaller."
        )
