"""A published file becomes a table of text, or a sentence that says why it cannot."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from pathlib import Path
from typing import Final

from carewright_engine.tables.delimited import read_delimited
from carewright_engine.tables.geojson import read_feature_collection
from carewright_engine.tables.plain_text import text_of
from carewright_engine.tables.reading import RawTable, SourceFile, UnreadableFile
from carewright_engine.tables.spreadsheets import check_archive, sheet_as_csv

MEGABYTE: Final = 1024 * 1024
HEAD: Final = 64 * 1024  # bytes that hold the header and some rows of any published table
LARGEST_FILE: Final = 400 * MEGABYTE
LARGEST_TEXT: Final = 400 * MEGABYTE  # after a compressed file is expanded
# Published tables compress about ten to fifty times. A bomb compresses a thousand times.
LARGEST_RATIO: Final = 300
RATIO_MATTERS_FROM: Final = 20 * MEGABYTE

GZIP: Final = b"\x1f\x8b"
ZIP: Final = b"PK\x03\x04"
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER_FORMATS: Final = {
    b"%PDF": "a PDF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"PAR1": "a Parquet file",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"PK\x05\x06": "an empty zip archive",
}


def open_published(path: Path) -> RawTable:
    """Read a delimited file, a spreadsheet or GeoJSON as text, whatever its name says it is."""
    content = _content_of(path)
    source = SourceFile(path.name, hashlib.sha256(content).hexdigest(), len(content))
    if content.startswith(ZIP) or content.startswith(OLD_OFFICE):
        if content.startswith(ZIP):
            check_archive(content, path.name)
        rows, header_row = read_delimited(sheet_as_csv(content, path.name), path.name, ",")
        return RawTable(source, rows, "spreadsheet", header_row)
    if content.startswith(GZIP):
        content = _expanded(content, path.name)
    _refuse_other_formats(content, path.name)
    text, encoding = text_of(content, path.name)
    del content
    _refuse_markup(text, path.name)
    if text.lstrip()[:1] in (b"{", b"["):
        return RawTable(source, read_feature_collection(text, path.name), encoding)
    rows, header_row = read_delimited(text, path.name)
    return RawTable(source, rows, encoding, header_row)


def open_head(path: Path) -> RawTable:
    """The first rows of a delimited file, enough to tell its kind; a spreadsheet is opened whole.

    Raises UnreadableFile where only the whole file tells, as of outlines, and where nothing does.
    """
    try:
        start = _start_of(path)
    except (OSError, EOFError, zlib.error) as refused:
        raise UnreadableFile(f"{path.name} could not be read ({refused}).") from refused
    if start.startswith((ZIP, OLD_OFFICE)):
        return open_published(path)
    text, encoding = text_of(start[: start.rfind(b"\n") + 1] or start, path.name)
    if text.lstrip()[:1] in (b"{", b"["):
        raise UnreadableFile(f"{path.name} is told by the whole of it only.")
    rows, header_row = read_delimited(text, path.name)
    return RawTable(SourceFile(path.name, "", len(start)), rows, encoding, header_row)


def _start_of(path: Path) -> bytes:
    with path.open("rb") as file:
        start = file.read(HEAD)
    if not start.startswith(GZIP):
        return start
    with gzip.open(path) as packed:
        return packed.read(HEAD)


def _content_of(path: Path) -> bytes:
    """The file's bytes, when it is a file of a size that can be read whole."""
    if not path.exists():
        raise UnreadableFile(f"There is no file {path}. Check the name and the folder.")
    if not path.is_file():
        raise UnreadableFile(f"{path} is not a file. Give one file, not a folder.")
    size = path.stat().st_size
    if size == 0:
        raise UnreadableFile(f"{path.name} is empty. Download or export it again.")
    if size > LARGEST_FILE:
        raise UnreadableFile(
            f"{path.name} holds {size // MEGABYTE} MB; at most {LARGEST_FILE // MEGABYTE} MB are "
            "read at once. Split it, for example by year, and give each part."
        )
    try:
        return path.read_bytes()
    except OSError as refused:
        raise UnreadableFile(
            f"{path.name} could not be read ({refused.strerror}). Check that you may open it."
        ) from refused


def _expanded(packed: bytes, name: str) -> bytes:
    """What a gzip file holds, expanded piece by piece so that a bomb is noticed early."""
    pieces: list[bytes] = []
    size, given = 0, io.BytesIO(packed)
    try:
        with gzip.GzipFile(fileobj=given) as stream:
            while piece := stream.read(MEGABYTE):
                pieces.append(piece)
                size += len(piece)
                _refuse_bomb(size, given.tell(), name)
    except (EOFError, OSError, zlib.error) as damaged:
        raise UnreadableFile(
            f"{name} is damaged: it breaks off or was altered. Download it again."
        ) from damaged
    content = b"".join(pieces)
    if not content:
        raise UnreadableFile(f"{name} holds an empty file. Download or export it again.")
    if content.startswith((GZIP, ZIP)):
        raise UnreadableFile(
            f"{name} is an archive inside an archive. Unpack it and give the table inside."
        )
    return content


def _refuse_bomb(size: int, packed: int, name: str) -> None:
    """A small file that expands without end is an attack or a mistake, never a statistic."""
    if size > LARGEST_TEXT:
        raise UnreadableFile(
            f"{name} expands to more than {LARGEST_TEXT // MEGABYTE} MB. Split it, for example "
            "by year, and give each part."
        )
    if size > RATIO_MATTERS_FROM and size > packed * LARGEST_RATIO:
        raise UnreadableFile(
            f"{name} expands to more than {LARGEST_RATIO} times its size, which published tables "
            "never do. Get the file from its publisher again."
        )


def _refuse_other_formats(content: bytes, name: str) -> None:
    for mark, what in OTHER_FORMATS.items():
        if content.startswith(mark) and b"\x00" in content[:4096]:
            raise _not_a_table(name, what)
    if content.startswith((b"%PDF", b"BZh9", b"Rar!")):
        raise _not_a_table(name, OTHER_FORMATS[content[:4] if content[:3] != b"BZh" else b"BZh"])


def _not_a_table(name: str, what: str) -> UnreadableFile:
    return UnreadableFile(
        f"{name} is {what}, not a table. Give the table itself as CSV, XLSX, XLS, ODS or GeoJSON."
    )


def _refuse_markup(text: bytes, name: str) -> None:
    """A site that refuses a download often sends a web page under the table's name."""
    start = text[:1024].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<!--")):
        raise UnreadableFile(
            f"{name} is a web page, not a table: the site sent a page instead of the file. Open "
            "the address in a browser, save the file itself and give that."
        )
    if start.startswith((b"<?xml", b"<")):
        raise UnreadableFile(
            f"{name} is XML, not a table. Ask the publisher for CSV, or open it in a spreadsheet "
            "program and save it as XLSX."
        )
