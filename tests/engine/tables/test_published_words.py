"""Periods, age bands, figures and areas as publishers write them."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from carewright_engine.tables.area_codes import current_code, kind_of_code
from carewright_engine.tables.published.age_bands import age_band, bounds
from carewright_engine.tables.published.english_councils import area_of, care_group, council_name
from carewright_engine.tables.published.figures import (
    figure,
    is_absent,
    is_suppressed,
    is_unreadable,
)
from carewright_engine.tables.published.periods import financial_year_of, period_named
from carewright_engine.tables.published.places import place
from carewright_engine.tables.reading import Hints, UnreadableFile


@pytest.mark.parametrize(
    ("text", "label", "starts_on", "ends_before", "kind"),
    [
        ("2023/24", "Financial Year", date(2023, 4, 1), date(2024, 4, 1), "financial_year"),
        ("2023-24", "", date(2023, 4, 1), date(2024, 4, 1), "financial_year"),
        ("2023/2024", "", date(2023, 4, 1), date(2024, 4, 1), "financial_year"),
        ("1999/00", "", date(1999, 4, 1), date(2000, 4, 1), "financial_year"),
        ("2017/18", "Census Week", date(2018, 3, 25), date(2018, 4, 1), "census_week"),
        ("2017/18 Q4", "Financial Quarter", date(2018, 1, 1), date(2018, 4, 1), "quarter"),
        ("2018/19 Q1", "", date(2018, 4, 1), date(2018, 7, 1), "quarter"),
        ("Jan-Mar 2018", "Financial Quarter", date(2018, 1, 1), date(2018, 4, 1), "quarter"),
        ("Oct-Dec 2018", "", date(2018, 10, 1), date(2019, 1, 1), "quarter"),
        ("Q1 2018", "", date(2018, 1, 1), date(2018, 4, 1), "quarter"),
        ("2016-07-01", "", date(2016, 7, 1), date(2016, 8, 1), "month"),
        ("201612", "", date(2016, 12, 1), date(2017, 1, 1), "month"),
        ("01/12/2016", "", date(2016, 12, 1), date(2017, 1, 1), "month"),
        ("Jul-16", "", date(2016, 7, 1), date(2016, 8, 1), "month"),
    ],
)
def test_a_period_in_any_spelling_has_a_first_day_and_a_first_day_after(
    text: str, label: str, starts_on: date, ends_before: date, kind: str
) -> None:
    found = period_named(text, label)
    assert found is not None
    assert (found.starts_on, found.ends_before, found.kind) == (starts_on, ends_before, kind)


@pytest.mark.parametrize("text", ["2023/25", "Jan-Feb 2018", "201613", "Fife", "99", ""])
def test_what_is_no_period_is_not_guessed(text: str) -> None:
    assert period_named(text) is None


def test_the_financial_year_of_a_file_is_told_or_named_or_asked_for() -> None:
    assert financial_year_of("ascfr_2015-16_activity.csv", Hints()).starts_on == date(2015, 4, 1)
    told = financial_year_of("costs.csv", Hints(as_at=date(2015, 3, 31)))
    assert (told.starts_on, told.ends_before) == (date(2014, 4, 1), date(2015, 4, 1))
    with pytest.raises(UnreadableFile, match="which financial year"):
        financial_year_of("costs 2015-18.csv", Hints())


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("65-74 years", "65-74"),
        ("0 - 4", "0-4"),
        ("15.0", "15"),
        ("85+ years", "85+"),
        ("85 and over", "85+"),
        ("75plus", "75+"),
        ("Age 65 and over", "65+"),
        ("Age 18 to 64", "18-64"),
        ("All Ages", "all"),
        ("Unknown", "unknown"),
        ("74-65", None),
        ("elderly", None),
    ],
)
def test_age_bands_have_one_spelling(text: str, band: str | None) -> None:
    assert age_band(text) == band


def test_a_band_open_above_has_no_oldest_age() -> None:
    assert bounds("85 and over") == (85, None)
    assert bounds("65 - 69") == (65, 69)


def test_a_mark_is_neither_a_figure_nor_zero() -> None:
    frame = pl.DataFrame({"x": ["1,250", "£12.50", "0", "*", "NA", None, "..", "twelve", "inf"]})
    found = frame.select(
        value=figure("x"),
        suppressed=is_suppressed("x"),
        absent=is_absent("x"),
        unreadable=is_unreadable("x"),
    )
    assert found.rows() == [
        (1250.0, False, False, False),
        (12.5, False, False, False),
        (0.0, False, False, False),
        (None, True, False, False),
        (None, False, True, False),
        (None, False, True, False),
        (None, False, True, False),
        (None, False, False, True),
        (None, False, False, True),
    ]


@pytest.mark.parametrize(
    ("text", "code", "kind", "flag"),
    [
        ("Scotland (Estimated)", "S92000003", "country", "estimated"),
        ("Scotland (All Areas Submitted)", "S92000003", "country", "submitted_only"),
        ("Scotland", "S92000003", "country", None),
        ("Comhairle nan Eilean Siar", "S12000013", "council", None),
        ("Shetland", "S12000027", "council", None),
        ("S12000015", "S12000047", "council", None),
        ("W11000023", "W11000023", "health_board", None),
        ("NHS Fife", "S08000029", "health_board", None),
        ("Clackmannanshire and Stirling", "S37000005", "integration_authority", None),
        ("Atlantis", None, "council", None),
    ],
)
def test_an_area_is_known_by_any_of_its_names(
    text: str, code: str | None, kind: str, flag: str | None
) -> None:
    found = place(text)
    assert (found.code, found.kind, found.flag) == (code, kind, flag)


def test_a_code_that_was_replaced_is_read_as_todays() -> None:
    assert current_code("S12000046") == "S12000049"
    assert current_code("S12000049") == "S12000049"
    assert kind_of_code("S37000032") == "integration_authority"
    assert kind_of_code("X01") is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("107-Newcastle%20upon%20Tyne", "Newcastle upon Tyne"),
        ("107 NEWCASTLE UPON TYNE", "Newcastle upon Tyne"),
        ("Newcastle.upon.Tyne", "Newcastle upon Tyne"),
        ("104-Northumberland UA", "Northumberland"),
        ("318 - St. Helens", "St. Helens"),
        ("102 - Cumbria ", "Cumbria"),
    ],
)
def test_one_english_council_has_one_name(written: str, name: str) -> None:
    assert council_name(written) == name


def test_regions_and_england_have_codes_and_councils_have_none() -> None:
    assert area_of("Yorkshire and Humber") == ("E12000003", "region")
    assert area_of("TOTAL England") == ("E92000001", "country")
    assert area_of("Cumbria") == (None, "council")


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("Residential; Age 65 and over; Learning disability support", "older_people"),
        ("Residential; Age 18 to 64; Learning disability support", "learning_disability"),
        ("supporting older people in nursing care", "older_people"),
        ("home care per adult and older person receiving home care", "adults"),
        ("adults aged 18-64 with mental health needs", "mental_health"),
    ],
)
def test_the_care_group_follows_the_returns_words(words: str, group: str) -> None:
    assert care_group(words) == group
