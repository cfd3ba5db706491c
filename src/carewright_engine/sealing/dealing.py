"""The keys of a lot are made and dealt: a pair for each envelope, a share for each holder.

Whoever deals holds the private keys for that moment. It belongs on a machine that is off the
network, before several people; the private keys are never written down.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from nacl.public import PrivateKey, PublicKey

from carewright_engine.sealing.encoding import (
    RandomBytes,
    checked,
    from_text,
    read_document,
    to_text,
)
from carewright_engine.sealing.keys import (
    key_text,
    new_opening_key,
    read_key,
    sealed_for,
    unsealed_by,
)
from carewright_engine.sealing.refusing import Refused, WrongShare
from carewright_engine.sealing.shares import Share, joined, split
from carewright_engine.sealing.sheet import (
    MOST_HOLDERS,
    Envelope,
    EnvelopeKey,
    HeldShare,
    Holder,
    LotSheet,
    Slot,
    envelopes_of,
)

#: For small lots: three holders, any two of whom open.
TWO_OF_THREE: Final = (2, 3)


def deal_lot(
    *,
    tender: str,
    lot: str,
    holders: Sequence[Holder],
    needed: int,
    slots: Sequence[Slot],
    random_bytes: RandomBytes,
) -> LotSheet:
    """The sheet of a lot with new keys, any `needed` of whose holders open an envelope.

    Private keys come from `random_bytes`. The coefficients of the split and the sealed boxes
    draw their own randomness from the system: the libraries take none from outside.
    """
    if not 2 <= needed <= len(holders) <= MOST_HOLDERS:
        raise Refused(
            f"{needed} of {len(holders)} holders cannot be: name two to {MOST_HOLDERS} holders, "
            "and need at least two of them."
        )
    try:
        envelopes = envelopes_of(slots)
    except ValueError as problem:
        raise Refused(f"The lot cannot be dealt: {problem}.") from None
    keys = tuple(
        _dealt(tender, lot, envelope, holders, needed, new_opening_key(random_bytes))
        for envelope in envelopes
    )
    return checked(
        LotSheet, "The lot sheet", tender=tender, lot=lot, needed=needed,
        holders=tuple(holders), keys=keys, slots=tuple(slots),
    )  # fmt: skip


def shares_of(sheet: LotSheet, name: str, key: PrivateKey) -> dict[Envelope, Share]:
    """All shares of one holder, unsealed with the holder's own key and each found right."""
    holder = sheet.holder_called(name)
    if key_text(key.public_key) != holder.key:
        raise Refused(
            f"This is not the key of {holder.said}: take the one whose public half the sheet names."
        )
    return {each.envelope: _unsealed(sheet, each, holder, key) for each in sheet.keys}


def require_right(sheet: LotSheet, envelope: Envelope, share: Share) -> None:
    """Refuses a share that is not the one which its holder was dealt, and names the holder."""
    holder = sheet.holder_called(share.holder)
    is_for = (share.tender, share.lot, share.envelope)
    if is_for != (sheet.tender, sheet.lot, envelope):
        raise WrongShare(
            holder.name,
            f"{holder.said} gave the share for tender {share.tender}, lot {share.lot}, "
            f"{share.envelope} envelope; this is tender {sheet.tender}, lot {sheet.lot}, "
            f"{envelope} envelope. Ask for that one.",
        )
    dealt = next(each for each in sheet.key_of(envelope).shares if each.holder == holder.name)
    if share.fingerprint != dealt.check:
        raise WrongShare(
            holder.name,
            f"The share of {holder.said} is wrong: it is not the one that was dealt. "
            f"Ask {holder.name} to unseal it again from the lot sheet.",
        )


def opening_key(sheet: LotSheet, envelope: Envelope, shares: Sequence[Share]) -> PrivateKey:
    """The private key out of right shares, as many as are needed."""
    raw = joined(shares)
    if raw is not None and PrivateKey(raw).public_key == sheet.sealing_key(envelope):
        return PrivateKey(raw)
    raise Refused(
        f"The shares are those that were dealt, and yet give no key for the {envelope} envelope: "
        "they were dealt wrongly. Try other holders; a rehearsal would have shown it."
    )


def _dealt(
    tender: str, lot: str, envelope: Envelope, holders: Sequence[Holder], needed: int,
    private: PrivateKey,
) -> EnvelopeKey:  # fmt: skip
    values = split(bytes(private), needed=needed, among=len(holders))
    shares = [
        checked(
            Share, f"The share of {holder.name}", tender=tender, lot=lot, envelope=envelope,
            holder=holder.name, number=number, value=value,
        )
        for number, (holder, value) in enumerate(zip(holders, values, strict=True), 1)
    ]  # fmt: skip
    if any(joined(some) != bytes(private) for some in combinations(shares, needed)):
        raise Refused("The key was not split rightly, and nothing is dealt: start again.")
    held = tuple(map(_held, holders, shares))
    return EnvelopeKey(envelope=envelope, key=key_text(private.public_key), shares=held)


def _held(holder: Holder, share: Share) -> HeldShare:
    box = sealed_for(read_key(PublicKey, holder.key), share.written())
    return HeldShare(holder=holder.name, sealed=to_text(box), check=share.fingerprint)


def _unsealed(sheet: LotSheet, of: EnvelopeKey, holder: Holder, key: PrivateKey) -> Share:
    held = next(each for each in of.shares if each.holder == holder.name)
    where = f"the {of.envelope} share of {holder.said}"
    content = unsealed_by(
        key, from_text(held.sealed), f"The sheet holds {where} damaged: take the published sheet."
    )
    share = read_document(Share, content, where[0].upper() + where[1:])
    require_right(sheet, of.envelope, share)
    return share
