"""What no projection can answer is refused by the form that asks, and stopped work leads on."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from carewright.foresee import api as foresee
from carewright.foresee import models
from carewright.foresee.jobs import queue_projection
from carewright.foresee.rules.asking import blockers_to_ask
from carewright.foresee.web.lever_forms import LeverForm
from carewright.foresee.web.lever_kinds import BY_SLUG
from carewright.platform import api as platform
from carewright_engine.demand.scenarios.facts.counts import years_counted
from tests.engine.demand.scenarios.facts import places
from tests.factories import foresee as need
from tests.factories.platform import NOW
from tests.foresee.test_levers_on_pages import TELECARE
from tests.register.working import do_queued_work

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 1)


def fields(counted: tuple[int, int] | None, **asked: object) -> list[str]:
    found = blockers_to_ask(need.question(**asked), counted, today=TODAY)
    return [each.field for each in found]


def test_years_counted_end_with_the_last_that_the_day_allows() -> None:
    activity = places.inputs().frame("activity")
    years = {
        day: years_counted(activity, "care_at_home", "S", through=day)
        for day in (date(2026, 1, 1), date(2022, 3, 31), date(2010, 1, 1))
    }
    assert list(years.values()) == [(2018, 2022), (2018, 2021), None]
    assert years_counted(activity, "care_home", "S", through=TODAY) is None


def test_facts_of_a_day_to_come_cannot_be_asked_for() -> None:
    assert fields(None, through=TODAY) == []
    assert fields(None, through=TODAY + timedelta(days=1)) == ["through"]


def test_a_year_to_fit_from_lies_among_those_counted() -> None:
    assert fields((2017, 2021), fit_from=2030) == ["fit_from"]
    assert fields((2017, 2021), fit_from=2021) == []


def test_a_scenario_whose_lever_begins_among_counted_years_is_named_with_the_lever() -> None:
    early = need.compared("More at home", need.lever(name="Home instead", from_year=2019))
    [found] = blockers_to_ask(need.question(scenarios=(early,)), (2017, 2021), today=TODAY)
    assert found.field == "scenarios"
    for words in ("“More at home”", "“Home instead”", "2019", "2021/22", "in 2022 or later"):
        assert words in found.says


def test_asking_raises_what_stands_in_the_way(by: platform.Officer) -> None:
    ahead = NOW.date() + timedelta(days=400)
    with pytest.raises(foresee.CannotAsk) as refused:
        foresee.ask_for_projection(
            question=need.question(through=ahead), title="Home care",
            queue=lambda _made, _job: None, by=by, at=NOW,
        )  # fmt: skip
    assert [each.field for each in refused.value.blockers] == ["through"]
    assert not models.Projection.objects.exists()


def test_asking_again_what_cannot_be_asked_any_more_leads_to_the_form(
    browser: Client, by: platform.Officer
) -> None:
    made = need.answered(by, need.question(through=date(2199, 1, 1)))
    response = browser.post(reverse("foresee:again", args=[made]))
    assert response["Location"] == f"{reverse('foresee:ask')}?like={made}"


def lever(slug: str, **answers: str) -> LeverForm:
    first = {"care_at_home": 2022, "care_home": 2025}
    return LeverForm({**TELECARE, **answers}, kind=BY_SLUG[slug], areas=[], first_years=first)


def test_a_lever_begins_no_earlier_than_what_is_projected_of_its_support() -> None:
    assert lever("prevention", from_year="2022").is_valid()
    early = lever("prevention", from_year="2019")
    assert early.errors["from_year"] == [
        "Enter 2022 or a later year: earlier years are counted, not projected"
    ]
    homes = lever("prevention", from_year="2024", support="care_home")
    assert "Enter 2025" in homes.errors["from_year"][0]
    assert "Enter 2022" in lever("balance_of_care", from_year="2021").errors["from_year"][0]


def test_help_that_begins_at_the_level_of_now_is_no_lever() -> None:
    same = lever("eligibility-scotland", now_from="substantial", then_from="substantial")
    assert same.errors["then_from"] == ["Choose another level than that of now"]
    other = lever("eligibility-scotland", now_from="substantial", then_from="moderate")
    assert "then_from" not in other.errors


def asked(by: platform.Officer, *scenario_ids: UUID) -> foresee.ProjectionRow:
    made = foresee.ask_for_projection(
        question=need.question(scenarios=()), title="Home care in Fife, 20 years ahead",
        scenario_ids=scenario_ids, by=by, at=NOW,
        queue=lambda made, job: queue_projection(made, job, by=by),
    )  # fmt: skip
    return foresee.projection(made, seen_by=by)


def test_stopped_work_tells_what_was_asked_and_leads_to_the_form_and_to_the_scenario(
    browser: Client, by: platform.Officer
) -> None:
    kept = need.scenario(by)
    found = asked(by, kept)
    do_queued_work()
    assert found.job_id is not None
    there = reverse("foresee:projection", args=[found.id])
    work = browser.get(reverse("platform:job", args=[found.job_id])).text
    assert f'href="{there}">See what was asked' in work
    page = browser.get(there).text
    for words in ("The work stopped", "What would fill it", "Fife", "20 years ahead of 2023/24"):
        assert words in page
    assert f'href="{reverse("foresee:scenario", args=[kept])}">More telecare' in page
    assert f"{reverse('foresee:ask')}?like={found.id}" in page


def test_the_list_tells_stopped_and_cancelled_work_from_work_under_way(
    browser: Client, by: platform.Officer
) -> None:
    asked(by)
    do_queued_work()
    assert "Stopped" in browser.get(reverse("foresee:need")).text
    again = asked(by)
    assert "Being worked out" in browser.get(reverse("foresee:need")).text
    assert again.job_id is not None
    platform.cancel_job(job_id=again.job_id, by=by, at=NOW)
    page = browser.get(reverse("foresee:need")).text
    assert "Cancelled" in page
    assert "Being worked out" not in page
    assert (
        "The work was cancelled" in browser.get(reverse("foresee:projection", args=[again.id])).text
    )
