"""Organisations are opened, people enrolled, roles given and ended, each by whoever may."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import OrganisationKind, Role
from carewright.platform.web.who.presenters import role_rows
from carewright.ui.formats import written_date
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

TOMORROW = make.TODAY + timedelta(days=1)


@pytest.fixture
def administrator() -> platform.Officer:
    return make.officer(Role.SYSTEM_ADMINISTRATOR)


def enrol(by: platform.Actor, organisation_id: object, **given: str) -> object:
    wanted = {"email": "new@example.org", "name": "New Person", "job_title": "Broker"}
    return platform.enrol_officer(
        organisation_id=organisation_id, by=by, at=make.NOW, **{**wanted, **given}
    )


def test_the_operator_opens_an_organisation_and_it_is_recorded() -> None:
    opened = platform.open_organisation(
        kind=OrganisationKind.COUNCIL,
        name="Elmshire Council",
        slug="elmshire",
        area_code="S12900001",
        by=make.OPERATOR,
        at=make.NOW,
    )
    assert platform.organisation("elmshire") == opened
    event = models.AuditEvent.objects.get()
    assert (event.act, event.by_id) == ("open_organisation", "operator")


def test_two_organisations_cannot_have_one_name() -> None:
    known = make.organisation()
    with pytest.raises(platform.CannotOpen, match="already"):
        platform.open_organisation(
            kind=OrganisationKind.COUNCIL,
            name=known.name,
            slug="other",
            by=make.OPERATOR,
            at=make.NOW,
        )


@pytest.mark.parametrize("practice", [True, False])
def test_real_and_invented_organisations_never_share_a_database(practice: bool) -> None:
    make.organisation(practice=practice)
    with pytest.raises(platform.CannotOpen, match="a place of its own"):
        platform.open_organisation(
            kind=OrganisationKind.COUNCIL,
            name="Another",
            slug="another",
            practice=not practice,
            by=make.OPERATOR,
            at=make.NOW,
        )


def test_an_administrator_enrols_a_person_who_has_no_password_yet(
    administrator: platform.Officer,
) -> None:
    enrol(administrator, administrator.organisation.id, email="New@Example.org ")
    account = models.Account.objects.get(email="new@example.org")
    assert not account.has_usable_password()
    [office] = platform.offices_of(account.id, on=make.TODAY)
    assert (office.officer.name, office.second_factor) == ("New Person", False)


def test_one_person_in_two_organisations_has_one_account(administrator: platform.Officer) -> None:
    enrol(administrator, administrator.organisation.id)
    other = make.officer(Role.SYSTEM_ADMINISTRATOR)
    enrol(other, other.organisation.id)
    account = models.Account.objects.get(email="new@example.org")
    assert len(platform.offices_of(account.id, on=make.TODAY)) == 2


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"email": "not an address"}, "not an e-mail address"),
        ({"name": " "}, "name"),
    ],
)
def test_whoever_cannot_be_enrolled_is_refused_with_the_reason(
    given: dict[str, str], why: str, administrator: platform.Officer
) -> None:
    with pytest.raises(platform.CannotEnrol, match=why):
        enrol(administrator, administrator.organisation.id, **given)


def test_nobody_is_enrolled_twice_in_one_organisation(administrator: platform.Officer) -> None:
    enrol(administrator, administrator.organisation.id)
    with pytest.raises(platform.CannotEnrol, match="already"):
        enrol(administrator, administrator.organisation.id)


def test_an_administrator_enrols_only_where_they_administer(
    administrator: platform.Officer,
) -> None:
    with pytest.raises(platform.NotYours):
        enrol(administrator, make.organisation().id)


def test_a_role_is_held_from_its_first_day_to_the_day_before_its_end(
    administrator: platform.Officer,
) -> None:
    officer = make.officer(organisation=_organisation(administrator))
    platform.grant_role(
        officer_id=officer.id,
        role=Role.BROKER,
        starts_on=date(2026, 7, 1),
        ends_before=date(2026, 8, 1),
        by=administrator,
        at=make.NOW,
    )

    def held(day: date) -> set[Role]:
        return set(platform.officer(officer.id, on=day).roles)

    assert held(date(2026, 6, 30)) == set()
    assert held(date(2026, 7, 1)) == held(date(2026, 7, 31)) == {Role.BROKER}
    assert held(date(2026, 8, 1)) == set()


def test_a_role_is_not_given_twice_for_one_day(administrator: platform.Officer) -> None:
    officer = make.officer(Role.BROKER, organisation=_organisation(administrator))
    with pytest.raises(platform.CannotGrant, match="already"):
        _grant(administrator, officer, Role.BROKER)
    assert models.AuditEvent.objects.count() == 0


def test_a_role_that_the_kind_of_organisation_does_not_have_is_refused(
    administrator: platform.Officer,
) -> None:
    officer = make.officer(organisation=_organisation(administrator))
    with pytest.raises(platform.CannotGrant, match="A council has no bid writer"):
        _grant(administrator, officer, Role.BID_WRITER)


def test_nobody_gives_a_role_to_themselves(administrator: platform.Officer) -> None:
    with pytest.raises(platform.CannotGrant, match="themselves"):
        _grant(administrator, administrator, Role.COMMISSIONER)


def test_a_role_ends_on_the_day_that_was_said(administrator: platform.Officer) -> None:
    officer = make.officer(Role.BROKER, organisation=_organisation(administrator))
    platform.end_role(
        officer_id=officer.id,
        role=Role.BROKER,
        ends_before=TOMORROW,
        by=administrator,
        at=make.NOW,
    )
    assert platform.officer(officer.id, on=make.TODAY).roles == {Role.BROKER}
    assert platform.officer(officer.id, on=TOMORROW).roles == set()
    with pytest.raises(platform.RoleNotHeld):
        platform.end_role(
            officer_id=officer.id,
            role=Role.BROKER,
            ends_before=TOMORROW,
            by=administrator,
            at=make.NOW,
        )


def test_officers_of_another_organisation_are_out_of_reach(
    administrator: platform.Officer,
) -> None:
    stranger = make.officer(Role.BROKER)
    with pytest.raises(platform.NotYours):
        _grant(administrator, stranger, Role.COMMISSIONER)
    with pytest.raises(platform.NotYours):
        platform.deactivate_officer(
            officer_id=stranger.id, reason="Left", by=administrator, at=make.NOW
        )


def test_nobody_ends_their_own_work(administrator: platform.Officer) -> None:
    with pytest.raises(platform.CannotDeactivate, match="ask another administrator"):
        platform.deactivate_officer(
            officer_id=administrator.id, reason="Left", by=administrator, at=make.NOW
        )
    assert models.Officer.objects.get(pk=administrator.id).active
    assert not models.AuditEvent.objects.exists()


def test_deactivating_says_when_and_why_and_twice_does_no_harm(
    administrator: platform.Officer,
) -> None:
    officer = make.officer(Role.BROKER, organisation=_organisation(administrator))
    for _ in range(2):
        platform.deactivate_officer(
            officer_id=officer.id, reason="Left", by=administrator, at=make.NOW
        )
    left = models.Officer.objects.get(pk=officer.id)
    assert (left.active, left.deactivated_at) == (False, make.NOW)
    assert models.AuditEvent.objects.get().reason == "Left"
    with pytest.raises(platform.NotFound):
        platform.officer(officer.id, on=make.TODAY)


def test_a_leaver_held_their_roles_until_they_left(administrator: platform.Officer) -> None:
    officer = make.officer(Role.BROKER, organisation=_organisation(administrator))
    platform.deactivate_officer(officer_id=officer.id, reason="Left", by=administrator, at=make.NOW)
    found = platform.enrolled_officer(officer.id, seen_by=administrator)
    (row,) = role_rows(found, TOMORROW)
    assert row.tag.text == "Ended"
    assert row.days.endswith(f"to {written_date(make.TODAY)}, when they left")
    assert not row.ends


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.SYSTEM_ADMINISTRATOR])
def test_no_other_role_gives_roles(role: Role) -> None:
    by = make.officer(role)
    with pytest.raises(platform.NotPermitted):
        _grant(by, by, Role.BROKER)


def test_the_database_refuses_an_address_in_capital_letters() -> None:
    with pytest.raises(IntegrityError, match="account_email_in_small_letters"):
        make.account(email="Person@example.org")


def test_the_database_refuses_a_role_that_ends_before_it_starts() -> None:
    officer = make.officer()
    with pytest.raises(IntegrityError, match="officer_role_ends"), transaction.atomic():
        models.OfficerRole.objects.create(
            officer_id=officer.id,
            role=Role.BROKER.value,
            starts_on=make.TODAY,
            ends_before=make.TODAY,
        )


def _organisation(by: platform.Officer) -> models.Organisation:
    return models.Organisation.objects.get(pk=by.organisation.id)


def _grant(by: platform.Actor, to: platform.Officer, role: Role) -> None:
    platform.grant_role(officer_id=to.id, role=role, starts_on=make.TODAY, by=by, at=make.NOW)
