"""Called off from a framework is what the register shows to be, and not what its writer says."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from carewright.contract import api as contract
from carewright.contract.api import Kind
from carewright.decide import api as decide
from carewright.platform import api as platform
from tests.factories import contract as given
from tests.factories import decide as decisions
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def framework_id(by: platform.Officer) -> UUID:
    """A signed framework from April 2024 to March 2028 with one provider."""
    return given.signed(by, kind=Kind.FRAMEWORK, title="Home care framework")


def called_off(by: platform.Officer, framework_id: UUID | None, **words: object) -> UUID:
    words = {"starts_on": date(2026, 7, 1), "framework_id": framework_id, **words}
    return given.whole(by, kind=Kind.FRAMEWORK_CALL_OFF, **words)


def counts_within(agreement_id: UUID, by: platform.Officer) -> bool:
    request_id = contract.ask_for_approval(agreement_id=agreement_id, by=by, at=make.NOW)
    return decide.approval(request_id, seen_by=by).in_framework


def test_a_call_off_of_its_provider_within_its_term_counts_as_within(
    by: platform.Officer, framework_id: UUID
) -> None:
    assert counts_within(called_off(by, framework_id), by)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"starts_on": date(2024, 3, 31)}, "does not begin within the term"),
        ({"provider": "Glenfold Care"}, "provider is not on the framework"),
        ({"upon": Kind.BLOCK}, "no framework agreement"),
        ({"unsigned": True}, "The framework is not signed"),
    ],
)
def test_what_does_not_fit_its_framework_counts_as_outside(
    by: platform.Officer, framework_id: UUID, words: dict[str, object], says: str
) -> None:
    provider, upon = words.pop("provider", None), words.pop("upon", None)
    if upon:
        framework_id = given.signed(by, kind=upon)
    if words.pop("unsigned", False):
        framework_id = given.whole(by, kind=Kind.FRAMEWORK)
    agreement_id = called_off(by, framework_id, **words)
    if provider:
        contract.add_provider(agreement_id=agreement_id, name=str(provider), by=by, at=make.NOW)
    upon_row = given.read(agreement_id, by).called_upon
    assert upon_row is not None
    assert says in upon_row.against[0]
    assert not counts_within(agreement_id, by)


def test_to_call_it_a_call_off_or_to_name_a_strangers_framework_changes_nothing(
    by: platform.Officer,
) -> None:
    decisions.scheme(by.organisation.id, "Authorising director")
    stranger = make.officer(*by.roles)
    theirs = given.signed(stranger, kind=Kind.FRAMEWORK)
    assert not counts_within(called_off(by, None), by)
    assert not counts_within(called_off(by, theirs), by)


def test_a_framework_is_a_ceiling_and_binds_to_nothing(
    by: platform.Officer, framework_id: UUID
) -> None:
    assert contract.committed(seen_by=by, since=make.TODAY) == ()


def test_the_form_takes_a_framework_by_its_reference(
    by: platform.Officer, framework_id: UUID, browser: Client
) -> None:
    agreement_id = called_off(by, None)
    where = reverse("contract:step", args=[agreement_id, "terms"])
    words = {
        "title": "Care at home", "kind": "framework_call_off", "regime": "scot_higher",
        "risk": "low", "starts_on-day": "1", "starts_on-month": "7", "starts_on-year": "2026",
    }  # fmt: skip
    assert "There is no such agreement" in browser.post(
        where, {**words, "framework": "C-0999"}
    ).content.decode()  # fmt: skip
    reference = given.read(framework_id, by).reference
    page = browser.post(where, {**words, "framework": reference}, follow=True).content.decode()
    assert f"{reference} Home care framework" in page
