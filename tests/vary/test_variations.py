"""A variation is held against the law, approved, signed by both sides and put into the terms."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from carewright.contract import api as contract
from carewright.contract.api import CannotDo, Kind, Regime
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.vary import api as vary
from carewright.vary import models
from carewright.vary.api import VariationState, What
from tests.factories import contract as contracts
from tests.factories import decide as decisions
from tests.factories import people
from tests.factories import platform as make
from tests.factories import vary as given

pytestmark = pytest.mark.django_db

LATER = make.NOW + timedelta(hours=4)
YES = dict.fromkeys(("diligence_on", "consent_on", "people_told_on"), make.TODAY)


def apply(variation_id: UUID, by: platform.Officer) -> None:
    vary.apply_variation(variation_id=variation_id, by=by, at=LATER)


def assignment(agreement_id: UUID, by: platform.Officer, **more: object) -> dict[str, object]:
    leaves = contracts.read(agreement_id, by).providers[0]
    answers = {**given.ANSWERS, "favours_supplier": False, "succession": True,
               "successor_qualifies": True}  # fmt: skip
    return {
        "touches": (What.PROVIDER,), "change_pence": 0, "leaving_party": leaves.id,
        "new_provider": "Glenfold Care", "answers": answers, **more,
    }  # fmt: skip


def test_what_both_sides_signed_becomes_the_terms_of_the_agreement(
    by: platform.Officer, agreement_id: UUID
) -> None:
    variation_id = given.signed(
        agreement_id, by, touches=(What.VALUE, What.DATES, What.NOTICE, What.PAYMENT),
        ends_before=date(2028, 7, 1), own_notice_days=120, payment_terms="Weekly",
    )  # fmt: skip
    apply(variation_id, by)
    found = contracts.read(agreement_id, by)
    assert found.wording.value_pence == 10_500_000
    assert found.term.ends_before == date(2028, 7, 1)
    assert (found.wording.own_notice_days, found.wording.notice_days) == (120, 90)
    assert found.wording.payment_terms == "Weekly"
    kept = vary.variation(variation_id, seen_by=by)
    assert kept.state is VariationState.APPLIED
    assert kept.ground == "pa2023.mod.small"
    with pytest.raises(CannotDo, match="applied already"):
        apply(variation_id, by)


def test_the_ground_is_kept_with_its_source_and_what_is_left_on_it(
    by: platform.Officer, agreement_id: UUID
) -> None:
    found = vary.variation(given.approved(agreement_id, by), seen_by=by).found
    assert found is not None
    assert "section 74" in found.source
    assert found.share == "5.00"
    assert found.left_pence == 20_271_999  # of £207,720, below which small changes stay together
    assert not found.verified


def test_small_changes_are_added_up_until_they_are_small_no_more(by: platform.Officer) -> None:
    agreement_id = contracts.live(by, regime=Regime.PA2023, value_pence=500_000_000)
    given.approved(agreement_id, by, change_pence=12_000_000)
    variation_id = given.written(agreement_id, by, change_pence=12_000_000)
    with pytest.raises(CannotDo, match="it takes a new procurement"):
        vary.ask_to_vary(variation_id=variation_id, by=by, at=make.NOW)


def test_what_is_not_known_is_asked_for_and_never_guessed(
    by: platform.Officer, agreement_id: UUID
) -> None:
    variation_id = given.written(agreement_id, by, answers={})
    with pytest.raises(CannotDo, match="cannot be worked out: needs"):
        vary.ask_to_vary(variation_id=variation_id, by=by, at=make.NOW)


def test_words_stand_while_others_decide_on_them(by: platform.Officer, agreement_id: UUID) -> None:
    variation_id = given.written(agreement_id, by)
    request_id = vary.ask_to_vary(variation_id=variation_id, by=by, at=make.NOW)
    for act in (
        lambda: vary.change_variation(
            variation_id=variation_id, words=given.words(), by=by, at=make.NOW
        ),
        lambda: vary.withdraw_variation(variation_id=variation_id, reason="No", by=by, at=make.NOW),
    ):
        with pytest.raises(CannotDo, match="not decided yet"):
            act()
    with pytest.raises(CannotDo, match="not approved"):
        vary.take_over_variation(variation_id=variation_id, by=by, at=make.NOW)
    decisions.approved(request_id, contracts.colleague(by, Role.AUTHORISING_DIRECTOR))
    with pytest.raises(CannotDo, match="approved in these words"):
        vary.change_variation(variation_id=variation_id, words=given.words(), by=by, at=make.NOW)


def test_a_second_person_takes_an_approved_one_back_until_both_sides_signed(
    by: platform.Officer, second: platform.Officer, agreement_id: UUID
) -> None:
    variation_id = given.approved(agreement_id, by)
    vary.ask_variation_back(variation_id=variation_id, reason="A figure", by=by, at=make.NOW)
    for one_person in (by, decisions.second_account(by, Role.COMMISSIONER)):
        with pytest.raises(CannotDo, match="Somebody else has to confirm it"):
            vary.confirm_variation_back(variation_id=variation_id, by=one_person, at=make.NOW)
    with pytest.raises(CannotDo, match="asked to take it back"):
        given.sign(variation_id, by)
    vary.confirm_variation_back(variation_id=variation_id, by=second, at=make.NOW)
    assert vary.variation(variation_id, seen_by=by).state is VariationState.DRAFT
    given.have_approved(variation_id, by)
    given.sign(variation_id, by)
    apply(variation_id, by)
    with pytest.raises(CannotDo, match="is applied"):
        vary.ask_variation_back(variation_id=variation_id, reason="Late", by=by, at=LATER)


def test_nothing_is_signed_unapproved_or_applied_unsigned(
    by: platform.Officer, agreement_id: UUID
) -> None:
    variation_id = given.written(agreement_id, by)
    with pytest.raises(CannotDo, match="Nobody has been asked"):
        given.sign(variation_id, by)
    given.have_approved(variation_id, by)
    with pytest.raises(CannotDo, match="It is approved"):
        apply(variation_id, by)
    assert contracts.read(agreement_id, by).wording.value_pence == 10_000_000


def test_a_change_counts_from_its_day_and_not_before(
    by: platform.Officer, agreement_id: UUID
) -> None:
    variation_id = given.signed(agreement_id, by, starts_on=make.TODAY + timedelta(days=30))
    with pytest.raises(CannotDo, match="It counts from 3 July 2026"):
        apply(variation_id, by)


def test_another_provider_takes_over_once_people_are_told_and_it_was_checked(
    by: platform.Officer, agreement_id: UUID
) -> None:
    variation_id = given.written(agreement_id, by, **assignment(agreement_id, by))
    with pytest.raises(CannotDo, match="Tell people, families and carers first"):
        vary.ask_to_vary(variation_id=variation_id, by=by, at=make.NOW)
    vary.change_variation(
        variation_id=variation_id, by=by, at=make.NOW,
        words=given.words(**assignment(agreement_id, by, **YES)),
    )  # fmt: skip
    given.have_approved(variation_id, by)
    given.sign(variation_id, by)
    apply(variation_id, by)
    found = contracts.read(agreement_id, by)
    assert [each.name for each in found.providers] == ["Glenfold Care"]
    assert [(each.name, each.left_on) for each in found.left] == [(contracts.PROVIDER, make.TODAY)]
    assert contracts.PROVIDER in {each.party for each in found.signatures}
    with pytest.raises(CannotDo, match="is a party no more"):
        contract.record_signature(
            agreement_id=agreement_id, party_id=found.left[0].id, name="Ann Rowe",
            signed_on=make.TODAY, by=by, at=make.NOW,
        )  # fmt: skip


def test_what_is_ticked_is_said_and_what_is_said_is_ticked(
    by: platform.Officer, agreement_id: UUID
) -> None:
    with pytest.raises(CannotDo, match="Say how this changes: last day"):
        given.written(agreement_id, by, touches=(What.VALUE, What.DATES))
    with pytest.raises(CannotDo, match="Tick it above as well: value"):
        given.written(agreement_id, by, touches=(What.SCOPE,), scope="Nights as well")


def test_a_draft_is_changed_in_its_own_words_and_not_varied(by: platform.Officer) -> None:
    with pytest.raises(CannotDo, match="It is not signed yet"):
        given.written(contracts.whole(by), by)


def test_a_change_that_would_leave_less_than_nothing_is_refused_whole(
    by: platform.Officer, agreement_id: UUID
) -> None:
    answers = {**given.ANSWERS, "favours_supplier": False}
    variation_id = given.signed(
        agreement_id, by, touches=(What.VALUE, What.PAYMENT), change_pence=-10_000_001,
        payment_terms="Never", answers=answers,
    )  # fmt: skip
    with pytest.raises(CannotDo, match="less than nothing"):
        apply(variation_id, by)
    assert vary.variation(variation_id, seen_by=by).state is VariationState.SIGNED
    assert contracts.read(agreement_id, by).wording.payment_terms.startswith("Monthly")


def test_a_stranger_finds_nothing_to_change(
    by: platform.Officer, stranger: platform.Officer, agreement_id: UUID
) -> None:
    variation_id = given.written(agreement_id, by)
    with pytest.raises(platform.NotYours):
        vary.ask_to_vary(variation_id=variation_id, by=stranger, at=make.NOW)
    with pytest.raises(platform.NotYours):
        given.written(agreement_id, stranger)
    with pytest.raises(platform.NotFound):
        vary.variation(variation_id, seen_by=stranger)


def test_who_may_not_see_people_finds_no_variation_of_a_placement(by: platform.Officer) -> None:
    person_id = people.person(by.organisation.id, reference="EL-0001")
    placement = contracts.live(by, kind=Kind.SPOT, person_id=person_id)
    variation_id = given.written(placement, by)
    commissioner = contracts.colleague(by, Role.COMMISSIONER)
    with pytest.raises(platform.NotFound):
        vary.variation(variation_id, seen_by=commissioner)
    assert vary.changes(seen_by=commissioner, on=make.TODAY) == []


def test_each_agreement_numbers_its_own_variations(
    by: platform.Officer, agreement_id: UUID
) -> None:
    for _ in range(2):
        given.written(agreement_id, by)
    assert [each.reference for each in vary.variations_of(agreement_id, seen_by=by)] == ["V1", "V2"]
    assert models.Variation.objects.count() == 2
