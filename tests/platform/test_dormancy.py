"""An account that nobody signs in to for 90 days is disabled, after a letter that says so."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils.timezone import now
from pytest_django import DjangoCaptureOnCommitCallbacks

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Role, SignInStanding
from carewright.platform.jobs import look_at_sign_ins
from carewright.platform.rules.dormancy import awake_since, is_dormant, soon_dormant
from tests.factories import platform as make

pytestmark = pytest.mark.usefixtures("no_failures_remembered")

DAY = timedelta(days=1)


def officer_away_for(days: int, **given: object) -> platform.Officer:
    made = make.commissioner(**given)
    models.Account.objects.filter(pk=made.account_id).update(
        opened_at=now() - 400 * DAY, last_login=now() - days * DAY
    )
    return made


def look(by: platform.Officer) -> tuple[int, int]:
    with platform.acting_for(by.organisation.id):
        return platform.disable_dormant(
            organisation_id=by.organisation.id, by=make.OPERATOR, at=now()
        )


def account(by: platform.Officer) -> models.Account:
    return models.Account.objects.get(pk=by.account_id)


@pytest.mark.parametrize(
    ("away", "soon", "dormant"),
    [
        (75 * DAY, False, False),
        (76 * DAY, True, False),
        (90 * DAY - timedelta(seconds=1), True, False),
        (90 * DAY, False, True),
    ],
)
def test_the_letter_comes_two_weeks_before_and_the_end_on_the_stroke(
    away: timedelta, soon: bool, dormant: bool
) -> None:
    since = make.NOW - away
    assert (soon_dormant(since, make.NOW), is_dormant(since, make.NOW)) == (soon, dormant)


def test_who_never_signed_in_counts_from_the_day_the_account_was_opened() -> None:
    assert awake_since(make.NOW, None, None) == make.NOW


def test_somebody_away_for_90_days_is_disabled_and_it_is_recorded() -> None:
    officer = officer_away_for(91)
    make.signed_in(officer)
    models.Account.objects.filter(pk=officer.account_id).update(last_login=now() - 91 * DAY)
    assert look(officer) == (0, 1)
    assert account(officer).disabled_at is not None
    assert not models.Session.objects.filter(account_id=officer.account_id).exists()
    event = models.AuditEvent.objects.get(act="disable_dormant")
    assert event.organisation_id == officer.organisation.id
    assert look(officer) == (0, 0)


def test_the_officer_is_told_once_beforehand_and_nothing_personal_is_in_the_subject(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    officer = officer_away_for(80)
    with django_capture_on_commit_callbacks(execute=True):
        assert look(officer) == (1, 0)
        assert look(officer) == (0, 0)
    [letter] = mail.outbox
    assert letter.to == [officer.email]
    assert officer.name not in letter.subject
    assert re.search(r"before \d+ \w+ \d{4}", letter.body)


def test_the_sign_in_itself_refuses_whoever_comes_too_late_though_no_night_has_passed() -> None:
    officer = officer_away_for(91)
    answer = Client().post("/sign-in/", {"login": officer.email, "password": make.PASSWORD})
    assert answer.url == "/sign-in/ended/"
    assert account(officer).disabled_at is not None
    assert models.AuditEvent.objects.filter(
        act="disable_dormant", organisation_id=officer.organisation.id
    ).exists()


def test_a_disabled_account_stays_out_with_the_right_password() -> None:
    officer = officer_away_for(91)
    look(officer)
    answer = Client().post("/sign-in/", {"login": officer.email, "password": make.PASSWORD})
    assert Client().get("/organisations/").url.startswith("/sign-in/")
    assert answer.status_code == 200 or answer.url == "/sign-in/ended/"


def test_invented_people_are_left_alone() -> None:
    officer = officer_away_for(200, organisation=make.organisation(practice=True))
    assert look(officer) == (0, 0)


def test_the_administrator_sees_who_is_soon_disabled_and_enables_again(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    officer = officer_away_for(80)
    organisation = models.Organisation.objects.get(pk=officer.organisation.id)
    browser = make.signed_in(make.officer(Role.SYSTEM_ADMINISTRATOR, organisation=organisation))
    page = browser.get("/sign-ins/", {"standing": "soon_disabled"}).content.decode()
    assert officer.email in page
    assert "1 person" in page
    models.Account.objects.filter(pk=officer.account_id).update(last_login=now() - 91 * DAY)
    look(officer)
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(f"/sign-ins/{officer.id}/enable/", {"enable-reason": "Back from leave"})
    [letter] = mail.outbox
    link = re.search(r"http://testserver(\S+)", letter.body)[1]
    person = Client()
    words = {"password1": "another-long-password", "password2": "another-long-password"}
    assert person.post(person.get(link).url, words).url == "/sign-in/password-set/"
    said = {"login": officer.email, "password": "another-long-password"}
    assert person.post("/sign-in/", said).url == "/"
    assert models.AuditEvent.objects.get(act="enable_account").reason == "Back from leave"


def test_the_old_password_is_gone_once_an_account_is_enabled_again() -> None:
    officer = officer_away_for(91)
    look(officer)
    platform.enable_account(officer_id=officer.id, reason="Back", by=make.OPERATOR, at=now())
    assert not account(officer).has_usable_password()


def test_an_account_in_use_is_not_enabled() -> None:
    officer = make.commissioner()
    with pytest.raises(platform.NotDisabled):
        platform.enable_account(officer_id=officer.id, reason="x", by=make.OPERATOR, at=now())


def test_the_nightly_look_goes_through_every_organisation() -> None:
    officers = [officer_away_for(91), officer_away_for(91)]
    look_at_sign_ins(timestamp=0)
    assert all(account(each).disabled_at for each in officers)


def test_standings_are_seen_in_a_fixed_number_of_questions(
    django_assert_num_queries: object,
) -> None:
    first = make.officer(Role.SYSTEM_ADMINISTRATOR)
    organisation = models.Organisation.objects.get(pk=first.organisation.id)
    with django_assert_num_queries(3):  # type: ignore[operator]
        platform.staff(seen_by=first, at=now())
    for _ in range(20):
        make.commissioner(organisation=organisation)
    with django_assert_num_queries(3):  # type: ignore[operator]
        found = platform.staff(seen_by=first, at=now())
    assert len(found) == 21
    assert {each.standing for each in found} <= set(SignInStanding)
