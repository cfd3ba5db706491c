"""Councils stand side by side, each by its latest projection; what is not known is left blank."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from carewright.foresee import api as foresee
from carewright.foresee.web.by_area import by_area_page, years_of
from carewright.platform import api as platform
from carewright_engine.demand.scenarios.gap import GapAhead
from carewright_engine.demand.scenarios.summaries import LEVELS, Fan
from tests.factories import foresee as make
from tests.factories import platform as people
from tests.factories import register as files

YEARS = tuple(range(2024, 2035))


def fan(*values: float) -> Fan:
    return Fan(YEARS, tuple(tuple(values) for _level in LEVELS))


def council(name: str, last: float, **given: Any) -> foresee.CouncilAhead:
    """A council whose need goes in even steps from 100 to `last`."""
    middle = tuple(100 + (last - 100) * step / 10 for step in range(11))
    missing = fan(*(max(each - 110, 0) for each in middle))
    odds = tuple(float(each > 110) for each in middle)
    gap = GapAhead(YEARS, (110.0,) * 11, missing, odds, 2031 if last > 110 else None, missing)
    ahead = foresee.CouncilAhead(name[:3], name, UUID(int=1), "Projection 1", YEARS, middle, gap)
    return replace(ahead, **given)


def test_the_heading_says_where_need_grows_most_and_how_many_councils_fall_short() -> None:
    page = by_area_page(
        [council("Angus", 105), council("Fife", 140)], support="care_home", year=2034, may_ask=True
    )
    assert page["title"] == (
        "Care homes by 2034: need grows most in Fife (+40%); a gap is likely in 1 of 2 councils"
    )
    angus, fife = page["grid"].rows
    assert angus[1:] == ("+5%", "Not by 2034", "0 (0%)", "0 in 100")
    assert fife[1:3] == ("+40%", "2031")
    assert fife[3] == "30 (21%)"


def test_a_council_without_projection_or_capacity_is_left_blank() -> None:
    found = [council("Fife", 140, gap=None), foresee.CouncilAhead("S1", "Moray")]
    page = by_area_page(found, support="care_at_home", year=2034, may_ask=False)
    fife, moray = page["grid"].rows
    assert fife[2:] == ("No capacity reported", "Not known", "Not known")
    assert moray[0].beneath == "Not projected yet"
    assert set(moray[1:]) == {"Not known"}
    mapped = [str(row[1]).casefold() for row in page["gaps"].table.rows]
    assert mapped == ["not known", "not known"]


def test_the_heading_of_one_projected_among_others_claims_nothing_of_the_rest() -> None:
    others = [foresee.CouncilAhead(f"S{each}", each) for each in ("Angus", "Moray")]
    page = by_area_page(
        [council("Fife", 140), *others], support="care_home", year=2034, may_ask=True
    )
    assert page["title"] == (
        "Care homes by 2034: need changes by +40% in Fife, the only one projected; a gap is likely "
        "in the one council of 3 that can be judged"
    )
    _fife, angus, _moray = page["grid"].rows
    assert angus[0].text == "Ask for a projection of Angus"
    assert "area=council%3ASAngus&support=care_home" in angus[0].link


@pytest.mark.parametrize("may_ask", [True, False])
def test_before_any_projection_the_way_to_ask_is_open_to_those_who_may(may_ask: bool) -> None:
    page = by_area_page(
        [foresee.CouncilAhead("E1", "Ashby")], support="care_home", year=None, may_ask=may_ask
    )
    links = [link.text for link in page["to_ask"]]
    assert links == (["Ask for a projection of Ashby"] if may_ask else [])


def test_the_map_can_be_seen_for_every_fifth_year_and_the_last() -> None:
    assert years_of([council("Fife", 140)]) == (2024, 2029, 2034)
    assert years_of([foresee.CouncilAhead("S1", "Moray")]) == ()


@pytest.mark.django_db
def test_the_latest_projection_of_each_council_is_shown(
    by: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    files.imported(by, files.datastore(tmp_path, {"Council_Area_Name": "Fife"}))
    page = browser.get(reverse("foresee:by_area")).content.decode()
    assert "No council’s projection is ready yet" in page
    make.answered(by)
    later = make.answered(by, make.question(capacities=make.CAPACITIES))
    where = reverse("foresee:by_area")
    browser.get(where)
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(where).content.decode()
    assert len(asked) <= 20, len(asked)
    assert reverse("foresee:projection", args=[later]) in page
    assert "need grows most in Fife" in page
    assert browser.get(f"{where}?year=1999").status_code == 404
    assert browser.get(f"{where}?support=meals").status_code == 404
    stranger = people.signed_in(people.commissioner())
    assert str(later) not in stranger.get(where).content.decode()
