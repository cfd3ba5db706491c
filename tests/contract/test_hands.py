"""Whoever changed the words of an agreement decides on none of them."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError

from carewright.contract import api as contract
from carewright.contract import models
from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as given
from tests.factories import decide as decisions
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def test_who_changed_a_draft_in_between_does_not_approve_it(by: platform.Officer) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")
    both = given.colleague(by, Role.AUTHORISING_DIRECTOR, Role.CONTRACT_MANAGER)
    agreement_id = given.whole(by)
    contract.change_words(
        agreement_id=agreement_id, wording=given.wording(value_pence=20_000_000), by=both,
        at=make.NOW,
    )  # fmt: skip
    request_id = contract.ask_for_approval(agreement_id=agreement_id, by=by, at=make.NOW)
    with pytest.raises(decide.CannotDecide, match="Nobody decides what they wrote themselves"):
        decisions.approved(request_id, both)


def test_who_added_a_price_does_not_approve_it_either(by: platform.Officer) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")
    both = given.colleague(by, Role.AUTHORISING_DIRECTOR, Role.CONTRACT_MANAGER)
    agreement_id = given.draft(by)
    given.service(agreement_id, by)
    given.price(agreement_id, both)
    request_id = contract.ask_for_approval(agreement_id=agreement_id, by=by, at=make.NOW)
    with pytest.raises(decide.CannotDecide, match="Nobody decides what they wrote themselves"):
        decisions.approved(request_id, both)


def test_whoever_touched_an_agreement_stays_named(by: platform.Officer) -> None:
    given.draft(by)
    with pytest.raises(ProgrammingError, match="stays named"):
        models.Agreement.objects.update(touched_by_accounts=[])
