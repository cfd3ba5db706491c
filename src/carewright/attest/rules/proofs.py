"""A proof that one event is in the record, as a file that needs nothing of ours to be checked.

The text is c2sp.org/tlog-proof@v1: a place, the hashes up to the root, and a signed checkpoint. Its
`extra` line carries the event's own bytes, and its words with their salt unless they were erased.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from carewright.attest.rules.checkpoints import (
    BadNote,
    PublicKey,
    TreeHead,
    from_base64,
    in_base64,
)
from carewright.attest.rules.merkle import ProofFails, root_by_inclusion

FIRST_LINE: Final = "c2sp.org/tlog-proof@v1"


@dataclass(frozen=True, slots=True)
class EventProof:
    """An event with all that shows it was sealed."""

    event: str  # the very text that was hashed
    words: str  # the very text behind the digest; empty once erased
    salt: bytes
    place: int
    path: tuple[bytes, ...]
    checkpoint: str

    def text(self) -> str:
        """The proof as a file."""
        told = {"event": self.event}
        if self.words:
            told |= {"words": self.words, "salt": self.salt.hex()}
        extra = in_base64(json.dumps(told, ensure_ascii=False).encode())
        lines = [FIRST_LINE, f"extra {extra}", f"index {self.place}", *map(in_base64, self.path)]
        return "\n".join([*lines, "", self.checkpoint])

    @classmethod
    def read(cls, text: str) -> EventProof:
        """The proof out of its file."""
        head, gap, checkpoint = text.replace("\r\n", "\n").partition("\n\n")
        lines = head.split("\n")
        form = len(lines) >= 3 and lines[0] == FIRST_LINE and lines[1].startswith("extra ")
        place = re.fullmatch(r"index (0|[1-9][0-9]{0,17})", lines[2]) if form else None
        if not gap or place is None:
            raise BadNote("The file is no proof of an event")
        told = _told(lines[1].removeprefix("extra "))
        return cls(
            event=told["event"],
            words=told.get("words", ""),
            salt=_from_hex(told.get("salt", "")),
            place=int(place[1]),
            path=tuple(map(from_base64, lines[3:])),
            checkpoint=checkpoint,
        )

    def checked(self, key: PublicKey) -> tuple[TreeHead, dict[str, Any]]:
        """The checkpoint and the event, once words, event, path and signature fit together."""
        event: dict[str, Any] = json.loads(self.event)
        if self.words and sha256(self.salt + self.words.encode()).hexdigest() != event["words"]:
            raise ProofFails("The words are not those that the event was written with")
        head = key.opens(self.checkpoint)
        leaf = sha256(b"\0" + self.event.encode()).digest()
        if root_by_inclusion(leaf, self.place, head.size, self.path) != head.root:
            raise ProofFails("The event is not in the record that was signed")
        return head, event | (json.loads(self.words) if self.words else {})


def _told(extra: str) -> dict[str, str]:
    try:
        told = json.loads(from_base64(extra))
    except ValueError:
        raise BadNote("The extra line holds no event") from None
    if not isinstance(told, dict) or not isinstance(told.get("event"), str):
        raise BadNote("The extra line holds no event")
    return told


def _from_hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise BadNote("The salt is not in hexadecimal") from None
