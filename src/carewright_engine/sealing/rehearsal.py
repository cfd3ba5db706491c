"""A rehearsal: before publication the holders open a practice envelope, and proof of it is kept.

They use the practice key of the lot, which is dealt with the others, to the same holders and in
the same way. The keys of the bids are not joined for it: whoever watched that machine could read
every bid from then on. Instead a holder's program unseals and checks all shares of the holder
before it gives the practice one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from itertools import combinations
from typing import Final, Literal

from carewright_engine.sealing.dealing import opening_key, require_right
from carewright_engine.sealing.encoding import Code, Digest, Document, Moment, RandomBytes, Words
from carewright_engine.sealing.envelope import seal, unseal
from carewright_engine.sealing.framing import Binding
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.shares import Share
from carewright_engine.sealing.sheet import Envelope, LotSheet

_PRACTICE: Final = "practice"
_CANARY_BYTES: Final = 32


class Rehearsal(Document):
    """Proof that these holders opened a practice envelope of this very sheet, and when."""

    format: Literal["carewright-rehearsal/1"] = "carewright-rehearsal/1"
    tender: Code
    lot: Code
    sheet: Digest
    at: Moment
    took_part: tuple[Words, ...]
    absent: tuple[Words, ...]
    ways: int  # so many choices of holders were tried, and each opened the envelope
    sealed: Digest


def rehearse(
    sheet: LotSheet, shares: Sequence[Share], *, at: datetime, random_bytes: RandomBytes
) -> Rehearsal:
    """Seals a practice envelope and opens it with every choice of enough holders.

    Each share must be right; a wrong one is refused by its holder's name.
    """
    for share in shares:
        require_right(sheet, Envelope.PRACTICE, share)
    present = {share.holder: share for share in shares}
    if len(present) < sheet.needed:
        raise Refused(f"{len(present)} holders are here; the lot needs {sheet.needed} to open.")
    names = [holder.name for holder in sheet.holders]
    choices = list(combinations([present[name] for name in names if name in present], sheet.needed))
    sealed = _open_each_way(sheet, choices, random_bytes)
    return Rehearsal(
        tender=sheet.tender, lot=sheet.lot, sheet=sheet.fingerprint, at=at, ways=len(choices),
        took_part=tuple(name for name in names if name in present),
        absent=tuple(name for name in names if name not in present), sealed=sealed,
    )  # fmt: skip


def _open_each_way(
    sheet: LotSheet, choices: Sequence[Sequence[Share]], random_bytes: RandomBytes
) -> str:
    binding = Binding(
        tender=sheet.tender, lot=sheet.lot, supplier=_PRACTICE, version=1, slot=_PRACTICE,
        envelope=Envelope.PRACTICE,
    )  # fmt: skip
    canary, box = random_bytes(_CANARY_BYTES), BytesIO()
    sealed = seal(
        BytesIO(canary), box, name="practice.txt", size=len(canary), binding=binding,
        key=sheet.sealing_key(Envelope.PRACTICE), random_bytes=random_bytes,
    )  # fmt: skip
    for choice in choices:
        key, out = opening_key(sheet, Envelope.PRACTICE, choice), BytesIO()
        box.seek(0)
        unseal(box, out, expected=binding, key=key)
        if out.getvalue() != canary:
            raise Refused("The practice envelope opened to something else: deal the lot again.")
    return sealed.digest
