"""Whom to ask about what, for officers and providers; and who is asked next."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import OrganisationKind, Role, StepWanted, acting_for
from carewright.platform.rules.route_map import blockers_to_path
from tests.factories import platform as make
from tests.factories import teams, together
from tests.factories.platform import NOW
from tests.factories.together import colleague

pytestmark = pytest.mark.django_db

A, B = uuid4(), uuid4()


@pytest.fixture
def me() -> platform.Officer:
    return make.commissioner()


@pytest.mark.parametrize(
    ("steps", "refused"),
    [
        ([StepWanted(A, 2), StepWanted(B, 5)], False),
        ([], True),
        ([StepWanted(A, 2), StepWanted(A, 5)], True),
        ([StepWanted(A, 0)], True),
        ([StepWanted(A, 61)], True),
        ([StepWanted(uuid4(), 2)], True),
    ],
)
def test_which_paths_lead_anywhere(steps: list[StepWanted], refused: bool) -> None:
    assert bool(blockers_to_path(steps, {A, B})) is refused


def set_path(by: platform.Officer, area: str, *people: platform.Officer) -> None:
    steps = [StepWanted(each.id, days) for days, each in enumerate(people, start=1)]
    platform.set_escalation_path(service_area=area, steps=steps, by=by, at=NOW)


def path(of: platform.Officer, area: str) -> list[tuple[int, object, int]]:
    found = platform.escalation_path(organisation_id=of.organisation.id, service_area=area)
    return [(each.level, each.officer_id, each.within_working_days) for each in found]


def test_an_area_takes_its_own_path_and_otherwise_the_general_one(me: platform.Officer) -> None:
    first, second = colleague(me), colleague(me)
    set_path(me, "", first, second)
    set_path(me, "safety", second)
    assert path(me, "safety") == [(1, second.id, 1)]
    assert path(me, "care_homes") == [(1, first.id, 1), (2, second.id, 2)]


def test_a_new_path_replaces_the_old_and_whoever_left_is_passed_over(me: platform.Officer) -> None:
    first, second = colleague(me), colleague(me)
    set_path(me, "", second)
    set_path(me, "", first, second)
    platform.deactivate_officer(officer_id=first.id, reason="Left", by=make.OPERATOR, at=NOW)
    assert path(me, "") == [(2, second.id, 2)]


def test_nobody_of_another_organisation_stands_on_the_path(me: platform.Officer) -> None:
    with pytest.raises(platform.NotYours):
        set_path(me, "", make.commissioner())
    with pytest.raises(platform.NotPermitted):
        set_path(colleague(me, Role.BROKER), "", me)


def test_there_is_one_lead_officer_for_an_area_and_one_for_a_provider(
    me: platform.Officer,
) -> None:
    provider = make.organisation(kind=OrganisationKind.PROVIDER.value)
    together.contact(me, is_lead=True)
    together.contact(me, is_lead=False)
    together.contact(me, is_lead=True, provider_id=provider.id)
    with pytest.raises(platform.CannotPublish, match="already"):
        together.contact(me, is_lead=True)
    together.contact(make.commissioner(), is_lead=True)


@pytest.mark.parametrize(("area", "provider"), [("", False), ("nonsense", True)])
def test_a_contact_is_for_an_area_or_a_provider(
    area: str, provider: bool, me: platform.Officer
) -> None:
    other = make.organisation().id if provider else None
    with pytest.raises(platform.CannotPublish):
        together.contact(me, area, provider_id=other)


def test_a_provider_sees_with_one_account_whom_every_council_names(me: platform.Officer) -> None:
    oakshire = make.commissioner()
    together.contact(me, ask_about="Prices in Elmshire")
    together.contact(oakshire, ask_about="Prices in Oakshire")
    home = make.organisation(kind=OrganisationKind.PROVIDER.value)
    writer = make.officer(Role.BID_WRITER, organisation=home)
    page = make.signed_in(writer).get("/who/").content.decode()
    assert "Prices in Elmshire" in page
    assert "Prices in Oakshire" in page
    assert models.Officer.objects.filter(account_id=writer.account_id).count() == 1


def test_the_database_shows_the_route_map_to_all_and_lets_its_owner_alone_change_it(
    me: platform.Officer,
) -> None:
    kept = together.contact(me)
    stranger = make.commissioner()
    with acting_for(stranger.organisation.id), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM platform_contact")
        assert cursor.fetchone() == (1,)
        cursor.execute("UPDATE platform_contact SET shown_phone = '1'")
        assert cursor.rowcount == 0
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute("DELETE FROM platform_contact")
    with pytest.raises(platform.NotYours):
        platform.end_contact(contact_id=kept, by=stranger, at=NOW)
    platform.end_contact(contact_id=kept, by=me, at=NOW)
    with acting_for(stranger.organisation.id):
        assert platform.contacts(seen_by=stranger) == []


@pytest.mark.parametrize("how_many", [1, 20])
def test_the_list_asks_as_often_for_one_person_as_for_twenty(
    how_many: int, me: platform.Officer
) -> None:
    for _ in range(how_many):
        together.contact(me)
    browser = make.signed_in(me)
    browser.get("/who/")
    with CaptureQueriesContext(connection) as asked:
        browser.get("/who/")
    assert len(asked) <= 8, "\n".join(each["sql"][:100] for each in asked)


def test_the_route_map_can_be_taken_away_as_a_file(me: platform.Officer) -> None:
    together.contact(me, ask_about="Prices")
    answer = make.signed_in(me).get("/who/", {"download": "csv"})
    assert b"Prices" in b"".join(answer)  # type: ignore[arg-type]


def test_the_pages_name_somebody_and_set_a_path(me: platform.Officer) -> None:
    browser, who = make.signed_in(me), colleague(me)
    teams.team(who, name="Carers")
    asked = {"officer": str(who.id), "service_area": "carers", "is_lead": "on", "team": "Carers"}
    assert browser.post("/who/say/", asked).status_code == 302
    assert "Support for unpaid carers" in browser.get("/who/").content.decode()
    again = browser.post("/who/say/", asked).content.decode()
    assert "There is a lead officer for support for unpaid carers already" in again
    steps = {"service_area": "", "officer_1": str(who.id), "days_1": "2"}
    assert browser.post("/who/escalation/say/", steps).status_code == 302
    assert "2 working days" in browser.get("/who/escalation/").content.decode()
    half = browser.post("/who/escalation/say/", steps | {"days_2": "3"}).content.decode()
    assert "Choose who level 2 is" in half
