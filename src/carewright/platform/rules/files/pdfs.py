"""PDF: a document to read, with nothing in it that acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Final

from carewright.platform.rules.files.kinds import Refused

PIECE: Final = 256 * 1024
OVERLAP: Final = 256
ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
AGAIN: Final = "Print it to a new PDF and give that."
ACTS: Final = (
    (re.compile(rb"/JavaScript\b"), f"The PDF holds a script. {AGAIN}"),
    (
        re.compile(rb"/(Launch|SubmitForm|ImportData|GoToE|RichMedia|XFA\s)"),
        f"The PDF can start a program or send what is typed. {AGAIN}",
    ),
    (
        re.compile(rb"/(EmbeddedFiles?|Filespec\s*/EF)\b"),
        "The PDF holds another file inside it. Give each file by itself.",
    ),
    (re.compile(rb"/Encrypt\b"), "The PDF is protected by a password. Save it without one."),
)
TWO_KINDS: Final = f"The PDF is another kind of file as well. {AGAIN}"
PAGES: Final = (b"<script", b"<?php", b"<html")
END_OF_ZIP: Final = b"PK\x05\x06"
LONGEST_ZIP_END: Final = 65_536 + 22


def check_pdf(file: IO[bytes], size: int) -> None:
    """Begins as a PDF, ends as one, and neither acts nor hides anything in between."""
    file.seek(0)
    if not file.read(5).startswith(b"%PDF-"):
        raise Refused("The file is not what its name says: no PDF.")
    file.seek(max(0, size - 1024))
    tail = file.read(1024)
    if b"%%EOF" not in tail or b"startxref" not in tail:
        raise Refused("The PDF breaks off, or something follows its end. Save it again.")
    if tail.rpartition(b"%%EOF")[2].strip(b"\r\n \t\x00"):
        raise Refused("Something follows the end of the PDF. Save it again as a new file.")
    file.seek(max(0, size - LONGEST_ZIP_END))
    if END_OF_ZIP in file.read():
        raise Refused(TWO_KINDS)
    for window in _windows(file):
        _check_window(window)


def _check_window(window: bytes) -> None:
    # A name may be written with its letters as figures: /#4a#53 is /JS.
    plain = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), window)
    for pattern, words in ACTS:
        if pattern.search(plain):
            raise Refused(words)
    if any(mark in window.lower() for mark in PAGES):
        raise Refused(TWO_KINDS)


def _windows(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    before = b""
    while piece := file.read(PIECE):
        yield before + piece
        before = piece[-OVERLAP:]
