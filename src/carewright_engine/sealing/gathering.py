"""Shares are gathered until enough are right: a wrong one is named, a lost one is survived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from nacl.public import PrivateKey

from carewright_engine.sealing.dealing import opening_key, require_right
from carewright_engine.sealing.encoding import Document, Moment, Words
from carewright_engine.sealing.refusing import Refused, WrongShare
from carewright_engine.sealing.shares import Share
from carewright_engine.sealing.sheet import Envelope, LotSheet, Role


@dataclass(frozen=True, slots=True)
class Given:
    """A share as it was given, when, and by whom; by whom it says, where nobody looked."""

    share: Share
    at: datetime
    by: str = ""

    @property
    def giver(self) -> str:
        """The name of the holder who gave it."""
        return self.by or self.share.holder


class ShareGiven(Document):
    """What became of one share; `why_not` is empty where it was right."""

    holder: Words
    role: Role
    at: Moment
    why_not: str


class TooFewShares(Refused):
    """Fewer right shares than are needed: nothing can be opened, by anybody."""

    def __init__(self, says: str, accounts: tuple[ShareGiven, ...]) -> None:
        self.accounts = accounts
        super().__init__(says)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The key that the shares gave, and an account of each of them."""

    key: PrivateKey
    accounts: tuple[ShareGiven, ...]


def gather(sheet: LotSheet, envelope: Envelope, given: Sequence[Given]) -> Gathered:
    """The private key of the envelope; raises TooFewShares, which tells what each share was."""
    right: dict[str, Share] = {}
    accounts = []
    for each in given:
        why = _why_wrong(sheet, envelope, each, right)
        accounts.append(_account(sheet, each, why))
        if not why:
            right[each.share.holder] = each.share
    if len(right) < sheet.needed:
        raise TooFewShares(_too_few(sheet, right, accounts), tuple(accounts))
    key = opening_key(sheet, envelope, list(right.values())[: sheet.needed])
    return Gathered(key, tuple(accounts))


def _why_wrong(sheet: LotSheet, envelope: Envelope, given: Given, right: dict[str, Share]) -> str:
    share, giver = given.share, sheet.holder_called(given.giver)
    if share.holder != giver.name:
        return f"The share that {giver.said} gave is not {giver.name}'s own."
    try:
        require_right(sheet, envelope, share)
    except WrongShare as problem:
        return str(problem)
    return "It was given before." if share.holder in right else ""


def _account(sheet: LotSheet, given: Given, why: str) -> ShareGiven:
    holder = sheet.holder_called(given.giver)
    return ShareGiven(holder=holder.name, role=holder.role, at=given.at, why_not=why)


def _too_few(sheet: LotSheet, right: dict[str, Share], accounts: Sequence[ShareGiven]) -> str:
    others = [holder.said for holder in sheet.holders if holder.name not in right]
    wrong = [account.why_not for account in accounts if account.why_not]
    asked = f"Ask {sheet.needed - len(right)} more of: {', '.join(others)}."
    return " ".join((*wrong, f"Right shares: {len(right)}; needed: {sheet.needed}.", asked))
