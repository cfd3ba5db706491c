"""A whole scenario: its list, its file, putting away; and lists that cost as much when long."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.foresee import api as foresee
from carewright.foresee.models import Scenario
from carewright.platform import api as platform
from tests.factories import scenarios as given
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db


def test_a_file_of_a_scenario_comes_back_as_the_same_scenario(
    browser: Client, isla: platform.Officer
) -> None:
    found = given.scenario(isla, about="Why “so”?\nBecause.")
    file = browser.get(reverse("foresee:scenario_file", args=[found]))
    assert 'filename="scenario-more-telecare.toml"' in file["Content-Disposition"]
    foresee.put_scenario_away(scenario_id=found, by=isla, at=NOW)
    brought = SimpleUploadedFile("a.toml", file.content)
    there = browser.post(reverse("foresee:bring_scenario"), {"file": brought})["Location"]
    [again] = foresee.scenarios(seen_by=isla).filter(put_away_at=None)
    assert there == reverse("foresee:scenario", args=[again.pk])
    assert foresee.scenario_row(again).plain == foresee.scenario(found, seen_by=isla).plain


def test_rules_of_two_nations_in_one_scenario_are_warned_of(
    browser: Client, isla: platform.Officer
) -> None:
    tests = {"below_the_tests": 0.2, "meets_the_tests": 0.5}
    levels = {"low": 0.5, "moderate": 0.3, "substantial": 0.5, "critical": 0.4}
    of_england = {
        "lever": "eligibility", "name": "England", "evidence": given.EVIDENCE, "from_year": 2027,
        "full_from": 2030, "nation": "england", "now_from": "meets_the_tests",
        "then_from": "below_the_tests", "people_at": tests, "each_at": tests,
    }  # fmt: skip
    of_scotland = of_england | {
        "name": "Scotland", "nation": "scotland", "now_from": "substantial",
        "then_from": "moderate", "people_at": levels, "each_at": levels,
    }  # fmt: skip
    one = given.scenario(isla, name="One", levers=[of_england])
    both = given.scenario(isla, name="Both", levers=[of_england, of_scotland])
    warned = "No area has both"
    assert warned not in browser.get(reverse("foresee:scenario", args=[one])).text
    assert warned in browser.get(reverse("foresee:scenario", args=[both])).text


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"name = ", "not TOML"), (b"\xff\xfe", "not TOML"), (b'name = "x"\nlevels = 1', "levels")],
)
def test_a_file_that_is_no_scenario_is_refused_with_the_reason(
    content: bytes, says: str, browser: Client, isla: platform.Officer
) -> None:
    brought = SimpleUploadedFile("a.toml", content)
    assert says in browser.post(reverse("foresee:bring_scenario"), {"file": brought}).text
    assert not Scenario.objects.exists()


def test_a_name_is_taken_once_until_the_other_is_put_away(
    browser: Client, isla: platform.Officer
) -> None:
    found = given.scenario(isla)
    again = {"name": "More telecare", "about": ""}
    assert "has this name" in browser.post(reverse("foresee:begin_scenario"), again).text
    browser.post(reverse("foresee:put_away", args=[found]))
    assert "More telecare" not in browser.get(reverse("foresee:scenarios")).text
    assert (
        "More telecare" in browser.get(reverse("foresee:scenarios"), {"standing": "put_away"}).text
    )
    assert browser.post(reverse("foresee:begin_scenario"), again).status_code == 302
    back = browser.post(reverse("foresee:bring_back", args=[found]), follow=True).text
    assert "has this name" in back


def test_what_was_put_away_is_not_changed(isla: platform.Officer) -> None:
    found = given.scenario(isla)
    foresee.put_scenario_away(scenario_id=found, by=isla, at=NOW)
    with pytest.raises(foresee.CannotKeep, match="put away"):
        foresee.remove_lever(scenario_id=found, version=1, number=1, by=isla, at=NOW)


def test_the_second_who_rewords_is_told_and_keeps_what_was_typed(
    browser: Client, isla: platform.Officer
) -> None:
    found = given.scenario(isla)
    foresee.remove_lever(scenario_id=found, version=1, number=1, by=isla, at=NOW)
    mine = {"name": "Telecare for all", "about": "", "version": "1"}
    told = browser.post(reverse("foresee:reword_scenario", args=[found]), mine).text
    assert "while you had it open" in told
    assert 'value="Telecare for all"' in told
    browser.post(reverse("foresee:reword_scenario", args=[found]), {**mine, "version": "2"})
    assert foresee.scenario(found, seen_by=isla).name == "Telecare for all"


@pytest.mark.parametrize("route", ["scenarios", "scenario"])
def test_a_thousand_scenarios_cost_as_many_questions_as_one(
    route: str, browser: Client, isla: platform.Officer
) -> None:
    found = given.scenario(isla)
    address = reverse(f"foresee:{route}", args=[found] if route == "scenario" else [])
    browser.get(address)
    counts = []
    for many in (0, 999):
        _add(isla, many)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[1] <= counts[0] + 1  # a list that is longer than its page is counted
    assert counts[1] <= 40


def _add(isla: platform.Officer, many: int) -> None:
    Scenario.objects.bulk_create(
        Scenario(
            organisation_id=isla.organisation.id, name=f"Scenario {number}",
            levers=[given.lever()], created_by_name="A", created_at=NOW, changed_by_name="A",
            changed_at=NOW,
        )
        for number in range(many)
    )  # fmt: skip
