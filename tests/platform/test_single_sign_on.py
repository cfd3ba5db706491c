"""An employer's sign-in opens accounts that are enrolled already, and no others."""

from __future__ import annotations

import pytest
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.login import complete_login
from allauth.socialaccount.models import SocialAccount
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django.fixtures import Settings

from carewright.platform import api as platform
from carewright.platform import models
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "work",
                "name": "your work account",
                "client_id": "carewright",
                "secret": "secret",
                "settings": {"server_url": "https://identity.example"},
            }
        ]
    }
}


@platform.public("stands for the identity provider's answer")
def answer(request: HttpRequest) -> HttpResponse:
    """Goes on as the library does once the provider's token has been checked."""
    email = request.GET["email"]
    verified = request.GET.get("verified", "yes") == "yes"
    told = {
        "userinfo": {"sub": email.lower(), "email": email, "email_verified": verified},
        "id_token": {"amr": request.GET.getlist("amr")},
    }
    provider = get_adapter().get_provider(request, "work")
    login = provider.sociallogin_from_response(request, told)
    login.state = {"process": request.GET.get("process", "login")}
    return complete_login(request, login)


@pytest.fixture(autouse=True)
def _provider(settings: Settings) -> None:
    from carewright.config.urls import urlpatterns

    settings.ROOT_URLCONF = (*urlpatterns, path("answer/", answer))
    settings.SOCIALACCOUNT_PROVIDERS = PROVIDERS


@pytest.fixture
def officer() -> platform.Officer:
    return make.commissioner()


def test_the_sign_in_page_offers_it_where_the_operator_has_set_it(
    client: Client, settings: Settings
) -> None:
    assert "Sign in with your work account" in client.get("/sign-in/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "your work account" not in client.get("/sign-in/").content.decode()


def test_a_verified_address_opens_the_enrolled_account(
    client: Client, officer: platform.Officer
) -> None:
    assert client.get("/answer/", {"email": officer.email.upper()}).url == "/"
    assert officer.organisation.name in client.get("/organisations/").content.decode()
    linked = SocialAccount.objects.get()
    assert linked.user_id == officer.account_id


def test_an_address_that_the_employer_has_not_verified_opens_nothing(
    client: Client, officer: platform.Officer
) -> None:
    found = client.get("/answer/", {"email": officer.email, "verified": "no"})
    assert found.url == "/sign-in/with/refused/"
    assert client.get("/organisations/").url.startswith("/sign-in/")


def test_somebody_who_is_not_enrolled_gets_no_account(client: Client) -> None:
    found = client.get("/answer/", {"email": "nobody@example.org"})
    assert found.url == "/sign-in/with/refused/"
    assert not models.Account.objects.exists()


def test_somebody_who_has_left_is_refused_though_the_employer_still_knows_them(
    client: Client, officer: platform.Officer
) -> None:
    client.get("/answer/", {"email": officer.email})
    client.post("/sign-out/")
    platform.deactivate_officer(officer_id=officer.id, reason="Left", by=make.OPERATOR, at=make.NOW)
    assert client.get("/answer/", {"email": officer.email}).url == "/sign-in/ended/"


def test_a_second_factor_shown_to_the_employer_counts(
    client: Client, officer: platform.Officer
) -> None:
    job = make.job(officer)
    client.get("/answer/", {"email": officer.email, "amr": ["pwd", "mfa"]})
    assert client.get(f"/jobs/{job.id}/").status_code == 200


def test_a_password_alone_at_the_employer_s_does_not_count(
    client: Client, officer: platform.Officer
) -> None:
    job = make.job(officer)
    client.get("/answer/", {"email": officer.email, "amr": ["pwd"]})
    assert client.get(f"/jobs/{job.id}/").url == "/second-factor/set-up/"


def test_nobody_attaches_another_identity_to_their_account_by_hand(
    officer: platform.Officer,
) -> None:
    browser = make.signed_in(officer)
    browser.get("/answer/", {"email": "other@example.org", "process": "connect"})
    assert not SocialAccount.objects.exists()
