"""Groups of the employer's sign-in give roles, tried against a provider that runs beside us."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import oidc_provider_mock
import pytest
import requests
from django.core.cache import cache
from django.test import Client
from django.utils.timezone import localdate, now
from pytest_django.fixtures import Settings

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import GroupGives, Role
from carewright.platform.rules.groups import changes_at_sign_in, groups_told
from tests.factories import platform as make

pytestmark = [
    pytest.mark.usefixtures("no_failures_remembered"),
    # The provider's own libraries are about to change; ours is not asked by them.
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


class Employer:
    """An employer's sign-in at which people press the button that says yes."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.asked: dict[str, list[str]] = {}

    def knows(self, email: str, **claims: Any) -> None:
        """Sets what the sign-in says of somebody from now on."""
        told = {"email": email, "email_verified": True, **claims}
        requests.put(f"{self.address}/users/{email}", json=told, timeout=10).raise_for_status()

    def signs_in(self, email: str, browser: Client | None = None) -> Any:
        """Goes the whole way: from our button to the employer's page and back to us."""
        sits = browser or Client()
        there = sits.post("/sign-in/with/work/").url
        self.asked = parse_qs(urlsplit(there).query)
        said = requests.post(there, data={"sub": email}, allow_redirects=False, timeout=10)
        back = urlsplit(said.headers["Location"])
        return sits.get(f"{back.path}?{back.query}")


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with oidc_provider_mock.run_server_in_thread() as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def employer(provider: str, settings: Settings) -> Employer:
    cache.clear()
    app = {
        "provider_id": "work", "name": "your work account", "client_id": "carewright",
        "secret": "a-secret-of-the-test", "settings": {"server_url": provider},
    }  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
    }
    return Employer(provider)


@pytest.fixture
def officer() -> platform.Officer:
    return make.officer(Role.COMMISSIONER)


@pytest.fixture
def administrator(officer: platform.Officer) -> platform.Officer:
    organisation = models.Organisation.objects.get(pk=officer.organisation.id)
    return make.officer(Role.SYSTEM_ADMINISTRATOR, organisation=organisation)


@pytest.fixture
def brokers(administrator: platform.Officer) -> Any:
    return platform.let_group_give(group="brokers", role=Role.BROKER, by=administrator, at=now())


def roles_of(by: platform.Officer) -> set[Role]:
    return set(platform.officer(by.id, on=localdate()).roles)


def test_the_whole_way_through_a_provider_uses_pkce(
    employer: Employer, officer: platform.Officer
) -> None:
    employer.knows(officer.email, amr=["pwd", "mfa"])
    browser = Client()
    assert employer.signs_in(officer.email, browser).url == "/"
    assert employer.asked["code_challenge_method"] == ["S256"]
    assert browser.get(f"/jobs/{make.job(officer).id}/").status_code == 200


def test_somebody_who_is_not_enrolled_is_refused(employer: Employer, db: None) -> None:
    employer.knows("nobody@example.org", amr=["mfa"])
    assert employer.signs_in("nobody@example.org").url == "/sign-in/with/refused/"
    assert not models.Account.objects.exists()


def test_an_address_that_is_not_verified_is_refused(
    employer: Employer, officer: platform.Officer
) -> None:
    employer.knows(officer.email, email_verified=False, amr=["mfa"])
    assert employer.signs_in(officer.email).url == "/sign-in/with/refused/"


def test_without_a_word_about_a_second_factor_one_is_asked_for(
    employer: Employer, officer: platform.Officer
) -> None:
    employer.knows(officer.email)
    browser = Client()
    employer.signs_in(officer.email, browser)
    assert browser.get(f"/jobs/{make.job(officer).id}/").url == "/second-factor/set-up/"
    make.second_factor(officer.account_id)
    assert employer.signs_in(officer.email).url == "/sign-in/code/"


def test_a_group_gives_a_role_and_its_loss_ends_it_at_the_next_sign_in(
    employer: Employer, officer: platform.Officer, brokers: Any
) -> None:
    employer.knows(officer.email, groups=["brokers", "parking"])
    employer.signs_in(officer.email)
    assert roles_of(officer) == {Role.COMMISSIONER, Role.BROKER}
    models.OfficerRole.objects.filter(role="broker").update(
        starts_on=localdate() - timedelta(days=3)
    )
    employer.knows(officer.email, groups=["parking"])
    employer.signs_in(officer.email)
    assert roles_of(officer) == {Role.COMMISSIONER}
    held = models.OfficerRole.objects.get(role="broker")
    assert (held.from_group, held.ends_before) == ("brokers", localdate())
    events = models.AuditEvent.objects.filter(
        organisation_id=officer.organisation.id, subject_id=str(officer.id)
    )
    assert list(events.order_by("at").values_list("act", flat=True)) == ["grant_role", "end_role"]


def test_a_role_given_by_hand_is_neither_doubled_nor_ended(
    employer: Employer, officer: platform.Officer, administrator: platform.Officer
) -> None:
    platform.let_group_give(group="leads", role=Role.COMMISSIONER, by=administrator, at=now())
    for groups in (["leads"], []):
        employer.knows(officer.email, groups=groups)
        employer.signs_in(officer.email)
        [held] = models.OfficerRole.objects.filter(officer_id=officer.id)
        assert (held.from_group, held.ends_before) == ("", None)


def test_the_table_of_one_organisation_gives_nothing_in_another(
    employer: Employer, officer: platform.Officer, brokers: Any
) -> None:
    account = models.Account.objects.get(pk=officer.account_id)
    elsewhere = make.commissioner(account=account)
    employer.knows(officer.email, groups=["brokers"])
    employer.signs_in(officer.email)
    assert Role.BROKER in roles_of(officer)
    assert Role.BROKER not in roles_of(elsewhere)


def test_a_group_never_makes_an_administrator_unless_that_was_declared(
    administrator: platform.Officer,
) -> None:
    wanted = {"group": "it", "role": Role.SYSTEM_ADMINISTRATOR, "by": administrator, "at": now()}
    with pytest.raises(platform.CannotMap, match="confirm"):
        platform.let_group_give(**wanted)
    assert platform.let_group_give(**wanted, administrator_declared=True)


def test_the_page_shows_what_a_line_would_do_before_it_is_saved(
    employer: Employer, officer: platform.Officer, administrator: platform.Officer
) -> None:
    models.Account.objects.filter(pk=officer.account_id).update(name="Nia Rowan")
    employer.knows(officer.email, groups=["brokers"])
    employer.signs_in(officer.email)
    browser = make.signed_in(administrator)
    line = {"group": "brokers", "role": "broker"}
    page = browser.post("/sign-in-groups/", {**line, "then": "preview"}).content.decode()
    assert "Nia Rowan" in page
    assert not models.GroupRole.objects.exists()
    assert browser.post("/sign-in-groups/", {**line, "then": "save"}).url == "/sign-in-groups/"
    [kept] = platform.group_roles(seen_by=administrator)
    employer.signs_in(officer.email)
    removing = browser.get(f"/sign-in-groups/{kept.id}/").content.decode()
    assert "Nia Rowan" in removing
    browser.post(f"/sign-in-groups/{kept.id}/")
    employer.signs_in(officer.email)
    assert Role.BROKER not in roles_of(officer)


@pytest.mark.parametrize(
    ("told", "groups"),
    [
        ({"userinfo": {"groups": ["a", "b"]}}, {"a", "b"}),
        ({"userinfo": {}, "id_token": {"groups": "a"}}, {"a"}),
        ({"userinfo": {"sub": "x"}}, set()),
        ({"id_token": {"_claim_names": {"groups": "src1"}}}, None),
    ],
)
def test_groups_are_read_wherever_the_sign_in_names_them(
    told: dict[str, Any], groups: set[str] | None
) -> None:
    assert groups_told(told) == groups


def test_two_groups_that_give_one_role_give_it_once() -> None:
    table = [GroupGives("a", Role.BROKER), GroupGives("b", Role.BROKER)]
    changes = changes_at_sign_in(table, groups={"a", "b"}, by_hand=(), by_group=())
    assert changes.given == (GroupGives("a", Role.BROKER),)
    stays = changes_at_sign_in(table, groups={"b"}, by_hand=(), by_group={Role.BROKER})
    assert (stays.given, stays.ended) == ((), ())


def test_a_stranger_finds_no_line_of_the_table(brokers: Any) -> None:
    browser = make.signed_in(make.officer(Role.SYSTEM_ADMINISTRATOR))
    assert browser.get(f"/sign-in-groups/{brokers}/").status_code == 404
