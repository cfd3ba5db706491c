"""Whoever stands in decides for one who is away, and never for whoever asked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright.platform.models import Account, Organisation
from tests.factories import decide as ask
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db(transaction=True)

DIRECTOR = "Authorising director"


@pytest.fixture
def deputy(isla: platform.Officer) -> platform.Officer:
    return ask.colleague(isla, Role.TEAM_MANAGER)


def test_whoever_stands_in_decides_and_the_record_names_both(
    isla: platform.Officer, director: platform.Officer, deputy: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    request_id = ask.request(isla)
    with pytest.raises(decide.CannotDecide, match="somebody else"):
        ask.approved(request_id, deputy)
    together.cover(director, deputy)
    (waiting,) = decide.waiting_for(deputy, at=NOW)
    assert waiting.standing_in_for == director.name
    ask.approved(request_id, deputy)
    said = decide.approval(request_id, seen_by=isla).steps[0].said[0]
    assert (said.name, said.power_name) == (deputy.name, director.name)


def test_the_days_of_the_cover_count(
    isla: platform.Officer, director: platform.Officer, deputy: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    request_id = ask.request(isla)
    together.cover(director, deputy)
    with pytest.raises(decide.CannotDecide):
        ask.approved(request_id, deputy, at=NOW + timedelta(days=7))
    ask.approved(request_id, deputy, at=NOW + timedelta(days=6))


def test_the_deputy_of_whoever_asked_does_not_decide_even_by_a_role_of_their_own(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    request_id = ask.request(isla)
    together.cover(isla, director)
    with pytest.raises(decide.CannotDecide, match="stand in for somebody who asked for this"):
        ask.approved(request_id, director)
    assert not decide.waiting_for(director, at=NOW)


def test_whoever_asked_does_not_decide_by_the_role_of_one_whom_they_cover(
    isla: platform.Officer, director: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, DIRECTOR)
    together.cover(director, isla)
    request_id = ask.request(isla)
    with pytest.raises(decide.CannotDecide, match="their own request"):
        ask.approved(request_id, isla)


def test_cover_in_another_council_counts_as_well(
    isla: platform.Officer, director: platform.Officer
) -> None:
    """Isla and the director also work for Oakshire, where the director stands in for her."""
    oakshire = make.organisation()
    there = [
        make.officer(account=Account.objects.get(pk=each.account_id), organisation=oakshire)
        for each in (isla, director)
    ]
    ask.scheme(isla.organisation.id, DIRECTOR)
    request_id = ask.request(isla)
    together.cover(*there)
    with (
        platform.acting_for(isla.organisation.id, account_id=director.account_id),
        pytest.raises(decide.CannotDecide, match="stand in for somebody who asked for this"),
    ):
        ask.approved(request_id, director)


def test_one_power_is_not_used_twice_through_a_deputy(
    isla: platform.Officer, director: platform.Officer, deputy: platform.Officer
) -> None:
    ask.scheme(isla.organisation.id, f"{DIRECTOR} x 2")
    request_id = ask.request(isla)
    ask.approved(request_id, director)
    together.cover(director, deputy)
    with pytest.raises(decide.CannotDecide):
        ask.approved(request_id, deputy)
    assert decide.approval(request_id, seen_by=isla).state is RequestState.REQUESTED


def test_another_office_of_whoever_asked_is_the_same_person(isla: platform.Officer) -> None:
    """The account counts, not the office: there is one office in an organisation, and one person
    behind all of them."""
    oakshire = make.organisation()
    ask.scheme(oakshire.pk, DIRECTOR)
    account = Account.objects.get(pk=isla.account_id)
    there = make.officer(
        Role.COMMISSIONER, Role.AUTHORISING_DIRECTOR, account=account,
        organisation=Organisation.objects.get(pk=oakshire.pk),
    )  # fmt: skip
    request_id = ask.request(there)
    with pytest.raises(decide.CannotDecide, match="their own request"):
        ask.approved(request_id, there)
    with pytest.raises(platform.NotFound):
        decide.approval(request_id, seen_by=isla)
