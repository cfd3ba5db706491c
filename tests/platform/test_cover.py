"""Somebody is away and another stands in: with an end, without chains, once at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import localdate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Role, acting_for
from carewright.platform.rules.cover import Standing, blockers_to_cover
from tests.factories import platform as make
from tests.factories import together
from tests.factories.platform import NOW, TODAY
from tests.factories.together import WEEK, colleague

pytestmark = pytest.mark.django_db

A, B, C = (uuid4() for _ in range(3))
MONDAY = date(2026, 6, 1)


def week(absent: object, deputy: object, first: int, last: int) -> Standing:
    starts_on = MONDAY + timedelta(days=first)
    return Standing(absent, deputy, starts_on, MONDAY + timedelta(days=last))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "others", "fields"),
    [
        (week(A, B, 0, 7), [], []),
        (week(A, A, 0, 7), [], ["deputy"]),
        (week(A, B, 3, 3), [], ["ends_before"]),
        (week(A, B, 0, 367), [], ["ends_before"]),
        (week(A, B, 0, 7), [week(A, C, 6, 9)], ["starts_on"]),
        (week(A, B, 0, 7), [week(A, C, 7, 9)], []),  # the first day back is a day at work
        (week(A, B, 0, 7), [week(B, C, 5, 9)], ["deputy"]),
        (week(A, B, 0, 7), [week(B, A, 5, 9)], ["deputy", "starts_on"]),
        (week(A, B, 0, 7), [week(C, A, 5, 9)], ["starts_on"]),
        (week(A, B, 0, 7), [week(C, B, 5, 9)], []),  # one person may stand in for two
    ],
)
def test_when_somebody_may_stand_in(
    wanted: Standing, others: list[Standing], fields: list[str]
) -> None:
    assert [each.field for each in blockers_to_cover(wanted, others)] == fields


people = st.sampled_from([A, B, C])
standings = st.builds(week, people, people, st.integers(0, 9), st.integers(1, 12))


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is not the rule's fault
@given(st.lists(standings, max_size=12))
def test_no_sequence_of_covers_makes_a_chain_on_any_day(asked: list[Standing]) -> None:
    standing: list[Standing] = []
    for wanted in asked:
        if not blockers_to_cover(wanted, standing):
            standing.append(wanted)
    for day in (MONDAY + timedelta(days=n) for n in range(13)):
        on_it = [each for each in standing if each.starts_on <= day < each.ends_before]
        absent = [each.absent_id for each in on_it]
        assert len(absent) == len(set(absent))
        assert not {each.deputy_id for each in on_it} & set(absent)


def test_an_officer_arranges_their_own_absence_and_everybody_may_ask_about_it() -> None:
    me = make.officer(Role.BROKER)
    deputy = colleague(me)
    together.cover(me, deputy, by=me)
    found = _on(me, TODAY)
    assert [(each.absent_id, each.deputy_id) for each in found] == [(me.id, deputy.id)]
    assert _on(me, TODAY + WEEK) == []
    assert models.AuditEvent.objects.get(act="arrange_cover").by_id == str(me.id)


def test_only_a_team_manager_or_an_administrator_arranges_cover_for_others() -> None:
    absent = make.officer(Role.BROKER)
    with pytest.raises(platform.NotPermitted):
        together.cover(absent, by=colleague(absent, Role.COMMISSIONER))
    together.cover(absent, by=colleague(absent, Role.TEAM_MANAGER))
    other = colleague(absent)
    together.cover(other, by=colleague(absent, Role.SYSTEM_ADMINISTRATOR))
    assert len(_on(absent, TODAY)) == 2


def test_nobody_of_another_organisation_stands_in_or_arranges_it() -> None:
    me, stranger = make.officer(Role.BROKER), make.officer(Role.SYSTEM_ADMINISTRATOR)
    with pytest.raises(platform.NotYours):
        together.cover(me, stranger, by=me)
    with pytest.raises(platform.NotYours):
        together.cover(me, by=stranger)
    with pytest.raises(platform.NotYours):
        together.cover(me, stranger)  # not even the operator


def test_whoever_has_left_stands_in_for_nobody() -> None:
    me = make.officer(Role.BROKER)
    deputy, other = colleague(me), colleague(me)
    together.cover(me, deputy)
    for gone in (deputy, other):
        platform.deactivate_officer(officer_id=gone.id, reason="Left", by=make.OPERATOR, at=NOW)
    assert _on(me, TODAY) == []
    [kept] = platform.covers_of(me.id, day=TODAY, seen_by=me)
    assert not kept.deputy_works_here
    with pytest.raises(platform.CannotCover, match="does not work here any more"):
        together.cover(me, other, starts_on=TODAY + WEEK, ends_before=TODAY + 2 * WEEK)


def test_cover_ends_early_and_one_that_never_began_leaves_its_days_free() -> None:
    me = make.officer(Role.BROKER)
    begun = together.cover(me, by=me)
    tomorrow = TODAY + timedelta(days=1)
    platform.end_cover(cover_id=begun, ends_before=tomorrow, by=me, at=NOW)
    assert _on(me, TODAY)
    assert not _on(me, tomorrow)
    to_come = together.cover(me, starts_on=tomorrow, by=me)
    platform.end_cover(cover_id=to_come, ends_before=TODAY, by=me, at=NOW)
    assert not _on(me, tomorrow)
    assert together.cover(me, starts_on=tomorrow, by=me)


def test_only_the_absent_person_or_a_manager_ends_cover() -> None:
    me = make.officer(Role.BROKER)
    deputy = colleague(me, Role.BROKER)
    kept = together.cover(me, deputy)
    with pytest.raises(platform.CannotCover, match="Only the person who is away"):
        platform.end_cover(cover_id=kept, ends_before=TODAY, by=deputy, at=NOW)
    with pytest.raises(platform.NotYours):
        platform.end_cover(cover_id=kept, ends_before=TODAY, by=make.commissioner(), at=NOW)


def test_the_database_refuses_two_deputies_on_one_day_and_oneself() -> None:
    me = make.officer(Role.BROKER)
    together.cover(me)
    given_ = {
        "organisation_id": me.organisation.id, "absent_id": me.id, "starts_on": TODAY,
        "ends_before": TODAY + WEEK, "arranged_at": NOW,
    }  # fmt: skip
    for deputy, rule in ((colleague(me), "one_deputy_at_a_time"), (me, "by_somebody_else")):
        with pytest.raises(DatabaseError, match=rule), transaction.atomic():
            models.Cover.objects.create(deputy_id=deputy.id, **given_)


def test_the_database_shows_absences_to_their_own_organisation_only() -> None:
    me = make.officer(Role.BROKER)
    together.cover(me)
    with acting_for(make.commissioner().organisation.id), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM platform_cover")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_two_covers_at_once_make_no_chain() -> None:
    first, second, third = _three_people()
    ready = Barrier(2)

    def arranges(pair: tuple[platform.Officer, platform.Officer]) -> bool:
        try:
            ready.wait()
            together.cover(*pair, by=pair[0])
        except platform.CannotCover:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as threads:
        done = list(threads.map(arranges, [(first, second), (second, third)]))
    assert sorted(done) == [False, True]
    assert models.Cover.objects.count() == 1


def test_the_page_arranges_and_ends_ones_own_absence() -> None:
    me = make.officer(Role.BROKER)
    deputy = colleague(me)
    browser = make.signed_in(me)
    today = localdate()
    answer = browser.post("/who/absence/", _asked(deputy, today, today + WEEK))
    assert answer.status_code == 302
    page = browser.get("/who/absence/").content.decode()
    assert f"{deputy.name} stands in for you until" in page
    [kept] = platform.covers_of(me.id, day=today, seen_by=me)
    assert browser.post(f"/who/absences/{kept.id}/end/").status_code == 302
    assert "Nobody needs to stand in for you" in browser.get("/who/absence/").content.decode()


def test_the_page_keeps_what_was_typed_and_says_what_is_wrong() -> None:
    me = make.officer(Role.BROKER)
    today = localdate()
    page = make.signed_in(me).post("/who/absence/", _asked(colleague(me), today, today)).content
    assert "The first day back must be after the first day away" in page.decode()
    assert page.decode().count(f'value="{today.year}"') == 2


def test_a_manager_s_page_arranges_it_for_others() -> None:
    manager = make.officer(Role.TEAM_MANAGER)
    absent, deputy = colleague(manager), colleague(manager)
    today = localdate()
    asked = _asked(deputy, today, today + WEEK) | {"absent": str(absent.id)}
    browser = make.signed_in(manager)
    assert browser.post("/who/absences/", asked).status_code == 302
    assert f"{absent.name} is away today" in browser.get("/who/absences/").content.decode()


def _asked(deputy: platform.Officer, starts_on: date, ends_before: date) -> dict[str, str]:
    asked = {"deputy": str(deputy.id)}
    for name, day in {"starts_on": starts_on, "ends_before": ends_before}.items():
        parts = {"day": day.day, "month": day.month, "year": day.year}
        asked |= {f"{name}-{part}": str(value) for part, value in parts.items()}
    return asked


def _on(officer: platform.Officer, day: date) -> list[platform.Cover]:
    return platform.cover_on(organisation_id=officer.organisation.id, day=day)


def _three_people() -> tuple[platform.Officer, platform.Officer, platform.Officer]:
    first = make.officer(Role.BROKER)
    return first, colleague(first, Role.BROKER), colleague(first, Role.BROKER)
