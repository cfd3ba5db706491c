"""Unpaid carers are counted, and projected with the people of their ages; so are their breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from carewright.foresee import api as foresee
from carewright.platform import api as platform
from tests.factories import foresee as need
from tests.factories import platform as make
from tests.factories import register as files
from tests.factories import together
from tests.factories.register import FIFE

pytestmark = pytest.mark.django_db

AGES = {"5to14_years": 10_000, "15to39_years": 50_000, "40to64_years": 60_000,
        "65_and_over": 40_000}  # fmt: skip
HOURS = ("1to19", "20to34", "35to49", "50plus")


@pytest.fixture
def counted(by: platform.Officer, tmp_path: Path) -> platform.Officer:
    """Of everyone of each age one in a hundred gives care of each length."""
    lines = ["ltla21_name,ltla21_code,variable,value"]
    for age, people in AGES.items():
        lines.append(f"Fife,{FIFE},total_{age},{people}")
        lines += [f"Fife,{FIFE},count_{age}_{hours}_hours,{people // 100}" for hours in HOURS]
    file = tmp_path / "unpaid_care_2021.csv"
    file.write_text("\n".join(lines) + "\n")
    files.imported(by, file)
    return by


def test_as_many_of_each_age_give_care_among_the_people_of_the_latest_projection(
    counted: platform.Officer,
) -> None:
    make.models.Organisation.objects.filter(pk=counted.organisation.id).update(area_code=FIFE)
    by = together.again(counted)
    before = foresee.carers_here(seen_by=by)
    assert isinstance(before, foresee.CarersHere)
    assert before.ahead is None
    need.answered(by)
    here = foresee.carers_here(seen_by=by)
    assert isinstance(here, foresee.CarersHere)
    ahead = here.ahead
    assert ahead is not None
    assert ahead.year == need.YEARS[-1]
    oldest = [each for each in need.basis().ages if each.youngest >= 65]
    people = sum(each.women_later + each.men_later for each in oldest)
    middle, low, high = ahead.ages[-1]
    assert middle == pytest.approx(0.04 * people)
    assert low < middle < high
    least, usual, most = ahead.breaks
    assert least < usual < most


def test_the_page_tells_carers_ahead_and_says_plainly_what_is_not_projected(
    browser: Client, counted: platform.Officer
) -> None:
    page = browser.get(reverse("foresee:carers")).text
    for words in ("is not projected yet", "Ask for a projection", "When carers stop",
                  "Not projected: whether each age will give more or less care"):  # fmt: skip
        assert words in page
