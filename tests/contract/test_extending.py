"""An option to extend is taken once others have approved it, and brings no ended term back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import ProgrammingError
from django.test import Client
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract import models
from carewright.contract.api import AgreementState, OptionState
from carewright.decide import api as decide
from carewright.decide.api import DecidedAct
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as given
from tests.factories import decide as decisions
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def option_id(by: platform.Officer) -> UUID:
    """A year more of an agreement worth £100,000 over four years, which is live."""
    agreement_id = given.whole(by)
    option_id = given.option(agreement_id, by)
    director = given.colleague(by, Role.AUTHORISING_DIRECTOR)
    given.approved(agreement_id, by, director)
    given.sign_for_us(agreement_id, by, director)
    given.sign_for_them(agreement_id, by)
    contract.begin_agreement(agreement_id=agreement_id, by=by, at=make.NOW)
    return option_id


def agreement(option_id: UUID, by: platform.Officer) -> contract.Agreement:
    return given.read(models.ExtensionOption.objects.get(pk=option_id).agreement_id, by)


def ask(option_id: UUID, by: platform.Officer) -> UUID:
    return contract.ask_to_extend(option_id=option_id, reason="It goes well", by=by, at=make.NOW)


def take(option_id: UUID, by: platform.Officer) -> None:
    contract.decide_extension(
        option_id=option_id, taken=True, reason="It goes well", by=by, at=make.NOW
    )


def test_an_option_that_others_approved_makes_the_term_longer(
    by: platform.Officer, option_id: UUID
) -> None:
    given.extended(option_id, by)
    found = agreement(option_id, by)
    assert found.term.ends_before == date(2029, 4, 1)
    assert found.value_term.ends_before == date(2028, 4, 1)
    assert found.extensions[0].state is OptionState.TAKEN


def test_nobody_takes_an_option_alone(by: platform.Officer, option_id: UUID) -> None:
    with pytest.raises(contract.CannotDo, match="Nobody has been asked to approve it"):
        take(option_id, by)
    request_id = ask(option_id, by)
    with pytest.raises(contract.CannotDo, match="not decided yet"):
        take(option_id, by)
    found = decide.approval(request_id, seen_by=by)
    assert (found.act, found.annual_pence, found.term_months) == (
        DecidedAct.EXTENSION, 2_500_000, 12
    )  # fmt: skip
    self_made = decisions.second_account(by, Role.AUTHORISING_DIRECTOR)
    with pytest.raises(decide.CannotDecide, match="Nobody decides"):
        decisions.approved(request_id, self_made)
    with pytest.raises(ProgrammingError, match="once somebody has approved it"):
        models.ExtensionOption.objects.update(
            state="taken", request_id=None, decided_on=make.TODAY, decided_by_name="A", reason="B"
        )


def test_who_decides_by_the_scheme_of_the_day_has_to_have_approved(
    by: platform.Officer, option_id: UUID
) -> None:
    request_id = ask(option_id, by)
    decisions.approved(request_id, given.colleague(by, Role.AUTHORISING_DIRECTOR))
    decisions.scheme(by.organisation.id, "Chief social work officer", takes_effect_on=make.TODAY)
    with pytest.raises(contract.CannotDo, match="has others decide than approved it"):
        take(option_id, by)


def test_an_agreement_that_is_being_ended_is_not_brought_back(
    by: platform.Officer, option_id: UUID
) -> None:
    decisions.approved(ask(option_id, by), given.colleague(by, Role.AUTHORISING_DIRECTOR))
    ending = agreement(option_id, by).id
    contract.decide_to_end(agreement_id=ending, reason="Bought anew", by=by, at=make.NOW)
    with pytest.raises(contract.CannotDo, match="no option brings it back"):
        take(option_id, by)
    assert agreement(option_id, by).state is AgreementState.ENDING
    assert agreement(option_id, by).term.ends_before == date(2028, 4, 1)


def test_the_page_asks_first_and_shows_the_approval(
    by: platform.Officer, option_id: UUID, browser: Client
) -> None:
    about = agreement(option_id, by).id
    where = reverse("contract:step", args=[about, "ask_to_extend"])
    page = browser.post(where, {"reason": "It goes well"}, follow=True).content.decode()
    assert "The approval has been asked for" in page
    assert "Approval of option 1" in page


def test_the_page_offers_with_an_option_what_can_be_done_with_it_now(
    by: platform.Officer, option_id: UUID, browser: Client
) -> None:
    page = reverse("contract:agreement", args=[agreement(option_id, by).id])
    asks, decides = ("Ask for the approval to extend", "Decide whether to extend")

    def offered() -> list[str]:
        shown = browser.get(page).content.decode()
        return [each for each in (asks, decides) if f">{each}</a>" in shown]

    assert offered() == [asks, decides]
    step = reverse("contract:step", args=[agreement(option_id, by).id, "ask_to_extend"])
    assert "Option 1: the term would end on 31 March 2029" in browser.get(step).content.decode()
    request_id = ask(option_id, by)
    assert offered() == []
    decisions.approved(request_id, given.colleague(by, Role.AUTHORISING_DIRECTOR))
    assert offered() == [decides]
