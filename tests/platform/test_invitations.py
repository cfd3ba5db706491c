"""A letter lets one person in, once, on proof; and tells a stranger nothing."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.hashers import is_password_usable
from django.core import mail
from django.test import Client
from django.utils.timezone import now
from pytest_django import DjangoCaptureOnCommitCallbacks

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import InvitationKind, InvitationState, OrganisationKind, Role
from carewright.platform.rules.invitations import blockers_to_provider, state_of
from tests.factories import platform as make

pytestmark = pytest.mark.usefixtures("no_failures_remembered")

PERSON = {"name": "Nia Rowan", "email": "nia@example.org", "job_title": "Broker"}
WORDS = {"password1": "four-words-nobody-has", "password2": "four-words-nobody-has"}
PROVIDER = {
    "provider_name": "Alder Homes Limited", "provider_number": "sc 012345",
    "proof": "Looked up at Companies House on 3 June",
    "roles": [Role.REGISTERED_MANAGER.value],
}  # fmt: skip


@pytest.fixture
def administrator() -> platform.Officer:
    return make.officer(Role.SYSTEM_ADMINISTRATOR)


@pytest.fixture
def contracts() -> platform.Officer:
    return make.officer(Role.CONTRACT_MANAGER)


def invited(by: platform.Officer, **given: Any) -> platform.Invited:
    wanted = {
        "kind": InvitationKind.OFFICER, "email": PERSON["email"], "name": PERSON["name"],
        "roles": [Role.BROKER],
    }  # fmt: skip
    return platform.invite(by=by, at=now(), **{**wanted, **given})


def link(found: platform.Invited) -> str:
    return f"/invited/{found.organisation_id}/{found.token}/"


def over(page: Any) -> bool:
    return "This link does not work" in page.content.decode()


def test_the_administrator_invites_by_letter_and_the_person_gets_in_with_a_second_factor_next(
    administrator: platform.Officer,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    browser = make.signed_in(administrator)
    with django_capture_on_commit_callbacks(execute=True):
        browser.post("/invitations/officer/", {**PERSON, "roles": ["broker"]})
    [letter] = mail.outbox
    assert letter.to == ["nia@example.org"]
    assert "Nia" not in letter.subject
    path = re.search(r"http://testserver(\S+)", letter.body)[1]
    person = Client()
    assert "Nia Rowan" in person.get(path).content.decode()
    assert person.post(path, WORDS).url == "/"
    assert person.get("/sign-ins/").url == "/second-factor/set-up/"
    account = models.Account.objects.get(email="nia@example.org")
    with platform.acting_for(None, account_id=account.pk):
        [office] = platform.offices_of(account.pk, on=now().date() + timedelta(days=1))
    assert office.officer.roles == {Role.BROKER}
    assert office.officer.organisation == administrator.organisation
    acts = set(models.AuditEvent.objects.values_list("act", flat=True))
    assert {"invite_officer", "accept_invitation", "enrol_officer", "signed_in"} <= acts


def test_the_link_works_once(administrator: platform.Officer) -> None:
    found = invited(administrator)
    assert Client().post(link(found), WORDS).status_code == 302
    assert over(Client().get(link(found)))
    assert over(Client().post(link(found), WORDS))


def test_the_secret_of_the_link_is_not_kept(administrator: platform.Officer) -> None:
    found = invited(administrator)
    kept = models.Invitation.objects.values().get()
    assert found.token not in str(kept)
    assert found.token not in str(list(models.AuditEvent.objects.values()))


def test_a_link_that_never_was_and_one_that_is_over_look_alike(
    administrator: platform.Officer,
) -> None:
    found = invited(administrator)
    platform.withdraw_invitation(invitation_id=found.id, by=administrator, at=now())
    withdrawn = Client().get(link(found))
    never = Client().get(f"/invited/{administrator.organisation.id}/no-such-token/")
    nowhere = Client().get(f"/invited/{found.id}/no-such-token/")
    assert withdrawn.content == never.content == nowhere.content


@pytest.mark.parametrize(
    ("after", "state"),
    [
        (timedelta(days=7) - timedelta(seconds=1), InvitationState.OPEN),
        (timedelta(days=7), InvitationState.EXPIRED),
    ],
)
def test_it_ends_on_the_stroke(after: timedelta, state: InvitationState) -> None:
    end = make.NOW + timedelta(days=7)
    found = state_of(expires_at=end, accepted_at=None, withdrawn_at=None, at=make.NOW + after)
    assert found is state


def test_an_invitation_that_is_too_old_opens_nothing(administrator: platform.Officer) -> None:
    found = invited(administrator)
    models.Invitation.objects.update(
        sent_at=now() - timedelta(days=8), expires_at=now() - timedelta(days=1)
    )
    assert over(Client().get(link(found)))


def test_a_new_letter_makes_the_last_link_useless(administrator: platform.Officer) -> None:
    first = invited(administrator)
    second = platform.invite_again(invitation_id=first.id, by=administrator, at=now())
    assert over(Client().get(link(first)))
    assert not over(Client().get(link(second)))


def test_whoever_has_an_account_signs_in_to_it_first(administrator: platform.Officer) -> None:
    known = make.commissioner()
    found = invited(administrator, email=known.email)
    before = models.Account.objects.get(pk=known.account_id).password
    assert Client().post(link(found), WORDS).url.startswith("/sign-in/?next=")
    stranger = make.signed_in(make.commissioner())
    assert "another address" in stranger.get(link(found)).content.decode()
    stranger.post(link(found))
    assert not models.Officer.objects.filter(
        account_id=known.account_id, organisation_id=administrator.organisation.id
    ).exists()
    own = make.signed_in(known)
    assert own.post(link(found)).url == "/organisations/"
    assert administrator.organisation.name in own.get("/organisations/").content.decode()
    assert models.Account.objects.get(pk=known.account_id).password == before


def test_somebody_who_left_comes_back_by_invitation(administrator: platform.Officer) -> None:
    organisation = models.Organisation.objects.get(pk=administrator.organisation.id)
    left = make.commissioner(organisation=organisation)
    platform.deactivate_officer(officer_id=left.id, reason="Left", by=administrator, at=now())
    elsewhere = make.commissioner(account=models.Account.objects.get(pk=left.account_id))
    found = invited(administrator, email=elsewhere.email)
    make.signed_in(elsewhere).post(link(found))
    assert models.Officer.objects.get(pk=left.id).active


def test_a_weak_password_is_refused_and_the_link_still_works(
    administrator: platform.Officer,
) -> None:
    found = invited(administrator)
    page = Client().post(link(found), {"password1": "short", "password2": "short"})
    assert "There is a problem" in page.content.decode()
    assert not models.Account.objects.filter(email=PERSON["email"]).exists()
    assert not over(Client().get(link(found)))


def test_one_person_is_invited_once_at_a_time(administrator: platform.Officer) -> None:
    invited(administrator)
    with pytest.raises(platform.CannotInvite, match="send that invitation again"):
        invited(administrator)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"email": "not an address"}, "email address"), ({"name": " "}, "name"),
        ({"roles": []}, "at least one role"), ({"roles": [Role.BID_WRITER]}, "has no bid writer"),
    ],
)  # fmt: skip
def test_an_invitation_that_makes_no_sense_is_refused(
    administrator: platform.Officer, given: dict[str, Any], words: str
) -> None:
    with pytest.raises(platform.CannotInvite, match=words):
        invited(administrator, **given)


def test_nobody_invites_themselves(administrator: platform.Officer) -> None:
    with pytest.raises(platform.CannotInvite, match="themselves"):
        invited(administrator, email=administrator.email)


def test_a_provider_is_opened_by_its_first_person_on_proof(contracts: platform.Officer) -> None:
    browser = make.signed_in(contracts)
    page = browser.post("/invitations/provider/", {**PERSON, **PROVIDER})
    kept = models.Invitation.objects.get()
    assert page.url == f"/invitations/{kept.id}/"
    assert kept.provider_number == "SC012345"
    assert "Companies House" in browser.get(page.url).content.decode()
    again = platform.invite_again(invitation_id=kept.id, by=contracts, at=now())
    assert Client().post(link(again), WORDS).url == "/"
    opened = models.Organisation.objects.get(name="Alder Homes Limited")
    assert opened.kind == OrganisationKind.PROVIDER
    officer = models.Officer.objects.get(organisation=opened)
    held = set(officer.roles.values_list("role", flat=True))
    assert held == {"registered_manager", "system_administrator"}
    event = models.AuditEvent.objects.get(act="open_organisation", subject_id=str(opened.id))
    assert event.organisation_id == opened.id
    assert event.facts["number"] == "SC012345"


@pytest.mark.parametrize("missing", ["provider_name", "provider_number", "proof"])
def test_a_provider_without_proof_is_not_invited(contracts: platform.Officer, missing: str) -> None:
    browser = make.signed_in(contracts)
    page = browser.post("/invitations/provider/", {**PERSON, **PROVIDER, missing: ""})
    assert "There is a problem" in page.content.decode()
    assert not models.Invitation.objects.exists()


@pytest.mark.parametrize("number", ["123", "ABCDEFGH", "SC12345", "0123456789"])
def test_a_number_that_no_register_gives_is_refused(number: str) -> None:
    assert blockers_to_provider(name="A", number=number, proof="Looked it up today")


@pytest.mark.parametrize("number", ["01234567", "1123456", "SC012345", "sc 012 345", "IP12345R"])
def test_a_number_of_a_register_is_taken(number: str) -> None:
    assert not blockers_to_provider(name="A", number=number, proof="Looked it up today")


def test_a_provider_that_is_here_invites_its_own_people(contracts: platform.Officer) -> None:
    make.organisation(name="Alder Homes Limited", kind="provider")
    page = make.signed_in(contracts).post("/invitations/provider/", {**PERSON, **PROVIDER})
    assert "is here already" in page.content.decode()


def test_a_representative_gets_an_account_and_no_office_and_what_it_is_for_comes_back() -> None:
    worker = make.officer(Role.SOCIAL_WORKER)
    about = make.account().pk
    found = invited(
        worker, kind=InvitationKind.REPRESENTATIVE, roles=[], for_kind="person", for_id=about,
        proof="Saw the power of attorney", proof_document_id=about,
    )  # fmt: skip
    assert Client().get(link(found)).status_code == 404
    accepted = platform.accept_invitation(
        organisation_id=found.organisation_id, token=found.token,
        password=WORDS["password1"], by=None, at=now(),
    )  # fmt: skip
    assert (accepted.for_kind, accepted.for_id, accepted.officer_id) == ("person", about, None)
    account = models.Account.objects.get(pk=accepted.account_id)
    assert is_password_usable(account.password)
    [row] = platform.invitations_about("person", about, seen_by=worker, at=now())
    assert row.state is InvitationState.ACCEPTED


def test_the_list_of_another_organisation_is_empty_and_its_invitations_are_not_found(
    administrator: platform.Officer,
) -> None:
    found = invited(administrator)
    stranger = make.officer(Role.SYSTEM_ADMINISTRATOR)
    browser = make.signed_in(stranger)
    assert "Nia" not in browser.get("/invitations/").content.decode()
    assert browser.get(f"/invitations/{found.id}/").status_code == 404
    assert browser.post(f"/invitations/{found.id}/again/").status_code == 404
    assert browser.post(f"/invitations/{found.id}/withdraw/").status_code == 404


def test_the_list_takes_the_same_questions_for_one_as_for_twenty(
    administrator: platform.Officer, django_assert_num_queries: Any
) -> None:
    for number in range(20):
        with django_assert_num_queries(1):
            assert len(platform.invitations(seen_by=administrator, at=now())) == number
        invited(administrator, email=f"person{number}@example.com")
