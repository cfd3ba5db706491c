"""Office documents are archives: their directory is judged before any part is unpacked.

Order matters. The end record says how large the directory is, the directory how large each part
will be; only what both declare harmless is unpacked, piece by piece, and only up to what it had
declared.
"""

from __future__ import annotations

import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable
from typing import IO, Final

from carewright.platform.rules.files.kinds import MEGABYTE, Refused

MOST_PARTS: Final = 2_000
LARGEST_DIRECTORY: Final = MEGABYTE
LARGEST_EXPANDED: Final = 200 * MEGABYTE
LARGEST_RATIO: Final = 150
RATIO_MATTERS_FROM: Final = 5 * MEGABYTE
PIECE: Final = 64 * 1024

LOCAL: Final = b"PK\x03\x04"
END: Final = b"PK\x05\x06"
END_RECORD: Final = struct.Struct("<4s4H2LH")
LOCAL_HEADER: Final = struct.Struct("<4s5H3L2H")

DAMAGED: Final = (
    "The file is damaged or was altered. Open it in the program that made it, save it again."
)
HIDES: Final = "The file hides something beside the document. Save it again as a new file."
ARCHIVES: Final = (
    ".zip", ".jar", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".cab", ".iso",
    ".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm", ".odt", ".ods", ".odp",
)  # fmt: skip
PROGRAMS: Final = (
    ".exe",
    ".dll",
    ".js",
    ".vbs",
    ".bat",
    ".cmd",
    ".ps1",
    ".scr",
    ".hta",
    ".lnk",
    ".sh",
)


def open_archive(file: IO[bytes], size: int) -> zipfile.ZipFile:
    """The archive, once its directory shows nothing that would burst, escape or hide."""
    _check_ends(file, size)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error):
        raise Refused(DAMAGED) from None
    parts = archive.infolist()
    _check_sizes(parts, size)
    for part in parts:
        _check_part(part)
    _check_places(file, parts)
    return archive


def _check_ends(file: IO[bytes], size: int) -> None:
    """An honest document begins with its first part and ends with its end record."""
    file.seek(0)
    if file.read(4) != LOCAL or size < END_RECORD.size:
        raise Refused(DAMAGED)
    file.seek(size - END_RECORD.size)
    mark, disk, disk_of_directory, here, parts, length, start, comment = END_RECORD.unpack(
        file.read(END_RECORD.size)
    )
    if mark != END or comment:
        raise Refused(HIDES if _has_end_record(file, size) else DAMAGED)
    if parts > MOST_PARTS or length > LARGEST_DIRECTORY:
        raise Refused(
            f"The file is an archive of more than {MOST_PARTS:,} parts. It was not opened."
        )
    if disk or disk_of_directory or here != parts or start + length + END_RECORD.size != size:
        raise Refused(HIDES)


def _has_end_record(file: IO[bytes], size: int) -> bool:
    tail = min(size, 65_536 + END_RECORD.size)
    file.seek(size - tail)
    return END in file.read(tail)


def _check_sizes(parts: list[zipfile.ZipInfo], size: int) -> None:
    expanded = sum(part.file_size for part in parts)
    burst = expanded > RATIO_MATTERS_FROM and expanded > size * LARGEST_RATIO
    if expanded > LARGEST_EXPANDED or burst:
        raise Refused(
            f"The file is {size / MEGABYTE:.1f} MB and would expand to "
            f"{expanded / MEGABYTE:,.0f} MB. It was not opened."
        )
    names = [unicodedata.normalize("NFC", part.filename).casefold() for part in parts]
    if len(set(names)) < len(names):
        raise Refused("The file holds two parts of one name, so that nobody can tell which counts.")


def _check_part(part: zipfile.ZipInfo) -> None:
    name = part.orig_filename
    steps = name.split("/")
    if name.startswith("/") or ".." in steps or "\\" in name or ":" in steps[0]:
        raise Refused("A part of the file would be written outside its folder. It was not opened.")
    if not name.isprintable() or len(name) > 250:
        raise Refused("A part of the file has a name that cannot be shown. It was not opened.")
    if stat.S_ISLNK(part.external_attr >> 16):
        raise Refused("A part of the file is a link to somewhere else. It was not opened.")
    if part.flag_bits & 0x41:
        raise Refused("The file is protected by a password. Save it without one.")
    if part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Refused(DAMAGED)
    _check_ending(name.lower())


def _check_ending(name: str) -> None:
    if name.endswith(ARCHIVES):
        raise Refused("The file holds another file inside it. Give each file by itself.")
    if name.endswith(PROGRAMS):
        raise Refused("The file holds a program. Save it without.")


def _check_places(file: IO[bytes], parts: Iterable[zipfile.ZipInfo]) -> None:
    """Parts that share bytes expand a small file without end, whatever each one declares."""
    reached = 0
    for part in sorted(parts, key=lambda each: each.header_offset):
        if part.header_offset < reached:
            raise Refused("Parts of the file overlap, which no honest program writes.")
        file.seek(part.header_offset)
        header = file.read(LOCAL_HEADER.size)
        if len(header) < LOCAL_HEADER.size or not header.startswith(LOCAL):
            raise Refused(DAMAGED)
        *_, name_length, extra_length = LOCAL_HEADER.unpack(header)
        if file.read(name_length) != _name_in_bytes(part):
            raise Refused("The file names one of its parts in two ways. It was not opened.")
        reached = part.header_offset + LOCAL_HEADER.size + name_length + extra_length
        reached += part.compress_size


def _name_in_bytes(part: zipfile.ZipInfo) -> bytes:
    return part.orig_filename.encode("utf-8" if part.flag_bits & 0x800 else "cp437")


def pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterable[bytes]:
    """The part's content, piece by piece; refused once it is more than it declared."""
    found = 0
    try:
        with archive.open(part) as content:
            while piece := content.read(PIECE):
                found += len(piece)
                yield piece
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        raise Refused(DAMAGED) from None
    if found != part.file_size:
        raise Refused(DAMAGED)
