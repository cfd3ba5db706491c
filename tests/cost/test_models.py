"""Price models and what they rest on: each line shown, each value with its source and flag."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from carewright.contract import models
from carewright.contract.api import Unit
from carewright.cost import api as cost
from carewright.cost.web import home_care as least
from carewright.platform import api as platform
from carewright.ui.dated import with_flag
from carewright_engine.costing.minimum_price import built_up
from carewright_engine.values.money import in_pounds
from tests.factories import contract as agreed
from tests.factories import platform as make

pytestmark = pytest.mark.django_db


def shown(browser: Client, route: str, **asked: str) -> str:
    found = browser.get(reverse(f"cost:{route}"), asked)
    assert found.status_code == 200
    return found.content.decode()


def running(by: platform.Officer, **said: object) -> UUID:
    agreement_id = agreed.whole(by, **said)
    models.Agreement.objects.filter(pk=agreement_id).update(state="live")
    return agreement_id


def test_the_published_lines_of_2020_21_come_out_to_the_penny(browser: Client) -> None:
    given = least.usual(date(2020, 9, 1))
    asked = least.asked_of(given, cost.value_on("wage.nlw", given["on"]))
    lines = [in_pounds(pence) for _part, pence in built_up(asked.hour).lines]
    assert lines == ["£8.72", "£1.70", "£1.14", "£1.97", "£1.36", "£5.20", "£0.60"]
    day = {"on-day": "1", "on-month": "9", "on-year": "2020"}
    inputs = {
        "travel_minutes": "11.7", "charges": "10.9", "other_on_costs": "18.9", "mileage": "1.36",
        "running_costs": "5.20", "surplus": "3", "visit_minutes": "10", "visit_miles": "2",
        "pence_a_mile": "45",
    }  # fmt: skip
    page = shown(browser, "home_care", **day, **inputs)
    assert "£20.69" in page
    assert "£8.72 an hour (not verified; National Minimum Wage Regulations 2015" in page
    assert "£28.49" in page  # an hour of quarter-hour visits
    assert "Error:" in shown(browser, "home_care", **day, **{**inputs, "surplus": "much"})


def test_what_the_form_begins_with_says_its_year_its_source_and_that_nobody_checked_it(
    browser: Client,
) -> None:
    page = shown(browser, "home_care")
    assert "11.7 minutes (not verified; Homecare Association, Minimum Price" in page
    assert "1 April 2020 to 31 March 2021; nothing newer is in our reference data" in page
    assert "£0.45 (not verified: from memory; Income Tax" in page


def test_own_prices_below_the_direct_cost_stand_out(by: platform.Officer, browser: Client) -> None:
    agreement_id = running(by)
    service_id = agreed.read(agreement_id, by).services[0].id
    agreed.price(
        agreement_id, by, service_id=service_id, unit=Unit.VISIT, minutes=30, pence=9_900,
        reason="Visits are bought too",
    )  # fmt: skip
    page = shown(browser, "home_care")
    assert "1 of your 2 prices lie below the least price" in page
    assert "Below the direct cost of care" in page
    found = cost.prices_paid(seen_by=by, on=make.TODAY)
    assert {(each.unit, each.care) for each in found} == {
        (Unit.HOUR, "home_care"), (Unit.VISIT, "home_care"),
    }  # fmt: skip


def test_prices_of_many_agreements_cost_as_many_queries_as_one(by: platform.Officer) -> None:
    counts = []
    for _more in range(2):
        running(by)
        with CaptureQueriesContext(connection) as queries:
            cost.prices_paid(seen_by=by, on=make.TODAY)
        counts.append(len(queries))
    assert counts == [3, 3]


def test_every_dated_value_is_listed_with_its_source_and_flag(browser: Client) -> None:
    found = cost.dated_values(on=make.TODAY)
    assert all(each.row.source for each in found)
    now = cost.value_on("wage.nlw", make.TODAY)
    assert now
    assert with_flag(now).startswith("£12.71 an hour (not verified; ")
    page = shown(browser, "reference", group="wage_floors", holds="now")
    assert "£12.71 an hour" in page
    assert "Not verified" in page
    assert "3.8% a year" in shown(browser, "reference", group="price_indices", holds="now")
    taken = browser.get(reverse("cost:reference"), {"download": "csv"}).getvalue()
    assert taken.count(b"\n") == len(found) + 1


def test_what_nobody_has_found_is_listed_with_the_file_that_would_fill_it(
    browser: Client, by: platform.Officer
) -> None:
    page = shown(browser, "reference")
    missing = page[page.index('id="not-held"') :]
    for gap in cost.values_not_held(on=make.TODAY):
        assert gap.file.removesuffix(".csv").replace("_", " ") in missing
        assert escape(gap.last.words) in missing
    assert "Since 1 January 2026, today included" in missing
    assert cost.value_on("scotland.threshold.social_services", make.TODAY) is None


def test_the_latest_rise_of_consumer_prices_stands_beside_the_one_that_was_chosen(
    by: platform.Officer, browser: Client
) -> None:
    running(by)
    page = shown(browser, "forecast")
    assert "3.8% a year (not verified; Office for National Statistics" in page


def test_a_published_total_that_its_parts_do_not_add_up_to_is_flagged(browser: Client) -> None:
    (each,) = cost.totals_that_differ()
    assert (each.published, each.computed) == (Decimal("350.60"), Decimal("360.60"))
    assert "published as 350.60, but" in shown(browser, "reference")


def test_without_a_file_of_unit_costs_nothing_is_shown_and_nothing_estimated(
    browser: Client,
) -> None:
    page = shown(browser, "side_by_side")
    assert "Not known" in page
    assert "not among the imported files" in page
