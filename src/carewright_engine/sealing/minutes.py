"""The minutes of an opening: who gave which share when, what opened, what did not and why."""

from __future__ import annotations

from typing import Literal

from carewright_engine.sealing.encoding import Code, Digest, Document, Moment, SlotCode
from carewright_engine.sealing.envelope import FileName
from carewright_engine.sealing.framing import Version
from carewright_engine.sealing.gathering import ShareGiven
from carewright_engine.sealing.sheet import Envelope
from carewright_engine.sealing.standing import SetAside


class FileOpened(Document):
    """One sealed file and what became of it; `why_not` is empty where it opened."""

    supplier: Code
    version: Version
    manifest: Digest
    slot: SlotCode
    sealed: Digest
    name: FileName | None
    size: int | None
    content: Digest | None  # digest of the file as the bidder had it
    why_not: str


class OpeningMinutes(Document):
    """What happened when one envelope of a lot was opened."""

    format: Literal["carewright-minutes/1"] = "carewright-minutes/1"
    tender: Code
    lot: Code
    sheet: Digest
    envelope: Envelope
    opened_at: Moment
    needed: int
    shares: tuple[ShareGiven, ...]
    bids: int
    files: tuple[FileOpened, ...]
    set_aside: tuple[SetAside, ...]

    @property
    def not_opened(self) -> tuple[FileOpened, ...]:
        """Files that did not open."""
        return tuple(file for file in self.files if file.why_not)

    def in_words(self) -> str:
        """The minutes for people, a line a fact."""
        return "\n".join(
            (
                f"{self.envelope.capitalize()} envelopes of lot {self.lot}, tender {self.tender}, "
                f"opened {self.opened_at:%Y-%m-%d %H:%M:%S %Z}",
                *(f"share of {_who(share)}" for share in self.shares),
                *(f"{file.supplier}, {file.slot}: {_outcome(file)}" for file in self.files),
                *(
                    f"set aside, {each.supplier or 'unknown'}: {each.why}"
                    for each in self.set_aside
                ),
                f"Bids that stand: {self.bids}. Files opened: "
                f"{len(self.files) - len(self.not_opened)} of {len(self.files)}.",
            )
        )


def _who(share: ShareGiven) -> str:
    outcome = f"refused. {share.why_not}" if share.why_not else "right"
    return f"{share.holder} ({share.role}), {share.at:%Y-%m-%d %H:%M:%S %Z}: {outcome}"


def _outcome(file: FileOpened) -> str:
    if file.why_not:
        return f"NOT OPENED. {file.why_not}"
    return f"{file.name}, {file.size:,} bytes, SHA-256 {file.content}"
