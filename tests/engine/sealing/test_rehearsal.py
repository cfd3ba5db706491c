"""Before publication the holders open a practice envelope, and no bid's key is joined for it."""

from __future__ import annotations

import pytest

from carewright_engine.sealing.refusing import Refused, WrongShare
from carewright_engine.sealing.rehearsal import rehearse
from carewright_engine.sealing.sheet import Envelope, LotSheet
from tests.engine.sealing.lots import BEFORE, all_shares, seeded


def test_every_choice_of_enough_holders_opens_the_practice_envelope(lot: LotSheet) -> None:
    shares = all_shares(lot, Envelope.PRACTICE)
    proof = rehearse(lot, shares, at=BEFORE, random_bytes=seeded(1))
    assert (proof.ways, proof.sheet, proof.at) == (4, lot.fingerprint, BEFORE)
    assert proof.took_part == ("Ann Reid", "Bo Lindsay", "Cass Muir", "Dal Orr")


def test_who_was_absent_is_said(lot: LotSheet) -> None:
    shares = all_shares(lot, Envelope.PRACTICE)[1:]
    proof = rehearse(lot, shares, at=BEFORE, random_bytes=seeded(1))
    assert (proof.absent, proof.ways) == (("Ann Reid",), 1)


def test_too_few_holders_rehearse_nothing(lot: LotSheet) -> None:
    shares = all_shares(lot, Envelope.PRACTICE)[:2]
    with pytest.raises(Refused, match="2 holders are here; the lot needs 3"):
        rehearse(lot, shares, at=BEFORE, random_bytes=seeded(1))


def test_the_shares_of_a_bids_envelope_are_not_taken_for_practice(lot: LotSheet) -> None:
    with pytest.raises(WrongShare, match=r"Ann Reid .* gave the share for .*price envelope"):
        rehearse(lot, all_shares(lot, Envelope.PRICE), at=BEFORE, random_bytes=seeded(1))
