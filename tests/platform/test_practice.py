"""One-click sign-ins exist among invented people on this machine, and nowhere else."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Role
from carewright_engine.tables.practice import land
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

ISLA = "commissioner@elmshire.example"


@pytest.fixture
def practice_people() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)


@pytest.fixture
def browser(practice_people: None) -> Client:
    return Client()


def test_one_click_makes_anybody_here_a_practice_officer(browser: Client) -> None:
    page = browser.get("/practice/").content.decode()
    assert "Be Isla Rowan, commissioning manager of Elmshire Council" in page
    assert browser.post("/practice/", {"email": ISLA}).url == "/"
    job = make.job(_officer(ISLA))
    assert browser.get(f"/jobs/{job.id}/").status_code == 200


def test_one_click_changes_from_one_person_to_another(browser: Client) -> None:
    browser.post("/practice/", {"email": ISLA})
    browser.post("/practice/", {"email": "commissioner@oakshire.example"})
    job = make.job(_officer(ISLA))
    assert browser.get(f"/jobs/{job.id}/").status_code == 404


def test_every_persona_can_be_become(browser: Client) -> None:
    for persona in platform.PERSONAS:
        browser.post("/practice/", {"email": persona.email})
        page = unescape(browser.get("/organisations/").content.decode())
        assert persona.job_title in page
        assert all(role.label in page for role in persona.roles)


def test_every_role_has_a_persona_in_an_organisation_that_has_the_role() -> None:
    kinds = {each.slug: each.kind for each in platform.PRACTICE_ORGANISATIONS}
    for persona in platform.PERSONAS:
        assert set(persona.roles) <= platform.ROLES_OF_KIND[kinds[persona.organisation]], persona
    assert {role for persona in platform.PERSONAS for role in persona.roles} == set(Role)


@pytest.mark.parametrize(
    "role",
    [
        Role.AUTHORISING_DIRECTOR, Role.LEGAL_ADVISER, Role.BUDGET_HOLDER, Role.FINANCE_OFFICER,
        Role.DECIDING_MEMBER, Role.SYSTEM_ADMINISTRATOR, Role.EVALUATOR,
    ],
)  # fmt: skip
def test_where_two_are_needed_elmshire_has_two(role: Role) -> None:
    ours = [p for p in platform.PERSONAS if p.organisation == "elmshire" and role in p.roles]
    assert len(ours) >= 2


def test_no_two_personas_share_a_name_or_an_address() -> None:
    names = [persona.name for persona in platform.PERSONAS]
    addresses = [persona.email for persona in platform.PERSONAS]
    assert len(set(names)) == len(names)
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_live_installation_has_no_practice_sign_ins(
    method: str, browser: Client, live: Settings
) -> None:
    answer = getattr(browser, method)("/practice/", {"email": ISLA})
    assert answer.status_code == 403
    assert "live installation" in answer.content.decode()


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "2001:db8::1"},
        {"headers": {"X-Forwarded-For": "127.0.0.1"}},
        {"headers": {"Forwarded": "for=127.0.0.1"}},
        {"headers": {"X-Real-IP": "127.0.0.1"}},
    ],
    ids=str,
)
def test_another_machine_has_no_practice_sign_ins(
    elsewhere: dict[str, Any], browser: Client
) -> None:
    answer = browser.post("/practice/", {"email": ISLA}, **elsewhere)
    assert answer.status_code == 403
    assert "on the machine that runs Carewright" in answer.content.decode()
    assert browser.get("/organisations/").url.startswith("/sign-in/")


def test_a_database_with_a_real_organisation_has_no_practice_sign_ins(browser: Client) -> None:
    make.organisation()
    answer = browser.post("/practice/", {"email": ISLA})
    assert answer.status_code == 403
    assert "real organisation" in answer.content.decode()


def test_debugging_and_practice_sign_ins_exclude_each_other(
    browser: Client, settings: Settings
) -> None:
    settings.DEBUG = True
    assert browser.post("/practice/", {"email": ISLA}).status_code == 403


@pytest.mark.parametrize("email", ["", "nobody@elmshire.example"])
def test_nobody_but_a_persona_can_be_become(browser: Client, email: str) -> None:
    assert browser.post("/practice/", {"email": email}).status_code == 404


def test_an_enrolled_person_at_a_persona_s_address_is_no_persona(client: Client) -> None:
    invented = make.organisation(practice=True)
    make.commissioner(organisation=invented, account=make.account(email="me@elmshire.example"))
    assert client.post("/practice/", {"email": "me@elmshire.example"}).status_code == 404


def test_a_practice_session_is_worth_nothing_once_the_installation_is_live(
    browser: Client, settings: Settings
) -> None:
    browser.post("/practice/", {"email": ISLA})
    settings.PRACTICE = False
    assert browser.get("/organisations/").url == "/sign-in/ended/"


def test_asking_twice_for_thepractice_people_changes_nothing(practice_people: None) -> None:
    before = (models.Organisation.objects.count(), models.OfficerRole.objects.count())
    events = models.AuditEvent.objects.count()
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    assert (models.Organisation.objects.count(), models.OfficerRole.objects.count()) == before
    assert models.AuditEvent.objects.count() == events


def test_roles_that_an_older_home_began_late_begin_before_the_work_that_they_do(
    practice_people: None,
) -> None:
    today = timezone.localdate(make.NOW)
    isla = models.OfficerRole.objects.filter(officer__account__email=ISLA)
    isla.update(starts_on=today)
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    assert [(each.ends_before, each.starts_on < today) for each in isla.order_by("starts_on")] == [
        (today, True), (None, False),
    ]  # fmt: skip


def test_no_invented_people_go_where_real_work_is() -> None:
    make.organisation()
    with pytest.raises(platform.RealWorkIsHere, match="of their own"):
        platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)


def testpractice_people_have_no_password_that_anybody_could_guess(practice_people: None) -> None:
    accounts = models.Account.objects.all()
    assert accounts
    assert not any(account.has_usable_password() for account in accounts)


def test_practice_councils_are_those_of_the_practice_region() -> None:
    ours = {each.area_code: each.name for each in platform.PRACTICE_ORGANISATIONS}
    for council in land.COUNCILS:
        assert ours[council.code] == f"{council.name} Council"
    assert ours[land.HEALTH_BOARD_CODE] == land.HEALTH_BOARD_BODY


def _officer(email: str) -> platform.Officer:
    account = models.Account.objects.get(email=email)
    [office] = platform.offices_of(account.id, on=make.TODAY.replace(year=2099))
    return office.officer
