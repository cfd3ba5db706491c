"""Bytes of a text file become UTF-8, whichever of the usual encodings a publisher used."""

from __future__ import annotations

import codecs
import re
from typing import Final

from carewright_engine.tables.reading import UnreadableFile

STEP: Final = 1024 * 1024
BYTE_ORDER_MARK: Final = codecs.BOM_UTF8
# A byte-order mark that was itself taken for Windows-1252 and encoded once more.
MARK_TWICE_ENCODED: Final = "\u00ef\u00bb\u00bf".encode()
# A run of accented letters or typographic marks as UTF-8 writes them.
IN_UTF8: Final = re.compile(rb"(?:[\xc2\xc3][\x80-\xbf]|\xe2\x80[\x80-\xbf])+")
SAVE_AS_UTF8: Final = (
    'Open it in a spreadsheet program and save it as "CSV UTF-8", then give that file.'
)


def text_of(content: bytes, name: str) -> tuple[bytes, str]:
    """The same text as UTF-8 without byte-order mark and with ordinary line ends."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text, encoding = _from_utf16(content, name), "utf-16"
    else:
        _refuse_binary(content, name)
        text, marks = _without_marks(content)
        if _is_utf8(text):
            encoding = "utf-8 with byte-order mark" if marks else "utf-8"
        else:
            text, encoding = _from_windows(text, name)
    if not text.strip():
        raise UnreadableFile(f"{name} holds nothing but blanks. Download or export it again.")
    return _with_line_feeds(text), encoding


def _from_utf16(content: bytes, name: str) -> bytes:
    try:
        text = content.decode("utf-16").encode()
    except UnicodeError as wrong:
        raise UnreadableFile(f"{name} begins as UTF-16 but is not. {SAVE_AS_UTF8}") from wrong
    if b"\x00" in text:
        raise UnreadableFile(f"{name} holds NUL characters, so it is not text. {SAVE_AS_UTF8}")
    return _without_marks(text)[0]


def _refuse_binary(content: bytes, name: str) -> None:
    """NUL bytes never stand in text; many control characters mean a program or a picture."""
    place = content.find(b"\x00")
    if place >= 0:
        raise UnreadableFile(
            f"{name} holds a NUL byte at position {place + 1}, so it is not plain text (or it is "
            f"UTF-16 without its mark). {SAVE_AS_UTF8}"
        )
    start = content[:65536]
    controls = len(start) - len(start.translate(None, bytes({*range(9), *range(14, 32)})))
    if controls > len(start) // 100:
        raise UnreadableFile(f"{name} is not text: it is binary or encrypted. {SAVE_AS_UTF8}")


def _without_marks(text: bytes) -> tuple[bytes, int]:
    """Some tools put a second byte-order mark before the first; all of them go."""
    start = marks = 0
    while True:
        for mark in (BYTE_ORDER_MARK, MARK_TWICE_ENCODED):
            if text.startswith(mark, start):
                start, marks = start + len(mark), marks + 1
                break
        else:
            return (text[start:] if start else text), marks


def _is_utf8(text: bytes) -> bool:
    """Whether all of it decodes, tried piece by piece so that memory stays small."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(text), STEP):
            decoder.decode(text[start : start + STEP])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _from_windows(text: bytes, name: str) -> tuple[bytes, str]:
    """Windows-1252; or, where lists of two programs were pasted together, both encodings."""
    try:
        if IN_UTF8.search(text):
            return _from_both(text), "utf-8 and windows-1252"
        return text.decode("windows-1252").encode(), "windows-1252"
    except UnicodeDecodeError as wrong:
        line = text.count(b"\n", 0, wrong.start) + 1
        raise UnreadableFile(
            f"{name} is neither UTF-8 nor Windows-1252: line {line} holds a byte that neither "
            f"knows. {SAVE_AS_UTF8}"
        ) from wrong


def _from_both(text: bytes) -> bytes:
    """Letters that are UTF-8 as such, and the bytes between them as Windows-1252."""
    pieces, start = [], 0
    for found in IN_UTF8.finditer(text):
        pieces += [_as_windows(text, start, found.start()), found[0]]
        start = found.end()
    return b"".join([*pieces, _as_windows(text, start, len(text))])


def _as_windows(text: bytes, start: int, end: int) -> bytes:
    try:
        return text[start:end].decode("windows-1252").encode()
    except UnicodeDecodeError as wrong:
        wrong.start += start  # told as a place in the whole text
        raise


def _with_line_feeds(text: bytes) -> bytes:
    """Old tools end a line with a bare carriage return; nothing else then ends a line."""
    return text if b"\n" in text else text.replace(b"\r", b"\n")
