"""Teams and localities: who works together on what, dated, and nobody else's to see or change."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import OrganisationKind, Role
from tests.factories import platform as make
from tests.factories import teams, together

MOST_QUESTIONS = 14


@pytest.fixture
def lead(db: None) -> platform.Officer:
    return make.officer(Role.TEAM_MANAGER, account=make.account(name="Tara Wayfarer"))


def test_a_team_is_formed_filled_changed_and_ended_in_the_browser(lead: platform.Officer) -> None:
    browser, other = make.signed_in(lead), together.colleague(lead, Role.BROKER)
    said = {"name": "Brokerage", "service_areas": ["care_at_home"], "lead": str(lead.id)}
    page = browser.post("/who/teams/form/", said).headers["Location"]
    day = localdate()
    joined = {
        "officer": str(other.id),
        "starts_on-day": day.day, "starts_on-month": day.month, "starts_on-year": day.year,
    }  # fmt: skip
    answer = browser.post(f"{page}join/", joined)
    assert answer.status_code == 302, answer.content.decode()
    [team] = platform.teams(seen_by=lead)
    assert [each.officer_id for each in team.members_on(day)] == [other.id]
    browser.post(f"{page}change/", {**said, "name": "Brokers"})
    assert "Brokers" in browser.get("/who/teams/").content.decode()
    browser.post(f"/who/members/{team.members[0].id}/end/")
    assert platform.team(team.id, seen_by=lead).members_on(day) == ()
    browser.post(f"{page}end/")
    assert platform.team(team.id, seen_by=lead).ended_at


def test_what_a_team_is_becomes_part_of_the_record(lead: platform.Officer) -> None:
    team_id = teams.team(lead)
    teams.member(team_id, lead)
    told = models.AuditEvent.objects.filter(subject_id=str(team_id))
    assert told.count() == 2


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"service_areas": []}, {"service_areas": ["gardening"]}]
)
def test_a_team_has_a_name_and_known_work(lead: platform.Officer, wrong: dict[str, object]) -> None:
    with pytest.raises(platform.CannotTeam):
        teams.team(lead, **wrong)


def test_two_teams_at_work_have_two_names(lead: platform.Officer) -> None:
    first = teams.team(lead, name="Carers")
    with pytest.raises(platform.CannotTeam, match="of this name"):
        teams.team(lead, name="Carers")
    platform.end_team(team_id=first, by=lead, at=make.NOW)
    assert teams.team(lead, name="Carers")


def test_nobody_is_in_a_team_twice_on_one_day(lead: platform.Officer) -> None:
    team_id = teams.team(lead)
    teams.member(team_id, lead)
    with pytest.raises(platform.CannotTeam, match="already"):
        teams.member(team_id, lead, starts_on=make.TODAY)


def test_whoever_has_left_leads_no_team_and_counts_in_none(lead: platform.Officer) -> None:
    gone = together.colleague(lead, Role.BROKER)
    team_id = teams.team(lead)
    teams.member(team_id, gone)
    platform.deactivate_officer(officer_id=gone.id, reason="Left", by=make.OPERATOR, at=make.NOW)
    assert platform.team(team_id, seen_by=lead).members_on(make.TODAY) == ()
    with pytest.raises(platform.CannotTeam, match="works here"):
        teams.team(gone, by=lead)


def test_a_stranger_neither_sees_nor_changes_a_team_nor_leads_one(lead: platform.Officer) -> None:
    team_id, stranger = teams.team(lead), make.officer(Role.TEAM_MANAGER)
    assert platform.teams(seen_by=stranger) == []
    with pytest.raises(platform.NotYours):
        platform.end_team(team_id=team_id, by=stranger, at=make.NOW)
    with pytest.raises(platform.NotYours):
        teams.team(stranger, by=lead)


def test_beneath_every_filter_the_database_shows_no_stranger_a_team(
    lead: platform.Officer,
) -> None:
    teams.member(teams.team(lead), lead)
    teams.named(lead, platform.LeadDuty.COMMISSIONING)
    teams.took(lead, "buying_care", make.TODAY)
    tables = (models.Team, models.TeamMember, models.LeadOfficer, models.TrainingTaken)
    with platform.acting_for(make.organisation().id):
        assert [table.objects.count() for table in tables] == [0, 0, 0, 0]
    with platform.acting_for(lead.organisation.id):
        assert [table.objects.count() for table in tables] == [1, 1, 1, 1]


@pytest.mark.django_db
def test_only_a_joint_board_has_localities_and_its_teams_stand_in_them() -> None:
    board = make.organisation(kind=OrganisationKind.INTEGRATION_AUTHORITY.value)
    chief = make.officer(Role.CHIEF_OFFICER, Role.JOINT_COMMISSIONER, organisation=board)
    browser = make.signed_in(chief)
    browser.post("/who/localities/name/", {"name": "Elm Valley", "covers": "The mill towns"})
    [valley] = platform.localities(seen_by=chief)
    teams.team(chief, by=chief, locality_id=valley.id)
    assert platform.localities(seen_by=chief)[0].teams == 1
    assert "Elm Valley" in browser.get("/who/teams/").content.decode()
    council = make.officer(Role.CHIEF_OFFICER)
    with pytest.raises(platform.CannotTeam, match="joint board"):
        platform.name_locality(name="Ours", covers="All", by=council, at=make.NOW)


def test_a_locality_of_another_board_takes_no_team(lead: platform.Officer) -> None:
    board = make.organisation(kind=OrganisationKind.INTEGRATION_AUTHORITY.value)
    chief = make.officer(Role.CHIEF_OFFICER, organisation=board)
    elsewhere = platform.name_locality(name="A", covers="B", by=chief, at=make.NOW)
    with pytest.raises(platform.NotYours):
        teams.team(lead, locality_id=elsewhere)


def test_a_member_leaves_after_joining_says_the_database(lead: platform.Officer) -> None:
    member = models.TeamMember.objects.get(pk=teams.member(teams.team(lead), lead))
    member.ends_before = member.starts_on - timedelta(days=1)
    with pytest.raises(IntegrityError, match="leaves_after"), transaction.atomic():
        member.save()


@pytest.mark.parametrize("how_many", [1, 1_000])
def test_the_list_asks_few_questions_however_many_teams(
    how_many: int, lead: platform.Officer
) -> None:
    made = models.Team.objects.bulk_create(
        models.Team(
            organisation_id=lead.organisation.id, name=f"Team {n}", service_areas=["carers"],
            lead_id=lead.id, formed_at=make.NOW,
        )
        for n in range(how_many)
    )  # fmt: skip
    models.TeamMember.objects.bulk_create(
        models.TeamMember(team=each, officer_id=lead.id, starts_on=make.TODAY) for each in made
    )
    browser = make.signed_in(lead)
    browser.get("/who/teams/")
    with CaptureQueriesContext(connection) as asked:
        browser.get("/who/teams/")
    assert len(asked) <= MOST_QUESTIONS


def test_a_team_and_whoever_is_in_it_is_found_by_the_search(lead: platform.Officer) -> None:
    team_id = teams.team(lead, name="Homes and housing")
    broker = together.colleague(lead, Role.BROKER)
    browser = make.signed_in(broker)
    for words in ("housing", "wayfarer"):
        assert str(team_id) in browser.get("/search/", {"q": words}).content.decode()
    stranger = make.signed_in(make.officer(Role.BROKER))
    assert str(team_id) not in stranger.get("/search/", {"q": "housing"}).content.decode()
