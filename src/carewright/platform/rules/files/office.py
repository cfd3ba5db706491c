"""Documents of office programs: no macro, no embedded file, nothing fetched from elsewhere."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import IO, Final

from carewright.platform.rules.files.archives import open_archive, pieces
from carewright.platform.rules.files.kinds import FileKind, Refused

MACROS: Final = re.compile(
    r"(?i)(vbaproject|vbadata|(^|/)macrosheets/|(^|/)activex/|^basic/|^scripts/|dialogsheets/)"
)
EMBEDDED: Final = re.compile(r"(?i)((^|/)embeddings/|oleobject)")
OTHER_FILES: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"MZ\x90", b"\x7fELF")
#: Overlapping by so much, a word that is cut by the end of a piece is still found.
OVERLAP: Final = 2_048

MACRO_WORDS: Final = "The file holds macros, which are small programs. Save it without macros."
EMBEDDED_WORDS: Final = "The file holds another file inside it. Give each file by itself."
ENTITY_WORDS: Final = "The file declares entities that point elsewhere. It was not opened."
FETCH_WORDS: Final = (
    "The file fetches something from elsewhere when it is opened. Save a copy without."
)
RUNS_WORDS: Final = "The file holds a formula or field that can run a program. Save it without."

#: Fields and formulas that fetch or run. "Dde" alone is a Welsh word.
FIELD: Final = re.compile(
    rb"(?i)\bDDEAUTO\b|instrText[^>]*>[^<]{0,200}\bDDE\b|instr=\"[^\"]{0,200}\bDDE\b"
    rb"|<ddeLink|dde-(connection|source|link)|\bcmd\s*\|"
)
FORMULA: Final = re.compile(
    rb"(?i)(<(\w+:)?f[ >][^<]{0,400}|formula=\"[^\"]{0,400})"
    rb"(WEBSERVICE\(|DDE\(|\|\s*'|CALL\(|EXEC\(|REGISTER\()"
)
IN_XML: Final = (
    (re.compile(rb"<!(DOCTYPE|ENTITY)"), ENTITY_WORDS),
    (re.compile(rb"(?i)macroEnabled|application/vnd\.ms-office\.vbaProject"), MACRO_WORDS),
    (re.compile(rb"(?i)<script[: >]|script:event-listener"), MACRO_WORDS),
    (FIELD, RUNS_WORDS),
    (FORMULA, RUNS_WORDS),
)
RELATION: Final = re.compile(rb"(?is)<(?:\w+:)?Relationship\b[^>]{0,2000}>")
EXTERNAL: Final = re.compile(rb"(?i)TargetMode\s*=\s*[\"']External")
HYPERLINK: Final = re.compile(rb"(?i)/hyperlink[\"']")
SAFE_LINK: Final = re.compile(rb"(?i)Target\s*=\s*[\"'](https?:|mailto:|#)")


def check_office(file: IO[bytes], size: int, kind: FileKind) -> None:
    """A document, spreadsheet or presentation in the format of Microsoft Office."""
    with open_archive(file, size) as archive:
        names = {part.filename for part in archive.infolist()}
        if "[Content_Types].xml" not in names or not any(
            name.startswith(kind.must_hold) for name in names
        ):
            raise Refused(f"The file is not what its name says: no {kind.words} document.")
        _check_parts(archive)


def check_open_document(file: IO[bytes], size: int, kind: FileKind) -> None:
    """A document, spreadsheet or presentation in OpenDocument format."""
    with open_archive(file, size) as archive:
        parts = {part.filename: part for part in archive.infolist()}
        said = parts.get("mimetype")
        if said is None or said.file_size > 200 or "content.xml" not in parts:
            raise Refused(f"The file is not what its name says: no {kind.words}.")
        if b"".join(pieces(archive, said)).strip() != kind.content_type.encode():
            raise Refused(f"The file is not what its name says: no {kind.words}.")
        _check_parts(archive)


def _check_parts(archive: zipfile.ZipFile) -> None:
    for part in archive.infolist():
        if MACROS.search(part.filename):
            raise Refused(MACRO_WORDS)
        if EMBEDDED.search(part.filename):
            raise Refused(EMBEDDED_WORDS)
    for part in archive.infolist():
        _check_content(archive, part)


def _check_content(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpacks one part in small pieces, which also shows whether it is as large as it said."""
    is_xml = part.filename.lower().endswith((".xml", ".rels", ".vml"))
    relations = part.filename.lower().endswith(".rels")
    for number, window in enumerate(_windows(archive, part)):
        if number == 0 and window.startswith(OTHER_FILES):
            raise Refused(EMBEDDED_WORDS)
        if not is_xml:
            continue
        # Text of two bytes a letter would pass by whoever looks for words of one.
        plain = window.replace(b"\x00", b"") if b"\x00" in window else window
        for pattern, words in IN_XML:
            if pattern.search(plain):
                raise Refused(words)
        if relations:
            _check_relations(plain)


def _check_relations(text: bytes) -> None:
    for found in RELATION.findall(text):
        if EXTERNAL.search(found) and not (HYPERLINK.search(found) and SAFE_LINK.search(found)):
            raise Refused(FETCH_WORDS)


def _windows(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    before = b""
    for piece in pieces(archive, part):
        yield before + piece
        before = piece[-OVERLAP:]
