"""What stands beside the figures: people helped, how differences are made, what is not known."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from carewright.config.practice_projection import asked_about
from carewright.foresee import api as foresee
from carewright.foresee.web import findings, grids
from carewright.foresee.web.asking import question_of
from carewright.foresee.web.reading import Reading
from carewright.foresee.web.tables import tables_of
from carewright.foresee.web.wording import about
from carewright.platform import api as platform
from carewright_engine.demand.scenarios.gap import Capacity
from carewright_engine.demand.scenarios.questions import Question
from tests.factories import foresee as need

pytestmark = pytest.mark.django_db
CAPACITY = (Capacity(date(2026, 1, 1), 40_000.0),)


def read(by: platform.Officer, asked: Question) -> Reading:
    return Reading(foresee.answered_projection(need.answered(by, asked), seen_by=by))


def written(browser: Client, reading: Reading) -> tuple[str, str]:
    """The page, and the paragraphs of the report."""
    page = browser.get(reading.address).text
    report = browser.get(reverse("foresee:report", args=[reading.row.id])).content
    paragraphs = Document(BytesIO(report)).paragraphs
    return " ".join(page.split()), " ".join(each.text for each in paragraphs)


def test_before_the_first_report_nobody_knows_what_can_be_provided(
    browser: Client, by: platform.Officer
) -> None:
    reading = read(by, need.question(capacities=CAPACITY, through=date(2026, 3, 31)))
    gap, grid = reading.outcome.gap, grids.of_gap(reading)
    assert gap is not None
    assert grid is not None
    assert (gap.years[0], gap.years[-1]) == (2026, reading.last)
    by_year = {str(row[0]): row[2:] for row in grid.rows}
    assert by_year["2024"] == by_year["2025"] == ("Not known",) * 3
    assert by_year["2030"][0] == "40,000"
    words = "Nothing is reported for 1 October of a year before 2026"
    assert all(words in text for text in written(browser, reading))


def test_the_year_in_which_the_facts_end_is_among_those_shown(by: platform.Officer) -> None:
    reading = read(by, need.question(through=date(2026, 11, 20)))
    assert 2026 in reading.years_shown
    assert 2027 not in reading.years_shown


def test_people_helped_stand_beside_the_hours_with_their_interval(
    browser: Client, by: platform.Officer
) -> None:
    reading = read(by, need.question())
    people = reading.outcome.people
    low, middle, high = (about(people.at(reading.last, x)) for x in (0.025, 0.5, 0.975))
    said = f"help for about {middle} people (95 chances in 100: {low} to {high})"
    assert all(said in text for text in written(browser, reading))
    grid = grids.of_scenarios(reading)
    assert grid.columns[-1].heading == f"People helped {reading.last}"
    assert grid.rows[0][-1].beneath == f"{low} to {high}"  # type: ignore[union-attr]


def test_a_place_is_one_persons_so_care_homes_count_no_people_apart(by: platform.Officer) -> None:
    reading = read(by, need.question(support="care_home"))
    assert "people (" not in findings.lead(reading)
    assert "People helped" not in " ".join(c.heading for c in grids.of_scenarios(reading).columns)


def test_the_page_the_report_and_the_workbook_say_how_differences_are_made(
    browser: Client, by: platform.Officer
) -> None:
    reading = read(by, need.question())
    assert all(findings.DIFFERENCES in text for text in written(browser, reading))
    [run] = [each for each in tables_of(reading) if each.name == "run"]
    assert ("Differences", findings.DIFFERENCES) in run.rows
    alone = read(by, need.question(scenarios=()))
    assert findings.DIFFERENCES not in written(browser, alone)[0]


def test_practice_projections_have_as_many_draws_as_the_forms() -> None:
    fife, through = need.question().area, date(2024, 3, 31)
    form = {
        "support": "care_at_home", "through": through, "years": 20, "fit_from": None, "cost": None
    }  # fmt: skip
    practice = asked_about(fife, "care_at_home", through, priced=False)
    assert practice.draws == question_of(fife, form).draws


def test_no_name_of_a_sheet_is_cut(by: platform.Officer) -> None:
    reading = read(by, need.question(capacities=CAPACITY, cost=need.COST))
    assert [each.title for each in tables_of(reading) if len(each.title) > 31] == []


def test_each_row_of_a_file_names_its_unit_and_its_projection(by: platform.Officer) -> None:
    reading = read(by, need.question(cost=need.COST))
    found = {each.name: each for each in tables_of(reading)}
    where = f"Projection {reading.row.number} of {reading.row.organisation}, Fife"
    assert found["amount"].rows[0][-2:] == ("hours a week", where)
    assert found["people"].rows[0][-2:] == ("people", where)
    unit, prices, of = found["pounds"].rows[0][-3:]
    assert str(unit) == f"pounds a year {prices}"
    assert (str(prices)[:22], of) == ("in constant prices of ", where)
    assert found["levers"].rows[0][-1] == where
