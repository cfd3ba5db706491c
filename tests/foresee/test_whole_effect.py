"""A scenario is told by every kind of support that it touches, never by the latest one alone."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from carewright.foresee import api as foresee
from carewright.foresee.web.wording import money, more_money
from carewright.platform import api as platform
from carewright_engine.demand.scenarios.questions import Question, UnitCost
from tests.factories import decide as ask
from tests.factories import foresee as need

pytestmark = pytest.mark.django_db

PLACE = UnitCost(95_000, 90_000, 100_000, "Our rates")
MOVED = need.lever("balance_of_care", name="Home instead", share=0.1, hours_a_week=20.0)
DEARER = need.lever(
    "unit_cost", name="Wages", pay_share=0.75, pay_a_year=0.04, prices_a_year=0.02
)  # fmt: skip


def of_version(by: platform.Officer, found: UUID, **given: Any) -> Question:
    """A question that holds the scenario as it stands, in pounds."""
    held = foresee.scenario(found, seen_by=by).read.model_dump_json()
    return need.question(**{"scenarios": (held,), "cost": need.COST, **given})


def both(by: platform.Officer, found: UUID) -> tuple[Question, Question]:
    """Home care and then care homes, both answered; care homes are the newest."""
    asked = (of_version(by, found), of_version(by, found, support="care_home", cost=PLACE))
    for each in asked:
        need.answered(by, each)
    return asked


def sent(browser: Client, found: UUID) -> tuple[str, str, str]:
    """The form that sends it, what is told once it is sent, and what those who decide read."""
    sending = reverse("foresee:send_scenario", args=[found])
    form = browser.get(sending).text
    answers = {"cost": "50,000", "years": "3", "partnership": "own", "version": "1"}
    told = browser.post(sending, answers, follow=True).text
    return form, told, browser.get(reverse("foresee:sent_scenario", args=[found, 1])).text


@pytest.fixture(autouse=True)
def _scheme(isla: platform.Officer) -> None:
    ask.scheme(isla.organisation.id, "Authorising director")


def test_both_halves_of_the_money_are_told_to_those_who_decide_and_added_up(
    browser: Client, isla: platform.Officer
) -> None:
    found = need.scenario(isla, levers=[MOVED])
    fans = [need.answer(each).outcomes[1].pounds_difference for each in both(isla, found)]
    whole = more_money(sum(fan.at(2045) for fan in fans if fan))
    form, told, page = sent(browser, found)
    for each in (form, page):
        for fan in fans:
            assert fan
            assert more_money(fan.at(2045)) in each
        assert whole in each
    assert "Together:" in form
    assert "while Projection 1 and Projection 2 put it at" in told
    assert "Pounds 2045, both together" in page
    assert "in constant prices of" in page
    there = browser.get(reverse("foresee:scenario", args=[found])).text
    assert whole in there
    for words in ("See what it changes in home care", "See what it changes in care homes"):
        assert words in there


def test_a_half_that_nobody_projected_is_said_to_be_missing_with_the_way_to_ask(
    browser: Client, isla: platform.Officer
) -> None:
    found = need.scenario(isla, levers=[MOVED])
    need.answered(isla, of_version(isla, found))
    form, told, page = sent(browser, found)
    missing = "What it changes in care homes is missing"
    assert missing in form
    assert missing in told
    assert "The cost asked for is" not in told
    assert "Care homes: not known" in page
    assert f"?scenario={found}&amp;support=care_home&amp;area=council%3A" in page
    assert "&amp;years=20" in page


def test_the_answer_for_what_no_lever_touches_says_nothing_of_a_scenario(
    browser: Client, isla: platform.Officer
) -> None:
    found = need.scenario(isla)
    [home, _homes] = both(isla, found)
    fan = need.answer(home).outcomes[1].pounds_difference
    form, _told, page = sent(browser, found)
    for each in (form, page):
        assert "Projection 2" not in each
        assert fan
        assert more_money(fan.at(2045)) in each
    assert "No lever is for care homes: nothing changes there." in page


def test_pounds_of_other_prices_are_not_added_up_and_why_is_said(
    browser: Client, isla: platform.Officer
) -> None:
    found = need.scenario(isla, levers=[MOVED, DEARER])
    both(isla, found)
    form, _told, page = sent(browser, found)
    assert "Together:" not in form
    assert "both together" not in page
    why = "Projection 1 (home care) is with prices growing from 2026 as the scenario says"
    assert f"Their pounds are not added up. {why}" in page


def test_a_projection_says_that_a_scenario_has_no_lever_for_it_instead_of_figures(
    browser: Client, isla: platform.Officer
) -> None:
    about = need.question(support="care_home", cost=PLACE)
    there = reverse("foresee:projection", args=[need.answered(isla, about)])
    page = browser.get(there).text
    assert "More telecare has no lever for care homes" in page
    assert "no sure difference" not in page
    assert "does not differ surely" not in page
    assert "What the scenarios change" not in page
    looked_at = browser.get(f"{there}?of=1").text
    assert "“More telecare” has no lever for care homes: helped as people are now" in looked_at


def test_a_projection_of_one_half_says_where_the_other_is_told(
    browser: Client, isla: platform.Officer
) -> None:
    found = need.scenario(isla, levers=[MOVED])
    made = need.answered(isla, of_version(isla, found), scenario_ids=[str(found)])
    page = browser.get(reverse("foresee:projection", args=[made])).text
    assert "“More telecare” has levers for care homes as well" in page
    assert f'{reverse("foresee:scenario", args=[found])}#result"' in page
    alone = need.answered(isla, need.question())
    assert "as well: what it changes" not in (
        browser.get(reverse("foresee:projection", args=[alone])).text
    )


def test_pounds_say_their_prices_and_which_part_is_of_hours_and_which_of_the_price(
    browser: Client, isla: platform.Officer
) -> None:
    longer = need.lever("hours_for_each", name="Longer visits", change=0.2)
    scenarios = (need.compared("Longer", longer), need.compared("Both", longer, DEARER))
    about = need.question(scenarios=scenarios, cost=need.COST, capacities=need.CAPACITIES)
    _now, alone, both_levers = need.answer(about).outcomes
    there = reverse("foresee:projection", args=[need.answered(isla, about)])
    page, looked_at = browser.get(there).text, browser.get(f"{there}?of=2").text
    assert alone.pounds_difference
    assert both_levers.pounds_difference
    hours, whole = alone.pounds_difference.at(2045), both_levers.pounds_difference.at(2045)
    [base] = set(re.findall(r"in constant prices of (\d{4}/\d{2})", page))
    assert f"cost {money(hours)} a year more in 2045 (in constant prices of {base})" in page
    said = re.search(
        rf"cost {re.escape(money(whole))} a year more in 2045 \(with prices growing from 2026 as "
        rf"the scenario says: about £([\d.]+) million a year more for hours at prices of {base}, "
        r"about £([\d.]+) million a year more for their price\)", page,
    )  # fmt: skip
    assert said
    assert float(said[1]) == pytest.approx(hours / 1e6, rel=0.03)
    assert float(said[1]) + float(said[2]) == pytest.approx(whole / 1e6, abs=0.2)
    assert "so its difference is of hours and of price" in page
    assert "Pounds a year to close it, with prices growing from 2026" in looked_at
