"""Variations asked for side by side count together, and are held against the day again."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import ProgrammingError

from carewright.contract import models as agreements
from carewright.contract.api import Authority, CannotDo, Regime
from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.vary import api as vary
from carewright.vary import models
from carewright.vary.api import What
from carewright.vary.queries.standing import tried_of
from carewright.vary.rules.testing import facts_of
from tests.factories import contract as contracts
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import vary as given

pytestmark = pytest.mark.django_db

LATER = make.NOW + timedelta(hours=4)
LONGER = {"touches": (What.DATES,), "change_pence": 0}


def ask(variation_id: UUID, by: platform.Officer) -> decide.Approval:
    request_id = vary.ask_to_vary(variation_id=variation_id, by=by, at=make.NOW)
    return decide.approval(request_id, seen_by=by)


def put_in(variation_id: UUID, by: platform.Officer) -> None:
    vary.apply_variation(variation_id=variation_id, by=by, at=LATER)


def test_what_is_asked_for_counts_before_anybody_has_approved_it(by: platform.Officer) -> None:
    agreement_id = contracts.live(by, regime=Regime.PA2023, value_pence=500_000_000)
    first, second = (given.written(agreement_id, by, change_pence=12_000_000) for _ in range(2))
    ask(first, by)
    with pytest.raises(CannotDo, match="it takes a new procurement"):
        ask(second, by)


def test_who_decides_follows_from_all_that_is_asked_for(by: platform.Officer) -> None:
    director, small = ["Authorising director"], 15_000_00
    decisions.scheme(by.organisation.id, lines=(
        {"act": "award", "steps": director}, {"act": "contract_signature", "steps": director},
        {"act": "variation", "steps": director, "up_to_pence": small},
        {"act": "variation", "steps": ["Budget holder", *director], "over_pence": small},
    ))  # fmt: skip
    agreement_id = contracts.live(by, regime=Regime.PA2023, value_pence=100_000_000)
    first, second = (given.written(agreement_id, by, change_pence=4_000_000) for _ in range(2))
    assert (ask(first, by).row.number, ask(second, by).row.number) == (3, 4)


def test_a_longer_term_counts_at_the_agreements_own_rate(
    by: platform.Officer, agreement_id: UUID
) -> None:
    asked = ask(given.written(agreement_id, by, ends_before=date(2028, 8, 1), **LONGER), by)
    assert (asked.annual_pence, asked.term_months) == (833_334, 52)  # 4 of 48 months of £100,000


def test_a_longer_term_in_parts_is_as_long_as_in_one(
    by: platform.Officer, agreement_id: UUID
) -> None:
    put_in(given.signed(agreement_id, by, ends_before=date(2028, 8, 1), **LONGER), by)
    further = given.words(ends_before=date(2028, 12, 1), **LONGER)
    agreement = contracts.read(agreement_id, by)
    tried = tried_of(agreement, words=further, on=make.TODAY, seen_by=by)
    assert facts_of(tried).term_change_days == 244  # from 1 April, when its term ended at award


def test_what_nobody_valued_is_not_made_longer(by: platform.Officer) -> None:
    agreement_id = contracts.live(by, regime=Regime.PA2023)
    agreements.Agreement.objects.filter(pk=agreement_id).update(value_pence=None)
    answers = {**given.ANSWERS, "favours_supplier": False}
    longer = given.written(
        agreement_id, by, ends_before=date(2028, 5, 1), answers=answers, **LONGER
    )
    with pytest.raises(CannotDo, match="Nobody knows what the agreement is worth"):
        ask(longer, by)


@pytest.mark.parametrize("how_far", ["asked", "approved", "signed"])
def test_the_scheme_is_asked_again_until_it_is_carried_out(
    by: platform.Officer, agreement_id: UUID, how_far: str
) -> None:
    if how_far == "asked":
        variation_id = given.written(agreement_id, by)
        decisions.approved(
            ask(variation_id, by).id, contracts.colleague(by, Role.AUTHORISING_DIRECTOR)
        )
    else:
        variation_id = getattr(given, how_far)(agreement_id, by)
    decisions.scheme(by.organisation.id, "Chief social work officer", takes_effect_on=make.TODAY)
    carry_on = {
        "asked": lambda: vary.take_over_variation(variation_id=variation_id, by=by, at=LATER),
        "approved": lambda: given.sign(variation_id, by),
        "signed": lambda: put_in(variation_id, by),
    }
    with pytest.raises(CannotDo, match="has others decide than approved it"):
        carry_on[how_far]()


def test_who_changed_the_words_in_between_does_not_approve_them(
    by: platform.Officer, agreement_id: UUID
) -> None:
    both = contracts.colleague(by, Role.AUTHORISING_DIRECTOR, Role.CONTRACT_MANAGER)
    variation_id = given.written(agreement_id, by)
    vary.change_variation(
        variation_id=variation_id, words=given.words(change_pence=600_000), by=both, at=make.NOW
    )
    request = ask(variation_id, by)
    with pytest.raises(decide.CannotDecide, match="Nobody decides what they wrote themselves"):
        decisions.approved(request.id, both)
    with pytest.raises(ProgrammingError, match="stays named"):
        models.Variation.objects.update(touched_by_accounts=[])


def test_who_signs_for_us_is_held_against_the_scheme_of_that_day(
    by: platform.Officer, agreement_id: UUID
) -> None:
    variation_id = given.approved(agreement_id, by)
    with pytest.raises(CannotDo, match=r"authorising director.*Say why they signed"):
        given.sign(variation_id, by, officer_id=by.id)
    given.sign(variation_id, by, officer_id=by.id, reason="The director was away")
    found = vary.variation(variation_id, seen_by=by)
    assert (found.our_authority, found.our_reason) == (Authority.LACKED, "The director was away")
    with pytest.raises(CannotDo, match="No scheme of delegation was in force"):
        given.sign(given.approved(agreement_id, by), by, our_day=date(2019, 12, 31))


def test_two_of_ours_sign_a_variation_where_the_scheme_wants_two(by: platform.Officer) -> None:
    director = ["Authorising director"]
    decisions.scheme(by.organisation.id, lines=(
        {"act": "award", "steps": director}, {"act": "variation", "steps": director},
        {"act": "contract_signature", "steps": director, "up_to_pence": 3_000_000},
        {"act": "contract_signature", "steps": ["Authorising director x 2"],
         "over_pence": 3_000_000},
    ))  # fmt: skip
    agreement_id = contracts.live(by, regime=Regime.PA2023, value_pence=10_000_000)
    answers = {**given.ANSWERS, "favours_supplier": False}
    variation_id = given.approved(agreement_id, by, change_pence=12_500_000, answers=answers)
    first, second = (contracts.colleague(by, Role.AUTHORISING_DIRECTOR) for _ in range(2))
    with pytest.raises(CannotDo, match="wants 2 signatures of ours; this is one"):
        given.sign(variation_id, by, officer_id=first.id)
    with pytest.raises(CannotDo, match="Another officer signs beside the first"):
        given.sign(variation_id, by, officer_id=first.id, second_officer_id=first.id)
    manager = contracts.colleague(by, Role.CONTRACT_MANAGER)
    with pytest.raises(CannotDo, match="Say why they signed all the same"):
        given.sign(variation_id, by, officer_id=first.id, second_officer_id=manager.id)
    given.sign(variation_id, by, officer_id=first.id, second_officer_id=second.id)
    found = vary.variation(variation_id, seen_by=by)
    assert (found.our_signatory, found.our_second) == (first.name, second.name)
    assert found.our_authority is Authority.HELD
