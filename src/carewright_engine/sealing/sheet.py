"""The lot sheet: all that a bidder needs to seal a bid, and all that holders need to open it.

It holds no secret: public keys, the slots of a bid, and each holder's share sealed for that
holder alone. Its digest is published beside the notice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Final, Literal

from nacl.public import PublicKey
from pydantic import Field, model_validator

from carewright_engine.sealing.encoding import Code, Digest, Document, SlotCode, Words
from carewright_engine.sealing.keys import SealingKeyText, read_key
from carewright_engine.sealing.refusing import Refused

MOST_HOLDERS: Final = 9
MOST_SLOTS: Final = 20


class Envelope(StrEnum):
    """Parts of a bid that are opened at different times, each with a key of its own."""

    PRACTICE = "practice"
    QUALIFICATION = "qualification"
    QUALITY = "quality"
    PRICE = "price"


class Role(StrEnum):
    """On whose behalf somebody holds a share."""

    COUNCIL = "council"
    LEGAL = "legal"
    AUDIT = "audit"
    HUB = "hub"


class Holder(Document):
    """Somebody who keeps one share of every key of the lot, and the key that it is sealed for."""

    name: Words
    role: Role
    key: SealingKeyText

    @property
    def said(self) -> str:
        """Who it is, for people."""
        return f"{self.name} ({self.role})"


class HeldShare(Document):
    """A holder's share, sealed for that holder, and the digest by which a wrong one is known."""

    holder: Words
    sealed: Annotated[str, Field(max_length=2000)]
    check: Digest


class EnvelopeKey(Document):
    """The key that one envelope of every bid is sealed for."""

    envelope: Envelope
    key: SealingKeyText
    shares: tuple[HeldShare, ...]


class Slot(Document):
    """One file of a bid: what it is called, and with which envelope it is opened."""

    slot: SlotCode
    envelope: Envelope
    title: Words
    required: bool = True


class LotSheet(Document):
    """One lot: who holds shares, how many of them open it, its keys and its slots."""

    format: Literal["carewright-lot/1"] = "carewright-lot/1"
    tender: Code
    lot: Code
    needed: Annotated[int, Field(ge=2)]
    holders: Annotated[tuple[Holder, ...], Field(min_length=2, max_length=MOST_HOLDERS)]
    keys: tuple[EnvelopeKey, ...]
    slots: Annotated[tuple[Slot, ...], Field(min_length=1, max_length=MOST_SLOTS)]

    @model_validator(mode="after")
    def _fits_together(self) -> LotSheet:
        names = [holder.name for holder in self.holders]
        _once("holder", names)
        _once("holder's key", [holder.key for holder in self.holders])
        _once("slot", [slot.slot for slot in self.slots])
        if self.needed > len(names):
            raise ValueError(f"{self.needed} shares are needed and {len(names)} people hold one")
        if any([share.holder for share in each.shares] != names for each in self.keys):
            raise ValueError("every holder must have one share of every key, in the holders' order")
        if [each.envelope for each in self.keys] != envelopes_of(self.slots):
            raise ValueError("there must be one key for practice and one for each envelope in use")
        return self

    def key_of(self, envelope: Envelope) -> EnvelopeKey:
        """What the envelope is sealed for."""
        for each in self.keys:
            if each.envelope == envelope:
                return each
        raise Refused(f"Lot {self.lot} has no {envelope} envelope; it has {self._envelopes()}.")

    def sealing_key(self, envelope: Envelope) -> PublicKey:
        """The public key of the envelope."""
        return read_key(PublicKey, self.key_of(envelope).key)

    def slot_called(self, code: str) -> Slot:
        """The slot; an unknown one is refused with those that there are."""
        for each in self.slots:
            if each.slot == code:
                return each
        known = ", ".join(slot.slot for slot in self.slots)
        raise Refused(f"Lot {self.lot} has no slot called {code}; it has: {known}.")

    def holder_called(self, name: str) -> Holder:
        """The holder; somebody else is refused."""
        for each in self.holders:
            if each.name == name:
                return each
        raise Refused(f"{name} holds no share of lot {self.lot}; {self._names()} do.")

    def _envelopes(self) -> str:
        return ", ".join(each.envelope for each in self.keys)

    def _names(self) -> str:
        return ", ".join(holder.said for holder in self.holders)


def envelopes_of(slots: Iterable[Slot]) -> list[Envelope]:
    """The envelopes that need a key, in their order: practice always, no slot may be in it."""
    used = {slot.envelope for slot in slots}
    if Envelope.PRACTICE in used:
        raise ValueError("no slot may be in the practice envelope: it is for rehearsals")
    return [each for each in Envelope if each in used or each == Envelope.PRACTICE]


def _once(what: str, found: list[str]) -> None:
    twice = [each for each, times in Counter(found).items() if times > 1]
    if twice:
        raise ValueError(f"the {what} {twice[0]} is there twice")
