"""The page of a projection says the finding, how sure it is, and what it rests on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from carewright.foresee import api as foresee
from carewright.platform import api as platform
from tests.factories import foresee as need
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def page_of(browser: Client, projection_id: UUID, **asked: str) -> str:
    response = browser.get(reverse("foresee:projection", args=[projection_id]), asked)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.fixture
def page(browser: Client, by: platform.Officer) -> str:
    return page_of(browser, need.answered(by))


def test_the_first_sentence_is_the_finding_with_how_sure_it_is(page: str) -> None:
    assert "<h1>Home care to 2045</h1>" in page
    assert "If people are helped as they are now, Fife will need about" in page
    assert "against 37,520 in 2023. There are 95 chances in 100 that it is between" in page


def test_every_band_and_scenario_is_named_and_the_break_in_counting_is_marked(page: str) -> None:
    for words in ("95 in 100 chance inside", "80 in 100 chance inside", "50 in 100 chance inside",
                  "As now", "More telecare", "Counting changed 2020"):  # fmt: skip
        assert words in page
    assert "The drop in 2020 may be a change in counting" in page


def test_the_scenarios_heading_says_what_they_come_to(page: str) -> None:
    assert "More telecare would slow the rise, not stop it" in page
    assert "Scenarios beside “as now”" in page


CAP = need.lever("supply_limit", most=30_000, growth_a_year=0.0, full_from=2026)
DEARER = need.lever("unit_cost", pay_share=0.8, pay_a_year=0.05, prices_a_year=0.02)
MORE_HOURS = need.lever("hours_for_each", change=0.2)


def test_a_limit_saves_nothing_and_says_what_it_delivers_and_leaves_unmet(
    browser: Client, by: platform.Officer
) -> None:
    about = need.question(
        scenarios=(need.compared("Only a cap", CAP),), capacities=need.CAPACITIES, cost=need.COST
    )
    page = page_of(browser, need.answered(by, about), of="1")
    now, capped = need.answer(about).outcomes
    assert now.pounds == capped.pounds
    for words in ("Only a cap would leave about", "Delivered under it", "Not met",
                  "Its limit lets about 30,000 be delivered", "Pounds are a year’s cost of all",
                  "No more, in “Only a cap”", "of “Only a cap”; capacity above it"):  # fmt: skip
        assert words in page
    assert capped.gap
    assert capped.gap.capacity[-1] == 30_000


def test_the_heading_names_every_scenario_with_all_that_it_surely_does(
    browser: Client, by: platform.Officer
) -> None:
    nothing = need.lever("hours_for_each", change=0.0)
    levers = {"Dearer": DEARER, "Longer visits": MORE_HOURS, "Nothing": nothing}
    about = need.question(
        scenarios=tuple(need.compared(*each) for each in levers.items()), cost=need.COST
    )
    page = page_of(browser, need.answered(by, about))
    assert "Dearer would cost £" in page
    assert "as the scenario says: all of it for the price)" in page
    assert "Longer visits would add to the rise (" in page
    assert "more hours a week) and cost £" in page
    assert "Nothing makes no sure difference" in page


def test_assumptions_say_their_standing_and_levers_their_evidence(page: str) -> None:
    assert "2020-based projection · Published" in page
    assert "A trial of 2021: It helped some. · Practice figure; evidence needed" in page


def test_what_is_left_out_is_said_with_what_would_fill_it(page: str) -> None:
    assert "Unpaid carers who stop" in page
    assert "A survey of carers" in page


def test_where_from_gives_files_with_digests_seed_draws_and_version(
    page: str, by: platform.Officer
) -> None:
    row = foresee.projection_row(foresee.projections(seen_by=by).get())
    assert "seed 20451, 400 draws" in page
    assert "a" * 16 in page
    assert row.answer_sha256 in page


def test_without_reported_capacity_the_gap_is_not_known_and_what_would_fill_it_is_said(
    page: str,
) -> None:
    assert "Nobody has reported how many hours of home care a week can be provided" in page


def test_with_capacity_the_gap_says_when_it_opens_how_surely_and_what_closes_it(
    browser: Client, by: platform.Officer
) -> None:
    about = need.question(capacities=need.CAPACITIES, cost=need.COST)
    page = page_of(browser, need.answered(by, about))
    found = need.answer(about).as_now.gap
    assert found is not None
    assert f"A gap is likelier than not from {found.opens}" in page
    assert "would meet the middle estimate, at about £" in page
    assert "Planned" in page


def test_another_scenario_can_be_looked_at_and_none_that_was_not_compared(
    browser: Client, by: platform.Officer
) -> None:
    made = need.answered(by)
    assert "If “More telecare” goes as described, Fife will need" in page_of(browser, made, of="1")
    address = reverse("foresee:projection", args=[made])
    assert browser.get(address, {"of": "2"}).status_code == 404
    assert browser.get(address, {"of": "x"}).status_code == 404


@pytest.mark.parametrize(
    "changed",
    [
        {"scenarios": ()},
        {"support": "care_home"},
        {"capacities": need.CAPACITIES},
        {"cost": need.COST},
        {"scenarios": (need.compared("Only a cap", CAP),), "cost": need.COST},
    ],
)
def test_every_kind_of_question_has_its_page_and_report(
    browser: Client, by: platform.Officer, changed: dict[str, Any]
) -> None:
    made = need.answered(by, need.question(**changed))
    page_of(browser, made)
    assert browser.get(reverse("foresee:report", args=[made])).status_code == 200


def test_a_projection_still_under_way_leads_to_its_work(
    browser: Client, by: platform.Officer
) -> None:
    made = need.asked(by, job_id=make.job(by).id)
    response = browser.get(reverse("foresee:projection", args=[made.pk]))
    assert response["Location"] == reverse("platform:job", args=[made.job_id])


def test_it_is_cited_by_number_and_address(page: str, by: platform.Officer) -> None:
    row = foresee.projection_row(foresee.projections(seen_by=by).get())
    assert f"projection {row.number}, Carewright" in page
    assert f"http://testserver{reverse('foresee:projection', args=[row.id])}" in page


def test_when_facts_have_changed_the_page_says_so_and_keeps_what_it_said(
    browser: Client, by: platform.Officer
) -> None:
    made = need.answered(by, inputs_sha256="0" * 64)
    page = page_of(browser, made)
    assert "Facts have changed since this was worked out" in page
