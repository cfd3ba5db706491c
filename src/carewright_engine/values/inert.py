"""Text that no spreadsheet takes for a formula, and that breaks no file."""

from __future__ import annotations

import re
from typing import Final

#: How a spreadsheet may take the start of a text for the start of a formula. The last four are
#: the wide forms that some of them turn into the plain ones.
ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: What XML cannot hold, and lone halves of characters that no file can.
UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def inert(text: str) -> str:
    """The text, unable to run in a spreadsheet or to break a file."""
    text = UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return f"'{text}" if text.startswith(ACTIVE) else text
