"""Five failures lock a sign-in, also for the right password, until time or somebody opens it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Role
from carewright.platform.rules.lock_out import LOCKED_FOR, Tries, after_another
from carewright.platform.web import sign_in
from tests.factories import platform as make

WRONG = "wrong-wrong-wrong"
START = make.NOW


@pytest.fixture
def officer(no_failures_remembered: None) -> platform.Officer:
    return make.commissioner()


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Sets the clock that signing in reads."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(sign_in, "now", lambda: moment)

    set_to(START)
    return set_to


def tries(email: str, password: str = WRONG) -> Any:
    return Client().post("/sign-in/", {"login": email, "password": password})


def let_in(answer: Any) -> bool:
    return bool(answer.status_code == 302)


def test_four_failures_lock_nothing(officer: platform.Officer, at: Callable[..., None]) -> None:
    for _ in range(4):
        tries(officer.email)
    assert let_in(tries(officer.email, make.PASSWORD))


def test_five_failures_lock_even_the_right_password(
    officer: platform.Officer, at: Callable[..., None]
) -> None:
    for _ in range(5):
        tries(officer.email)
    assert not let_in(tries(officer.email, make.PASSWORD))
    events = models.AuditEvent.objects.order_by("at", "id").filter(act="sign_in_failed")
    assert sorted(each.facts["locked"] for each in events) == [False] * 4 + [True]


def test_it_opens_on_the_stroke_and_not_a_second_before(
    officer: platform.Officer, at: Callable[..., None]
) -> None:
    for _ in range(5):
        tries(officer.email)
    at(START + LOCKED_FOR - timedelta(seconds=1))
    assert not let_in(tries(officer.email, make.PASSWORD))
    at(START + LOCKED_FOR)
    assert let_in(tries(officer.email, make.PASSWORD))


def test_after_it_opened_five_more_failures_are_needed(
    officer: platform.Officer, at: Callable[..., None]
) -> None:
    for _ in range(5):
        tries(officer.email)
    at(START + LOCKED_FOR)
    for _ in range(4):
        tries(officer.email)
    assert let_in(tries(officer.email, make.PASSWORD))


def test_the_right_password_takes_the_failures_back(
    officer: platform.Officer, at: Callable[..., None]
) -> None:
    for _ in range(2):
        for _ in range(4):
            tries(officer.email)
        assert let_in(tries(officer.email, make.PASSWORD))


def test_an_address_is_locked_however_it_is_typed(
    officer: platform.Officer, at: Callable[..., None]
) -> None:
    for each in (str.upper, str.title, str, str, str):
        tries(each(officer.email))
    assert not let_in(tries(officer.email, make.PASSWORD))


def test_an_unknown_address_is_locked_alike_and_is_not_kept(
    officer: platform.Officer, at: Callable[..., None]
) -> None:
    known, unknown = [], []
    for _ in range(6):
        known.append(tries(officer.email).context_data["form"].errors)
        unknown.append(tries("nobody@example.org").context_data["form"].errors)
    assert known == unknown
    assert "too many" in str(unknown[-1]).lower()
    assert "nobody" not in str(models.SignInLock.objects.values_list())


@pytest.mark.parametrize("gap", [timedelta(minutes=15), timedelta(hours=2)])
def test_failures_far_apart_are_mistakes(gap: timedelta) -> None:
    counted = Tries()
    for number in range(20):
        counted = after_another(counted, START + number * gap)
        assert counted.failures == 1


@pytest.mark.django_db(transaction=True)
def test_a_hundred_tries_at_once_are_five() -> None:
    counted = []

    def try_once() -> None:
        for _ in range(10):
            counted.append(platform.take_a_try("person@example.org", at=START))
        connection.close()

    threads = [Thread(target=try_once) for _ in range(10)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len([each for each in counted if each is not None]) == 5


def test_an_administrator_opens_it_sooner_and_that_is_recorded(
    officer: platform.Officer, at: Callable[..., None]
) -> None:
    organisation = models.Organisation.objects.get(pk=officer.organisation.id)
    browser = make.signed_in(make.officer(Role.SYSTEM_ADMINISTRATOR, organisation=organisation))
    for _ in range(5):
        tries(officer.email)
    said = {"unlock-reason": "Called back on the number that we hold"}
    assert browser.post(f"/sign-ins/{officer.id}/unlock/", said).status_code == 302
    assert let_in(tries(officer.email, make.PASSWORD))
    event = models.AuditEvent.objects.get(act="unlock_account")
    assert event.reason == said["unlock-reason"]
    assert event.facts == {"was_locked": True}


def test_unlocking_asks_why(officer: platform.Officer) -> None:
    organisation = models.Organisation.objects.get(pk=officer.organisation.id)
    browser = make.signed_in(make.officer(Role.SYSTEM_ADMINISTRATOR, organisation=organisation))
    page = browser.post(f"/sign-ins/{officer.id}/unlock/", {})
    assert "There is a problem" in page.content.decode()


def test_the_administrator_of_another_organisation_unlocks_nobody(
    officer: platform.Officer,
) -> None:
    browser = make.signed_in(make.officer(Role.SYSTEM_ADMINISTRATOR))
    said = {"unlock-reason": "They called"}
    assert browser.post(f"/sign-ins/{officer.id}/unlock/", said).status_code == 404
    assert browser.get(f"/sign-ins/{officer.id}/").status_code == 404
