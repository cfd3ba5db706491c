"""Answers that no careful person gives: to every field of every form, drawn by a seed."""

from __future__ import annotations

from random import Random
from typing import Final
from uuid import UUID

ODD: Final = (
    "", " ", "\x00", "a\x00b", "0", "-1", "-0.001", "1e400", "NaN", "Infinity", "9" * 400,
    "99999999999999999999", "2147483648", "1/3", "0001-01-01", "9999-12-31", "31/02/2026",
    "31/12/9999 11 pm", "2026-13-45", "10000-01-01", "29 February 2026",
    "00000000-0000-0000-0000-000000000000", "not-a-uuid", "{00000000-0000-4000-8000-000000000001}",
    "\ud7ff\ufffe", "😀" * 300,
    "e\u0301" * 50, "\u202eevil\u202c", "٣٤",
    "<script>alert(1)</script>", "' OR 1=1 --", "=cmd|' /C calc'!A0",
    "../../etc/passwd", "%00%ff", "{{ 7*7 }}", "x" * 70_000, "\r\nSet-Cookie: a=b", "\ufeff",
    "null", "[]", "true", "a@b", "a" * 300 + "@example.org", "http://[::1", "javascript:alert(1)",
    ",", ";;;", "\\",
)  # fmt: skip


def odd(chance: Random) -> str:
    """One such answer."""
    if chance.random() < 0.15:
        return str(UUID(int=chance.getrandbits(128)))
    if chance.random() < 0.15:
        return "".join(chr(chance.randrange(1, 0xD7FF)) for _ in range(chance.randrange(1, 40)))
    return chance.choice(ODD)


def answers(fields: dict[str, str], chance: Random, times: int) -> list[list[tuple[str, str]]]:
    """The fields missing, each sent twice, and answered oddly: all, or one among good ones."""
    good = list(fields.items())
    found = [[], good + good, [(name, odd(chance)) for name in fields]]
    for _ in range(times):
        chosen = chance.choice(list(fields)) if fields else "q"
        found.append([(name, odd(chance) if name == chosen else value) for name, value in good])
    return found


def odd_file(chance: Random) -> tuple[str, bytes]:
    """A file by an odd name that is not what it says."""
    name = chance.choice(
        ["a.csv", "a.xlsx", "a.docx", "a.pdf", "x" * 300 + ".csv", "..\\a.csv", "", "a\x00.csv"]
    )
    content = chance.choice(
        [b"", b"\x00" * 500, b"PK\x03\x04broken", b"%PDF-1.7 broken", b'a,b\n"open',
         b"\xff\xfe\x00",
         ("Ref,Finding\n" + "😀," * 900).encode(), b"act,framework\n" + b"9" * 20_000,
         b"," * 100_000]
    )  # fmt: skip
    return name, content
