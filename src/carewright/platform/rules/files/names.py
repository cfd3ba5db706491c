"""Names that hide what a file is, or that some system trips over."""

from __future__ import annotations

import unicodedata
from typing import Final

from carewright.platform.rules.files.kinds import FileKind, Refused, kind_named, kinds_taken_in

LONGEST: Final = 200
#: Names that Windows keeps for devices.
DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
#: Endings before the last one that make a program look like a letter.
RUN: Final = frozenset(
    {"exe", "com", "bat", "cmd", "scr", "pif", "js", "jse", "vbs", "vbe", "wsf", "wsh", "ps1", "sh"}
    | {"hta", "msi", "jar", "lnk", "html", "htm", "svg", "php", "docm", "xlsm", "pptm", "dotm"}
)
FORBIDDEN: Final = frozenset('/\\:*?"<>|')


def check_name(name: str) -> FileKind:
    """The kind that an honest name claims."""
    if len(name) > LONGEST:
        raise Refused(
            f"The file's name is longer than {LONGEST} characters. Give it a shorter one."
        )
    if any(unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for each in name):
        raise Refused("The file's name holds characters that cannot be seen. Rename the file.")
    if FORBIDDEN & set(name) or name != name.strip(" ."):
        raise Refused(
            "The file's name holds a slash, one of : * ? \" < > |, or a space or full stop at its "
            "beginning or end. Rename the file."
        )
    return _kind_of(name)


def _kind_of(name: str) -> FileKind:
    first, *endings = name.lower().split(".")
    kind = kind_named(name)
    if kind is None or not endings:
        raise Refused(f"Files of this kind are not taken in. Give one of {kinds_taken_in()}.")
    if first.strip() in DEVICES or not first.strip():
        raise Refused("Windows cannot keep a file of this name. Rename the file.")
    if RUN & set(endings[:-1]):
        raise Refused(
            f"The file's name has two endings, .{endings[-2]} and .{endings[-1]}, so that nobody "
            "can tell what it is. Rename it, with one ending."
        )
    return kind
