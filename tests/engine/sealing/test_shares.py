"""A lot opens with k of its n holders: any k, no fewer, and a wrong share is named."""

from __future__ import annotations

from itertools import combinations

import pytest
from nacl.public import PrivateKey

from carewright_engine.sealing.dealing import TWO_OF_THREE, deal_lot, opening_key, shares_of
from carewright_engine.sealing.gathering import Given, TooFewShares, gather
from carewright_engine.sealing.refusing import Refused
from carewright_engine.sealing.shares import Share, joined
from carewright_engine.sealing.sheet import Envelope, LotSheet, Slot
from tests.engine.sealing.lots import (
    AFTER,
    SLOTS,
    a_lot,
    all_shares,
    holder_keys,
    holders,
    seeded,
)

PRICE = Envelope.PRICE


def given(*shares: Share) -> list[Given]:
    return [Given(share, AFTER) for share in shares]


def changed(share: Share) -> Share:
    other = "A" if share.value[5] != "A" else "B"
    return share.model_copy(update={"value": share.value[:5] + other + share.value[6:]})


@pytest.mark.parametrize("envelope", [Envelope.QUALIFICATION, Envelope.QUALITY, PRICE])
def test_any_three_of_four_holders_open_and_a_lost_share_is_survived(
    lot: LotSheet, envelope: Envelope
) -> None:
    public = lot.sealing_key(envelope)
    for three in combinations(all_shares(lot, envelope), 3):
        assert gather(lot, envelope, given(*three)).key.public_key == public


def test_two_shares_of_three_that_are_needed_open_nothing(lot: LotSheet) -> None:
    for two in combinations(all_shares(lot, PRICE), 2):
        with pytest.raises(TooFewShares, match="Right shares: 2; needed: 3"):
            gather(lot, PRICE, given(*two))
        raw = joined(two)
        assert raw is None or PrivateKey(raw).public_key != lot.sealing_key(PRICE)
        with pytest.raises(Refused, match="give no key"):
            opening_key(lot, PRICE, two)


def test_one_share_given_three_times_is_one_share(lot: LotSheet) -> None:
    share = all_shares(lot, PRICE)[0]
    with pytest.raises(TooFewShares, match="Right shares: 1") as refused:
        gather(lot, PRICE, given(share, share, share))
    assert [account.why_not for account in refused.value.accounts][1:] == [
        "It was given before."
    ] * 2


def test_a_wrong_share_is_named_and_does_not_stop_an_opening_that_has_enough(
    lot: LotSheet,
) -> None:
    first, *others = all_shares(lot, PRICE)
    found = gather(lot, PRICE, given(changed(first), *others))
    wrong = [account for account in found.accounts if account.why_not]
    assert [account.holder for account in wrong] == ["Ann Reid"]
    assert "The share of Ann Reid (council) is wrong" in wrong[0].why_not


def test_a_wrong_share_that_leaves_too_few_is_named_with_who_else_could_be_asked(
    small_lot: LotSheet,
) -> None:
    ann, bo, _ = all_shares(small_lot, PRICE)
    with pytest.raises(TooFewShares) as refused:
        gather(small_lot, PRICE, given(ann, changed(bo)))
    assert "The share of Bo Lindsay (legal) is wrong" in str(refused.value)
    assert "Ask 1 more of: Bo Lindsay (legal), Cass Muir (audit)." in str(refused.value)


def test_a_holder_who_gives_another_s_share_is_the_one_who_is_named(lot: LotSheet) -> None:
    ann, bo, cass, _ = all_shares(lot, PRICE)
    with pytest.raises(
        TooFewShares, match=r"share that Bo Lindsay \(legal\) gave is not"
    ) as refused:
        gather(lot, PRICE, [*given(ann, cass), Given(ann, AFTER, by=bo.holder)])
    assert [account.holder for account in refused.value.accounts if account.why_not] == [bo.holder]


@pytest.mark.parametrize(
    ("lot_code", "envelope", "says"),
    [("north", Envelope.QUALITY, "quality envelope"), ("south", PRICE, "lot south")],
)
def test_a_share_for_another_envelope_or_lot_is_refused_by_its_holders_name(
    lot: LotSheet, lot_code: str, envelope: Envelope, says: str
) -> None:
    other = lot if lot_code == "north" else a_lot("south")
    stray = all_shares(other, envelope)[1]
    with pytest.raises(TooFewShares, match=rf"Bo Lindsay \(legal\) gave the share for .*{says}"):
        gather(lot, PRICE, given(stray))


def test_shares_of_a_lot_dealt_anew_do_not_fit_the_sheet_before(lot: LotSheet) -> None:
    anew = a_lot(seed=1)
    with pytest.raises(TooFewShares, match=r"Cass Muir \(audit\) is wrong"):
        gather(lot, PRICE, given(*all_shares(anew, PRICE)))


def test_a_holder_unseals_only_with_the_key_that_the_sheet_names(lot: LotSheet) -> None:
    with pytest.raises(Refused, match="not the key of Ann Reid"):
        shares_of(lot, "Ann Reid", holder_keys(2)["Bo Lindsay"])
    with pytest.raises(Refused, match="Eve holds no share of lot north; Ann Reid"):
        shares_of(lot, "Eve", holder_keys(1)["Ann Reid"])


def test_a_share_that_was_changed_within_the_sheet_is_seen_by_its_holder(lot: LotSheet) -> None:
    of = lot.key_of(PRICE)
    first, second, *rest = of.shares
    crossed = (first.model_copy(update={"sealed": second.sealed}), second, *rest)
    keys = [
        each.model_copy(update={"shares": crossed}) if each.envelope == PRICE else each
        for each in lot.keys
    ]
    sheet = lot.model_copy(update={"keys": tuple(keys)})
    with pytest.raises(Refused, match="The sheet holds the price share of Ann Reid"):
        shares_of(sheet, "Ann Reid", holder_keys(1)["Ann Reid"])


def test_every_envelope_and_practice_have_keys_of_their_own(lot: LotSheet) -> None:
    assert [each.envelope for each in lot.keys] == list(Envelope)
    assert len({each.key for each in lot.keys}) == 4


def test_a_small_lot_needs_two_of_three(small_lot: LotSheet) -> None:
    assert (small_lot.needed, len(small_lot.holders)) == TWO_OF_THREE
    for two in combinations(all_shares(small_lot, PRICE), 2):
        gather(small_lot, PRICE, given(*two))


@pytest.mark.parametrize(("needed", "of"), [(1, 3), (4, 3), (2, 1), (0, 0)])
def test_a_split_that_guards_nothing_or_never_opens_is_refused(needed: int, of: int) -> None:
    with pytest.raises(Refused, match="cannot be: name two to 9 holders"):
        deal_lot(
            tender="t", lot="l", holders=holders(of), needed=needed, slots=SLOTS,
            random_bytes=seeded(0),
        )  # fmt: skip


def test_a_lot_cannot_put_a_bid_into_the_practice_envelope_or_name_a_slot_twice() -> None:
    practice = Slot(slot="a", envelope=Envelope.PRACTICE, title="A")
    for slots, says in (((practice,), "for rehearsals"), (SLOTS * 2, "there twice")):
        with pytest.raises(Refused, match=says):
            deal_lot(
                tender="t", lot="l", holders=holders(3), needed=2, slots=slots,
                random_bytes=seeded(0),
            )  # fmt: skip
    many = [Slot(slot=f"s{n}", envelope=PRICE, title="S") for n in range(21)]
    with pytest.raises(Refused, match="at most 20"):
        deal_lot(
            tender="t", lot="l", holders=holders(3), needed=2, slots=many, random_bytes=seeded(0)
        )


def test_the_sheet_holds_no_private_key_and_no_share(lot: LotSheet) -> None:
    written = lot.written()
    for envelope in Envelope:
        shares = all_shares(lot, envelope)
        key = opening_key(lot, envelope, shares[:3])
        assert bytes(key) not in written
        assert bytes(key).hex().encode() not in written
        assert all(share.value.encode() not in written for share in shares)
