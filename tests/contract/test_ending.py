"""What many depend on ends by an exit plan; the rest by hand, while no plan stands."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract.api import AgreementState, Kind, Risk
from carewright.platform import api as platform
from tests.factories import contract as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

LARGE = 60_000_000  # pence: above the limit of usual duties


def begun(by: platform.Officer, **words: object) -> UUID:
    agreement_id = given.whole(by, **words)
    contract.begin_agreement(agreement_id=agreement_id, reason="It ran before", by=by, at=make.NOW)
    return agreement_id


def end(agreement_id: UUID, by: platform.Officer) -> None:
    contract.end_agreement(
        agreement_id=agreement_id, last_day=make.TODAY, reason="Over", by=by, at=make.NOW
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"value_pence": LARGE}, "ends by an exit plan that protects people"),
        ({"risk": Risk.HIGH}, "ends by an exit plan that protects people"),
        ({"value_pence": None}, "Nobody knows its value"),
    ],
)
def test_what_needs_an_exit_plan_is_not_ended_by_hand(
    by: platform.Officer, words: dict[str, object], says: str
) -> None:
    agreement_id = begun(by, **words)
    with pytest.raises(contract.CannotDo, match=f"{says}.*End it with an exit plan"):
        end(agreement_id, by)
    with pytest.raises(contract.CannotDo, match=says):
        contract.decide_to_end(agreement_id=agreement_id, reason="Over", by=by, at=make.NOW)


@pytest.mark.parametrize(
    "words", [{}, {"kind": Kind.SPOT, "value_pence": None}, {"kind": Kind.SPOT, "risk": Risk.HIGH}]
)
def test_a_small_one_and_one_persons_place_need_no_plan(
    by: platform.Officer, words: dict[str, object]
) -> None:
    agreement_id = begun(by, **words)
    end(agreement_id, by)
    assert given.read(agreement_id, by).state is AgreementState.TERMINATED


def test_what_never_began_is_ended_by_hand_whatever_its_value(by: platform.Officer) -> None:
    agreement_id = given.signed(by, value_pence=LARGE)
    end(agreement_id, by)
    assert given.read(agreement_id, by).state is AgreementState.TERMINATED


def test_the_page_names_the_door_and_does_not_offer_the_other(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id = begun(by, value_pence=LARGE)
    page = browser.get(reverse("contract:agreement", args=[agreement_id])).content.decode()
    assert "ends by an exit plan that protects people" in page
    assert "End the agreement" not in page
    where = reverse("contract:step", args=[agreement_id, "ending"])
    refused = browser.post(where, {"reason": "Over"}).content.decode()
    assert "End it with an exit plan" in refused
