"""Beside a projection stands what files tell of people ahead, carers, delays and care groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from carewright.foresee import api as foresee
from carewright.foresee.web import published
from carewright.foresee.web.care_groups import care_groups_page
from carewright.foresee.web.carers import carers_page
from carewright.platform import api as platform
from carewright.platform.api import Role
from carewright_engine.demand.need.care_groups import CARE_GROUPS, Held, Missing
from carewright_engine.demand.need.counted_groups import Count
from carewright_engine.demand.need.delays import Association
from carewright_engine.demand.population.then_and_now import THEN, WHY, Growth
from tests.factories import platform as make
from tests.factories import register as files

PAGES = ("then_and_now", "carers", "delays", "care_groups")


def now(ages: str, share: float, start: int = 2011) -> Growth:
    return Growth(ages, start, 2035, share, "", "a file")


def grown(*, same_years: bool = True) -> foresee.ThenAndNow:
    start = 2011 if same_years else 2020
    pairs = ((THEN[0], now("65+", 0.499, start)), (THEN[1], now("85+", 0.746, start)))
    return foresee.ThenAndNow("Scotland", pairs, ("projection.csv",), same_years, "Scotland")


# --- what the pages say --------------------------------------------------------------------


def test_then_and_now_stand_side_by_side_with_the_years_of_both() -> None:
    page = published.then_and_now_page(grown())
    assert page["title"] == (
        "People aged 85 and over in Scotland: +75% by 2035, where +147% was said"
    )
    (_name, then, today), _oldest = page["grid"].rows
    assert (then.text, then.beneath) == ("+63%", "2010 to 2035, 2010-based")
    assert (today.text, today.beneath) == ("+50%", "2011 to 2035")
    assert page["why"] == WHY


def test_figures_of_two_places_are_never_both_called_right_for_one() -> None:
    page = published.then_and_now_page(replace(grown(), nation="the practice region"))
    assert "in the practice region; the +147% said in 2012 was of Scotland" in page["title"]
    headings = [column.heading for column in page["grid"].columns]
    assert headings[1:] == ["Said in 2012 of Scotland", "Projected now for the practice region"]
    assert not page["same_place"]
    assert "Neither confirms the other" in page["why"]


def test_too_few_councils_for_a_relation_say_how_many_there_are_and_show_their_days() -> None:
    days = (("Elmshire", 5100.0, 12), ("Oakshire", 700.0, 9))
    page = published.delays_page(foresee.DelaysHere(None, days, "2021-04 to 2022-03", 2, 10))
    assert "10 councils are needed" in page["unknown"].words
    assert "you have 2" in page["unknown"].words
    assert page["days_heading"].startswith("Elmshire had most delayed days of 2 councils: 5,100")


def test_a_file_of_other_years_says_so() -> None:
    page = published.then_and_now_page(grown(same_years=False))
    assert page["why"] == "The file at hand holds 2020 to 2035, so the spans differ too."


def test_what_no_file_tells_is_said_as_large_as_the_figure_would_be() -> None:
    missing = Missing("Unpaid carers", "a census")
    for page in (carers_page(missing), published.then_and_now_page(missing)):
        assert page["grid"] is None
        assert page["unknown"].title == "Unpaid carers: not known"
        assert page["unknown"].words == "A file that would tell: a census."


def test_carers_are_given_by_age_and_hours_with_how_sure_the_shares_are() -> None:
    of_age = foresee.CarersOfAge(
        "65+", 10_000, (("1-19 hours", 700.0), ("50+ hours", 500.0)), 0.12, (0.11, 0.131)
    )
    here = foresee.CarersHere("Elmshire", 1, (of_age,), (1_502.0, 2_344.0, 4_096.0))
    page = carers_page(here)
    assert page["title"] == "1,200 people in Elmshire give unpaid care"
    assert page["grid"].rows == (("65+", "700", "500", "12.0%", "11.0% to 13.1%"),)
    assert page["breaks"].startswith("They need about 2,340 hours of break a week: 1,500 or more")


@pytest.mark.parametrize(
    ("change", "low", "high", "says"),
    [
        (-0.03, -0.05, -0.01, "fewer"), (0.03, 0.01, 0.05, "more"),
        (-0.03, -0.08, 0.02, "neither clearly more nor clearly fewer"),
    ],
)  # fmt: skip
def test_an_interval_that_holds_both_says_neither(
    change: float, low: float, high: float, says: str
) -> None:
    told = Association("hours", change, low, high, 32, 20)
    page = published.delays_page(foresee.DelaysHere(told, (), "", 32, 10))
    assert page["title"] == f"More care at home went with {says} delayed days"
    assert "not what brought about what" in page["finding"]


def test_every_care_group_stands_in_the_table_whether_or_not_a_file_tells_of_it() -> None:
    found = tuple(Held(group, group.sources[:1]) for group in CARE_GROUPS)
    here = tuple(foresee.GroupHere(each, ()) for each in found)
    page = care_groups_page(foresee.CareGroupsHere("Elmshire", 1, here))
    names = [row[0] if isinstance(row[0], str) else row[0].text for row in page["grid"].rows]
    assert names == [group.name for group in CARE_GROUPS]
    told = sum(1 for each in found if each.sources)
    assert page["title"].startswith(f"{told} of {len(CARE_GROUPS)} care groups")
    (admissions,) = (row for row in page["grid"].rows if "emergency" in str(row[0]))
    assert "emergency admissions by council" in admissions[2]


@pytest.mark.parametrize(
    ("areas", "at_least", "says"),
    [
        (1, False, "1,240 people with care at home, 25 March 2021 to 31 March 2021"),
        (1, True, "At least 1,240 people"),
        (3, False, "31 March 2021 (in 1 of 3 councils)"),
    ],
)
def test_what_is_counted_of_a_group_names_its_days_and_what_is_missing(
    areas: int, at_least: bool, says: str
) -> None:
    group = CARE_GROUPS[0]
    counted = Count(
        group.sources[0], 1240.0, date(2021, 3, 25), date(2021, 4, 1), 1, at_least=at_least
    )
    here = foresee.GroupHere(Held(group, group.sources[:2]), (counted,))
    page = care_groups_page(foresee.CareGroupsHere("Elmshire", areas, (here,)))
    told = page["grid"].rows[0][2]
    assert says in told
    assert told.endswith("not in this area")


# --- the pages themselves ------------------------------------------------------------------


@pytest.fixture
def by(db: None) -> platform.Officer:
    return make.commissioner()


@pytest.mark.parametrize("page", PAGES)
def test_without_files_each_page_opens_and_says_which_would_tell(
    page: str, by: platform.Officer
) -> None:
    browser = make.signed_in(by)
    where = reverse(f"foresee:{page}")
    browser.get(where)
    with CaptureQueriesContext(connection) as asked:
        shown = browser.get(where).content.decode()
    assert "A file that would tell" in shown
    assert "What this does not say" in shown
    assert len(asked) <= 20, len(asked)


@pytest.mark.parametrize("page", PAGES)
def test_a_provider_reads_none_of_them(page: str, db: None) -> None:
    browser = make.signed_in(make.officer(Role.BID_WRITER))
    assert browser.get(reverse(f"foresee:{page}")).status_code == 403


# --- real files ----------------------------------------------------------------------------

REAL = (
    "population/uk_region_pop_est_proj_by_sex_age_2011on.csv.gz",
    "asc_stats/scotland_care_at_home_phs.csv.gz",
    "asc_stats/scotland_delayed_discharge_council_month.csv.gz",
    "phs/phs_homecare_hours_received_2019-21.csv",
)


@pytest.fixture
def informed(real_data: Path, by: platform.Officer, settings: Settings, tmp_path: Path) -> Client:
    """The browser of somebody whose organisation imported the published files."""
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        }
    }
    for name in REAL:
        files.imported(by, real_data / name)
    return make.signed_in(by)


@pytest.mark.realdata
@pytest.mark.slow
def test_the_published_files_give_growth_an_association_and_care_groups(informed: Client) -> None:
    shown = {page: informed.get(reverse(f"foresee:{page}")).content.decode() for page in PAGES}
    for figure in ("+63%", "+147%", "+50%", "+75%", "2010 to 2035", "2011 to 2035"):
        assert figure in shown["then_and_now"]
    assert "32 councils" in shown["delays"]
    assert "not what brought about what" in shown["delays"]
    assert "In the files" in shown["care_groups"]
    assert "Census 2022" in shown["carers"]
