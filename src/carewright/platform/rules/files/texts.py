"""Plain text and tables: letters only, in UTF-8, and no cell that a spreadsheet would run."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from typing import IO, Final

from carewright.platform.rules.files.kinds import Refused

PIECE: Final = 64 * 1024
LONGEST_LINE: Final = 1_000_000
CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
FORMULA: Final = re.compile(r"^\s*[=+\-@]")
#: What may begin with a sign: a figure, a telephone number, a dash alone or before a word.
HARMLESS: Final = re.compile(r"^\s*(?:[+\-]?[\d.,()\s£%/:-]*|-+\s+\w[^|(!]*|-\w[\w\s,.'-]*)$")
MARKUP: Final = re.compile(r"(?i)^\s*<(!doctype|html|head|body|script|svg|\?xml|\?php|!--|!entity)")
UTF_8: Final = (
    "The file is not in UTF-8. Save it again as UTF-8, as spreadsheets and editors offer."
)


def check_text(file: IO[bytes]) -> None:
    """Letters in UTF-8 that are not the source of a web page or a program."""
    first = True
    for text in _decoded(file):
        if first and (MARKUP.search(text) or text.startswith("#!")):
            raise Refused("The file is a web page or a program, not plain text.")
        first = False


def check_table(file: IO[bytes]) -> None:
    """A table of which no cell would be run by a spreadsheet."""
    check_text(file)
    try:
        for number, row in enumerate(csv.reader(_lines(file)), start=1):
            for cell in row:
                _check_cell(cell, number)
    except csv.Error:
        raise Refused("The table cannot be read. Save it again as CSV (UTF-8).") from None


def _check_cell(cell: str, line: int) -> None:
    if FORMULA.match(cell) and not HARMLESS.match(cell):
        raise Refused(
            f"A cell in line {line:,} begins with {cell.strip()[0]} and would be run by a "
            "spreadsheet. Write it as text, or leave it out."
        )


def _lines(file: IO[bytes]) -> Iterator[str]:
    begun = ""
    for text in _decoded(file):
        *whole, begun = (begun + text).split("\n")
        yield from (f"{line}\n" for line in whole)
        if len(begun) > LONGEST_LINE:
            raise Refused("A line of the file is longer than a million letters.")
    if begun:
        yield begun


def _decoded(file: IO[bytes]) -> Iterator[str]:
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    while piece := file.read(PIECE):
        yield _letters(decoder, piece)
    _letters(decoder, b"", final=True)


def _letters(decoder: codecs.IncrementalDecoder, piece: bytes, *, final: bool = False) -> str:
    if b"\x00" in piece or piece.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Refused(UTF_8)
    try:
        text: str = decoder.decode(piece, final)
    except UnicodeDecodeError:
        raise Refused(UTF_8) from None
    if CONTROL.search(text):
        raise Refused("The file holds characters that cannot be seen, so it is no plain text.")
    return text
