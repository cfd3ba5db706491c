"""Whoever lost every second factor gets another when two people vouch, and never by one alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.timezone import localdate, now
from pytest_django import DjangoCaptureOnCommitCallbacks

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import ResetState, Role
from carewright.platform.rules.factor_reset import ASKED_LASTS, KNOWN_FOR, LINK_LASTS
from tests.factories import lost, together
from tests.factories import platform as make
from tests.factories.lost import CALLED, MET, Team

pytestmark = pytest.mark.usefixtures("no_failures_remembered")

SECRET = generate_totp_secret()


@pytest.fixture
def team(db: None) -> Team:
    return lost.team()


def code_of(secret: str) -> str:
    """What the app shows now."""
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[-1]))


def link(found: platform.ResetConfirmed) -> str:
    return f"/second-factor/anew/{found.organisation_id}/{found.token}/"


def used(found: platform.ResetConfirmed, **other: Any) -> platform.AccountHolder:
    said = {
        "organisation_id": found.organisation_id, "token": found.token, "secret": SECRET,
        "password": make.PASSWORD, "code": code_of(SECRET), "by": None, "at": now(),
    }  # fmt: skip
    return platform.use_factor_reset(**{**said, **other})


def factors(of: platform.Officer) -> int:
    return Authenticator.objects.filter(user_id=of.account_id).count()


def browser_of(officer: platform.Officer) -> Client:
    """Signed in with whatever factor the person has, or a first one."""
    if not factors(officer):
        make.second_factor(officer.account_id)
    browser = Client()
    browser.force_login(models.Account.objects.get(pk=officer.account_id))
    return browser


def sign_in(of: platform.Officer) -> Any:
    return Client().post("/sign-in/", {"login": of.email, "password": make.PASSWORD})


def test_two_colleagues_let_somebody_set_up_another_factor_with_link_password_and_code(
    team: Team, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    asker, second = make.signed_in(team.asker), make.signed_in(team.second)
    inside = browser_of(team.lost)
    with django_capture_on_commit_callbacks(execute=True):
        said = {"officer": str(team.lost.id), "identity_checked": MET}
        page = asker.post("/who/lost-factors/ask/", said).headers["Location"]
    assert [letter.to for letter in mail.outbox] == [[team.lost.email]]
    assert page in second.get("/inbox/").content.decode()
    assert page not in asker.get("/inbox/").content.decode()
    assert inside.get("/inbox/").status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        second.post(f"{page}confirm/", {"confirm-identity_checked": CALLED})
    assert factors(team.lost) == 0
    assert inside.get("/inbox/").status_code == 302
    assert sign_in(team.lost).headers["Location"] == "/sign-in/lost/"
    to_person, *to_both = mail.outbox[1:]
    assert to_person.to == [team.lost.email]
    assert {each.to[0] for each in to_both} == {team.asker.email, team.second.email}
    [address] = re.findall(r"http://testserver(/second-factor/anew/\S+)", to_person.body)
    assert not any(address in each.body for each in to_both)

    anew = Client()
    key = re.search(r"<code>(\w+)</code>", anew.get(address).content.decode())[1]  # type: ignore[index]
    answer = anew.post(address, {"password": make.PASSWORD, "code": code_of(key)})
    assert answer.headers["Location"] == "/sign-in/"
    assert factors(team.lost) == 2  # app and recovery codes
    assert sign_in(team.lost).headers["Location"] == "/sign-in/code/"
    assert "This link does not work" in anew.get(address).content.decode()


def test_every_step_is_recorded_with_its_person_and_its_reason(team: Team) -> None:
    used(lost.confirmed(team, at=now()))
    [reset] = models.FactorReset.objects.all()
    told = models.AuditEvent.objects.filter(subject_id=str(reset.id)).order_by("written_at")
    assert [(each.act, each.by_id) for each in told] == [
        ("ask_factor_reset", str(team.asker.id)),
        ("confirm_factor_reset", str(team.second.id)),
        ("use_factor_reset", str(team.lost.account_id)),
    ]


def by_the_asker(who: Team) -> platform.Officer:
    return who.asker


def by_the_asker_with_every_role(who: Team) -> platform.Officer:
    for role in (Role.TEAM_MANAGER, Role.AUTHORISING_DIRECTOR):
        platform.grant_role(
            officer_id=who.asker.id, role=role, starts_on=make.TODAY, ends_before=None,
            by=make.OPERATOR, at=make.NOW,
        )  # fmt: skip
    return platform.officer(who.asker.id, on=localdate())


def by_the_person_themselves(who: Team) -> platform.Officer:
    models.OfficerRole.objects.create(
        officer_id=who.lost.id, role=Role.SYSTEM_ADMINISTRATOR.value, starts_on=make.TODAY
    )
    return platform.officer(who.lost.id, on=localdate())


def by_who_stands_in_for(absent: platform.Officer, who: Team) -> platform.Officer:
    platform.arrange_cover(
        absent_id=absent.id, deputy_id=who.second.id, starts_on=localdate(),
        ends_before=localdate() + together.WEEK, by=make.OPERATOR, at=now(),
    )  # fmt: skip
    return who.second


def by_a_deputy_of_the_asker(who: Team) -> platform.Officer:
    return by_who_stands_in_for(who.asker, who)


def by_a_deputy_of_the_person(who: Team) -> platform.Officer:
    return by_who_stands_in_for(who.lost, who)


def by_a_deputy_without_a_role_of_their_own(who: Team) -> platform.Officer:
    deputy = together.colleague(who.lost, Role.COMMISSIONER)
    return by_who_stands_in_for(who.second, replace(who, second=deputy))


def by_somebody_whom_the_asker_enrolled(who: Team) -> platform.Officer:
    then = now() - KNOWN_FOR - timedelta(days=1)
    officer_id = platform.enrol_officer(
        organisation_id=who.asker.organisation.id, name="A Second", email="second@example.org",
        job_title="Manager", by=who.asker, at=then,
    )  # fmt: skip
    platform.grant_role(
        officer_id=officer_id, role=Role.TEAM_MANAGER, starts_on=localdate(then), ends_before=None,
        by=make.OPERATOR, at=then,
    )  # fmt: skip
    return platform.officer(officer_id, on=localdate())


def by_somebody_to_whom_the_asker_gave_a_role(who: Team) -> platform.Officer:
    second = together.colleague(who.lost, Role.COMMISSIONER)
    platform.grant_role(
        officer_id=second.id, role=Role.TEAM_MANAGER, starts_on=make.TODAY, ends_before=None,
        by=who.asker, at=now(),
    )  # fmt: skip
    return platform.officer(second.id, on=localdate())


def by_somebody_new(who: Team) -> platform.Officer:
    whose = models.Organisation.objects.get(pk=who.lost.organisation.id)
    return make.officer(
        Role.TEAM_MANAGER, organisation=whose, enrolled_at=now() - KNOWN_FOR + timedelta(hours=1)
    )


def by_a_stranger(who: Team) -> platform.Officer:
    return make.officer(Role.SYSTEM_ADMINISTRATOR, Role.TEAM_MANAGER)


def by_a_colleague_without_the_act(who: Team) -> platform.Officer:
    return together.colleague(who.lost, Role.COMMISSIONER, Role.INTERNAL_AUDITOR)


@pytest.mark.parametrize(
    "second",
    [
        by_the_asker, by_the_asker_with_every_role, by_the_person_themselves,
        by_a_deputy_of_the_asker, by_a_deputy_of_the_person,
        by_a_deputy_without_a_role_of_their_own, by_somebody_whom_the_asker_enrolled,
        by_somebody_to_whom_the_asker_gave_a_role, by_somebody_new, by_a_stranger,
        by_a_colleague_without_the_act,
    ],
    ids=lambda each: each.__name__,
)  # fmt: skip
def test_it_is_not_confirmed(second: Any, team: Team) -> None:
    by, reset_id = second(team), lost.asked(team, at=now())
    with pytest.raises((platform.CannotReset, platform.NotPermitted, platform.NotYours)):
        platform.confirm_factor_reset(reset_id=reset_id, identity_checked=CALLED, by=by, at=now())
    page = browser_of(by).post(
        f"/who/lost-factors/{reset_id}/confirm/", {"confirm-identity_checked": CALLED}
    )
    assert page.status_code in {200, 403, 404}
    assert models.FactorReset.objects.get(pk=reset_id).confirmed_at is None
    assert models.Account.objects.get(pk=team.lost.account_id).opens_by_link_from is None


def test_the_database_itself_refuses_one_person_twice(team: Team) -> None:
    reset = models.FactorReset.objects.get(pk=lost.asked(team, at=now()))
    reset.confirmed_by_id, reset.confirmed_at = team.asker.id, now()
    reset.token_digest, reset.link_ends_at = "0" * 64, now() + LINK_LASTS
    with pytest.raises(IntegrityError, match="takes_a_second_person"), transaction.atomic():
        reset.save()


def test_nobody_asks_for_themselves_or_in_too_few_words(team: Team) -> None:
    for officer, words in ((team.asker, MET), (team.lost, "Met her")):
        with pytest.raises(platform.CannotReset):
            platform.ask_factor_reset(
                officer_id=officer.id, identity_checked=words, by=team.asker, at=now()
            )


def test_it_is_asked_for_once_at_a_time(team: Team) -> None:
    lost.asked(team, at=now())
    with pytest.raises(platform.CannotReset, match="already"):
        lost.asked(team, at=now())


def test_what_was_asked_runs_out_after_a_day_and_can_be_asked_again(team: Team) -> None:
    then = now() - ASKED_LASTS
    reset_id = lost.asked(team, at=then)
    with pytest.raises(platform.CannotReset, match="ran out"):
        platform.confirm_factor_reset(
            reset_id=reset_id, identity_checked=CALLED, by=team.second, at=now()
        )
    assert lost.confirmed(team, at=now())


def test_what_was_withdrawn_is_not_confirmed(team: Team) -> None:
    reset_id = lost.asked(team, at=now())
    platform.withdraw_factor_reset(reset_id=reset_id, reason="Found it", by=team.second, at=now())
    with pytest.raises(platform.CannotReset, match="withdrawn"):
        platform.confirm_factor_reset(
            reset_id=reset_id, identity_checked=CALLED, by=team.second, at=now()
        )
    assert factors(team.lost) == 1


def test_the_link_works_for_an_hour_and_nobody_gets_in_when_it_has_run_out(team: Team) -> None:
    found = lost.confirmed(team, at=now() - LINK_LASTS)
    with pytest.raises(platform.CannotReset, match="does not work"):
        used(found)
    assert "This link does not work" in Client().get(link(found)).content.decode()
    assert sign_in(team.lost).headers["Location"] == "/sign-in/lost/"
    assert used(lost.confirmed(team, at=now()))  # two people vouch again


def test_the_link_works_once(team: Team) -> None:
    found = lost.confirmed(team, at=now())
    used(found)
    with pytest.raises(platform.CannotReset, match="does not work"):
        used(found)
    assert platform.factor_resets(seen_by=team.second, at=now())[0].state is ResetState.USED


def test_the_link_alone_opens_nothing_and_is_no_way_to_guess_a_password(team: Team) -> None:
    found = lost.confirmed(team, at=now())
    for _ in range(5):
        with pytest.raises(platform.CannotReset, match="not the password"):
            used(found, password="some-other-three-words")
    with pytest.raises(platform.CannotReset, match="Too many"):
        used(found)
    assert factors(team.lost) == 0


def test_a_wrong_code_sets_nothing_up(team: Team) -> None:
    found = lost.confirmed(team, at=now())
    with pytest.raises(platform.CannotReset, match="another code"):
        used(found, code="000000" if code_of(SECRET) != "000000" else "111111")
    assert factors(team.lost) == 0


def test_a_stranger_s_administrator_finds_nothing(team: Team) -> None:
    reset_id = lost.asked(team, at=now())
    stranger = make.signed_in(make.officer(Role.SYSTEM_ADMINISTRATOR))
    assert stranger.get(f"/who/lost-factors/{reset_id}/").status_code == 404
    assert str(reset_id) not in stranger.get("/who/lost-factors/").content.decode()
