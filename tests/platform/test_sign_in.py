"""People prove who they are with two things, and nobody gets further without them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.test import Client
from django.urls import reverse

from carewright.platform import api as platform
from carewright.platform import models
from tests.factories import platform as make

pytestmark = pytest.mark.usefixtures("no_failures_remembered")


@pytest.fixture
def officer() -> platform.Officer:
    return make.commissioner()


def code_for(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))


def give_password(browser: Client, email: str, password: str = make.PASSWORD) -> Any:
    return browser.post("/sign-in/", {"login": email, "password": password})


def events() -> list[str]:
    return list(models.AuditEvent.objects.order_by("at").values_list("act", flat=True))


def test_the_sign_in_page_asks_for_address_and_password(client: Client) -> None:
    page = client.get("/sign-in/").content.decode()
    assert "Work email address" in page
    assert 'name="password"' in page
    assert "placeholder" not in page


def test_whoever_is_not_signed_in_is_led_to_the_sign_in_page_and_back(client: Client) -> None:
    answer = client.get("/organisations/")
    assert answer.url == "/sign-in/?next=/organisations/"


def test_a_password_alone_leads_to_setting_up_a_second_factor(
    client: Client, officer: platform.Officer
) -> None:
    give_password(client, officer.email)
    job = make.job(officer)
    answer = client.get(f"/jobs/{job.id}/")
    assert (answer.status_code, answer.url) == (302, "/second-factor/set-up/")


def test_setting_up_the_second_factor_opens_the_door_and_gives_recovery_codes(
    client: Client, officer: platform.Officer
) -> None:
    give_password(client, officer.email)
    page = client.get("/second-factor/set-up/")
    assert "data:image/svg+xml;base64," in page.content.decode()
    secret = page.context_data["form"].secret
    answer = client.post("/second-factor/set-up/", {"code": code_for(secret)})
    assert answer.url == "/second-factor/recovery-codes/"
    codes = client.get(answer.url).content.decode()
    assert len(re.findall(r"<li><code>\d+</code></li>", codes)) == 10
    assert client.get(f"/jobs/{make.job(officer).id}/").status_code == 200


def test_a_wrong_first_code_changes_nothing(client: Client, officer: platform.Officer) -> None:
    give_password(client, officer.email)
    client.get("/second-factor/set-up/")
    answer = client.post("/second-factor/set-up/", {"code": "000000"})
    assert "There is a problem" in answer.content.decode()
    assert client.get(f"/jobs/{make.job(officer).id}/").status_code == 302


def test_whoever_has_a_second_factor_is_asked_for_it(
    client: Client, officer: platform.Officer
) -> None:
    secret = make.second_factor(officer.account_id)
    assert give_password(client, officer.email).url == "/sign-in/code/"
    assert client.get("/organisations/").url.startswith("/sign-in/")
    assert client.post("/sign-in/code/", {"code": code_for(secret)}).url == "/"
    assert client.get("/organisations/").status_code == 200
    assert events() == ["signed_in"]


def test_a_recovery_code_opens_once(officer: platform.Officer) -> None:
    make.second_factor(officer.account_id)
    account = models.Account.objects.get(pk=officer.account_id)
    code = RecoveryCodes.activate(account).get_unused_codes()[0]
    first, second = Client(), Client()
    give_password(first, officer.email)
    assert first.post("/sign-in/code/", {"code": code}).url == "/"
    give_password(second, officer.email)
    assert second.post("/sign-in/code/", {"code": code}).status_code == 200


def test_a_failed_sign_in_says_the_same_whether_or_not_the_address_is_known(
    client: Client, officer: platform.Officer
) -> None:
    known = give_password(client, officer.email, "wrong-wrong-wrong")
    unknown = give_password(client, "nobody@example.org", "wrong-wrong-wrong")
    assert _problem(known) == _problem(unknown)


def test_nobody_registers_themselves(client: Client) -> None:
    page = client.get(reverse("account_signup"))
    assert "nobody registers themselves" in page.content.decode()
    assert client.post(reverse("account_signup"), {"email": "a@b.example"}).status_code == 405


def test_a_person_who_has_left_cannot_sign_in(client: Client, officer: platform.Officer) -> None:
    _deactivate(officer)
    assert give_password(client, officer.email).url == "/sign-in/ended/"
    assert client.get("/organisations/").url.startswith("/sign-in/")
    assert "sign_in_refused" in events()


def test_leaving_ends_every_session_at_once(officer: platform.Officer) -> None:
    browsers = [make.signed_in(officer), Client()]
    browsers[1].force_login(models.Account.objects.get(pk=officer.account_id))
    job = make.job(officer)
    assert browsers[0].get(f"/jobs/{job.id}/").status_code == 200
    _deactivate(officer)
    for browser in browsers:
        assert browser.get(f"/jobs/{job.id}/").url.startswith("/sign-in/?next=")


def test_closing_the_account_ends_the_session_too(officer: platform.Officer) -> None:
    browser = make.signed_in(officer)
    models.Account.objects.update(is_active=False)
    assert browser.get("/organisations/").url.startswith("/sign-in/?next=")


def test_leaving_one_organisation_ends_the_session_that_acts_for_it(
    officer: platform.Officer,
) -> None:
    make.commissioner(account=models.Account.objects.get(pk=officer.account_id))
    browser = make.signed_in(officer)
    browser.post("/organisations/", {"organisation": str(officer.organisation.id)})
    _deactivate(officer)
    assert browser.get("/organisations/").url.startswith("/sign-in/?next=")


def test_a_forgotten_password_is_set_anew_by_a_link_that_works_once(
    client: Client, officer: platform.Officer
) -> None:
    client.post("/sign-in/forgotten/", {"email": officer.email})
    [letter] = mail.outbox
    link = re.search(r"http://testserver(\S+)", letter.body)[1]
    new = {"password1": "another-long-password", "password2": "another-long-password"}
    form = client.get(link).url
    assert client.post(form, new).url == "/sign-in/password-set/"
    assert "does not work any more" in Client().get(link).content.decode()
    assert give_password(Client(), officer.email, "another-long-password").url == "/"


def test_asking_for_a_link_says_the_same_for_an_unknown_address(
    client: Client, officer: platform.Officer
) -> None:
    known = client.post("/sign-in/forgotten/", {"email": officer.email})
    unknown = client.post("/sign-in/forgotten/", {"email": "nobody@example.org"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def test_a_short_password_is_refused(client: Client, officer: platform.Officer) -> None:
    client.post("/sign-in/forgotten/", {"email": officer.email})
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    answer = client.post(client.get(link).url, {"password1": "short", "password2": "short"})
    assert "There is a problem" in answer.content.decode()


def test_replacing_the_second_factor_leads_straight_to_the_new_one(
    client: Client, officer: platform.Officer
) -> None:
    secret = make.second_factor(officer.account_id)
    give_password(client, officer.email)
    client.post("/sign-in/code/", {"code": code_for(secret)})
    client.post("/second-factor/replace/")
    assert client.get(f"/jobs/{make.job(officer).id}/").url == "/second-factor/set-up/"


def test_signing_out_ends_the_session_and_is_recorded(officer: platform.Officer) -> None:
    browser = make.signed_in(officer)
    browser.post("/sign-out/")
    assert browser.get("/organisations/").url.startswith("/sign-in/")
    assert events()[-1] == "signed_out"


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_inactive",
        "account_signup",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "socialaccount_login_error",
        "socialaccount_login_cancelled",
    ],
)
def test_every_page_before_sign_in_can_be_read(client: Client, name: str) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code in {200, 401}
    assert "<h1>" in answer.content.decode()


@pytest.mark.parametrize(
    "name",
    [
        "mfa_index",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "account_logout",
        "account_reauthenticate",
        "mfa_reauthenticate",
    ],
)
def test_every_page_about_one_s_own_sign_in_can_be_read(
    client: Client, officer: platform.Officer, name: str
) -> None:
    secret = make.second_factor(officer.account_id)
    RecoveryCodes.activate(models.Account.objects.get(pk=officer.account_id))
    give_password(client, officer.email)
    client.post("/sign-in/code/", {"code": code_for(secret)})
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert "<h1>" in answer.content.decode()


def _problem(answer: Any) -> list[str]:
    return re.findall(r"<li>(.*?)</li>", answer.content.decode())


def _deactivate(officer: platform.Officer) -> None:
    platform.deactivate_officer(officer_id=officer.id, reason="Left", by=make.OPERATOR, at=make.NOW)
