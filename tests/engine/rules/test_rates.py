"""Wages and rates of care, typed a second time from where they were found, and their totals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from carewright_engine.rules.dated import FILES, dated, dated_of, every_dated
from carewright_engine.rules.not_held import not_held
from carewright_engine.rules.reading import NotInForce
from carewright_engine.rules.rows import Checked
from carewright_engine.rules.totals import (
    difference,
    every_total,
    flagged,
    read_totals,
    total_on,
)  # fmt: skip

#: From April of the first year, in pounds an hour.
LIVING_WAGE = (2016, "7.20 7.50 7.83 8.21 8.72 8.91 9.50 10.42 11.44 12.21 12.71")
#: To be paid by May of the first year, announced in the autumn before.
REAL_LIVING_WAGE = (2016, "8.25 8.45 8.75 9.00 9.30 9.50 9.90 10.90 12.00 12.60 13.45")
IN_LONDON = (2016, "9.40 9.75 10.20 10.55 10.75 10.85 11.05 11.95 13.15 13.85 14.80")
PERSONAL_CARE = (2018, "174 177 180 193.50 212.85 233.10 248.70 254.60")
NURSING_CARE = (2018, "79 80 81 87.10 95.80 104.90 111.90 114.55")
#: By September of the year before, dated from the April whose rises use it.
CONSUMER_PRICES = (2017, "1.0 3.0 2.4 1.7 0.5 3.1 10.1 6.7 1.7 3.8")
FUNDED_NURSING = (2020, "187.60 187.60 209.19 219.71 235.88 254.06")
#: Of 2020/21, as the Homecare Association's lines of £20.69 have it.
HOUR_OF_HOME_CARE = {
    "travel_minutes": "11.7 minutes", "charges": "10.9%", "other_on_costs": "18.9%",
    "mileage": "£1.36", "running_costs": "£5.20", "surplus": "3%",
}  # fmt: skip
CARE_HOME = {
    2013: ("580.11", "499.38"), 2017: ("667.09", "574.42"), 2022: ("832.10", "719.50"),
    2023: ("888.50", "762.62"), 2024: ("948.59", "825.94"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "month", "typed"),
    [
        ("wage.nlw", 4, LIVING_WAGE),
        ("wage.real_living_wage.uk", 5, REAL_LIVING_WAGE),
        ("wage.real_living_wage.london", 5, IN_LONDON),
        ("personal_care.scotland.personal", 4, PERSONAL_CARE),
        ("personal_care.scotland.nursing", 4, NURSING_CARE),
        ("personal_care.england.funded_nursing", 4, FUNDED_NURSING),
        ("prices.cpi.september", 4, CONSUMER_PRICES),
        ("prices.gdp_deflator", 4, (2025, "2.37")),
    ],
)
def test_a_rate_is_the_one_that_was_published_for_its_year(
    name: str, month: int, typed: tuple[int, str]
) -> None:
    first, amounts = typed
    for year, amount in enumerate(amounts.split(), start=first):
        assert dated(name, on=date(year, month, 1)).value == Decimal(amount), year
        assert dated(name, on=date(year + 1, month - 1, 28)).value == Decimal(amount), year


@pytest.mark.parametrize(
    ("name", "day", "amount"),
    [
        ("personal_care.scotland.personal", date(2002, 7, 1), "145"),
        ("personal_care.scotland.nursing", date(2002, 7, 1), "65"),
        ("personal_care.scotland.capital_lower", date(2021, 4, 1), "18000"),
        ("personal_care.scotland.capital_upper", date(2021, 4, 1), "28750"),
        ("personal_care.scotland.capital_upper", date(2024, 4, 1), "35000"),
        ("care_home.national.profit_cap", date(2024, 4, 1), "4"),
    ],
)
def test_a_single_figure_is_the_one_that_was_published(name: str, day: date, amount: str) -> None:
    assert dated(name, on=day).value == Decimal(amount)


def test_the_weekly_rates_of_the_national_care_home_contract_are_those_published() -> None:
    for year, (nursing, residential) in CARE_HOME.items():
        on = date(year, 6, 1)
        assert dated("care_home.national.nursing", on=on).value == Decimal(nursing)
        assert dated("care_home.national.residential", on=on).value == Decimal(residential)


def test_a_year_for_which_no_rate_was_found_has_none() -> None:
    with pytest.raises(NotInForce, match="2018-06-01"):
        dated("care_home.national.nursing", on=date(2018, 6, 1))


def test_wages_only_ever_rise() -> None:
    for name, rows in every_dated().items():
        if name.startswith("wage."):
            assert list(rows) == sorted(rows, key=lambda row: row.value), name


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("wage.nlw", date(2017, 6, 1)),
        ("wage.real_living_wage.uk", date(2020, 6, 1)),
        ("wage.real_living_wage.uk", date(2026, 6, 1)),
        ("personal_care.scotland.personal", date(2018, 6, 1)),
        ("personal_care.england.funded_nursing", date(2025, 6, 1)),
    ],
)
def test_a_rate_from_memory_says_so(name: str, day: date) -> None:
    row = dated(name, on=day)
    assert row.checked is Checked.FROM_MEMORY
    assert "from memory" in row.source
    assert not row.verified


def test_every_wage_and_rate_was_typed_twice() -> None:
    kept = {
        (row.id, row.starts_on.year)
        for file in FILES
        if file != "thresholds.csv"
        for rows in dated_of(file).values()
        for row in rows
    }
    wages, homes, care, prices = 11 * 3, len(CARE_HOME) * 2 + 1, 8 * 2 + 2 + 5 + 3, 10 + 1
    assert len(kept) == wages + homes + care + prices + len(HOUR_OF_HOME_CARE) + 1


def test_what_an_hour_of_home_care_is_made_of_is_as_it_was_published() -> None:
    found = {
        name: dated(f"home_care.{name}", on=date(2020, 9, 1)).shown for name in HOUR_OF_HOME_CARE
    }
    assert found == HOUR_OF_HOME_CARE
    with pytest.raises(NotInForce):
        dated("home_care.mileage", on=date(2021, 4, 1))
    assert dated("mileage.approved", on=date(2026, 4, 1)).pence == 45


def test_no_row_is_called_verified_before_a_person_has_read_it() -> None:
    assert not any(row.verified for rows in every_dated().values() for row in rows)


def test_every_row_from_memory_is_marked_in_both_columns() -> None:
    for rows in every_dated().values():
        for row in rows:
            if row.checked is Checked.FROM_MEMORY:
                assert "from memory" in row.source, row


def test_a_rate_reads_as_a_person_says_it() -> None:
    assert dated("wage.nlw", on=date(2026, 4, 1)).shown == "£12.71 an hour"
    assert dated("personal_care.scotland.personal", on=date(2019, 4, 1)).shown == "£177 a week"
    assert dated("care_home.national.profit_cap", on=date(2024, 4, 1)).shown == "4%"
    assert dated("prices.cpi.september", on=date(2022, 10, 1)).shown == "3.1% a year"


def test_a_share_is_not_an_amount_of_money() -> None:
    with pytest.raises(ValueError, match="per_cent, not in money"):
        _ = dated("care_home.national.profit_cap", on=date(2024, 4, 1)).pence


def test_a_published_total_that_differs_from_its_parts_is_flagged_with_words() -> None:
    found = list(flagged(every_total(), every_dated()))
    assert [(each.id, each.published, each.computed) for each in found] == [
        ("personal_care.scotland.both", Decimal("350.60"), Decimal("360.60"))
    ]
    assert found[0].words == (
        "published as 350.60, but 248.70 (personal_care.scotland.personal) + "
        "111.90 (personal_care.scotland.nursing) is 360.60: the parts are used"
    )


def test_a_total_is_the_sum_of_its_parts_whatever_was_printed() -> None:
    assert total_on("personal_care.scotland.both", date(2024, 6, 1)) == Decimal("360.60")


def test_a_total_that_agrees_is_not_flagged() -> None:
    rows = every_total()["personal_care.scotland.both"]
    mended = {"both": (replace(rows[0], value=Decimal("360.60")),)}
    assert list(flagged(mended, every_dated())) == []
    assert difference(Decimal("3.30"), {"a": Decimal("1.10"), "b": Decimal("2.20")}) is None


def test_a_total_is_compared_again_when_a_part_changes_within_its_time() -> None:
    rows = every_total()["personal_care.scotland.both"]
    longer = replace(rows[0], value=Decimal("360.60"), ends_before=date(2026, 4, 1))
    found = list(flagged({"both": (longer,)}, every_dated()))
    assert [(each.on, each.computed) for each in found] == [(date(2025, 4, 1), Decimal("369.15"))]


def test_a_total_whose_part_is_not_held_cannot_be_compared_and_says_so() -> None:
    rows = every_total()["personal_care.scotland.both"]
    lost = replace(rows[0], parts=("personal_care.scotland.personal", "personal_care.lost"))
    found = list(flagged({"both": (lost,)}, every_dated()))
    assert "cannot be compared with its parts: There is no personal_care.lost" in found[0].words


def test_a_total_of_one_part_is_refused() -> None:
    text = (
        "id,words,parts,jurisdiction,from,to,value,unit,source,verified\n"
        "a.b,Both,a.c,scotland,2024-04-01,,350.60,pounds_a_week,A page,no\n"
    )
    with pytest.raises(ValueError, match="line 2, parts: a total has two parts or more"):
        read_totals(text)


def test_days_without_a_value_are_told_with_the_file_that_lacks_them() -> None:
    found = {(each.last.id, each.starts_on, each.ends_before): each.file
             for each in not_held(on=date(2026, 6, 3))}  # fmt: skip
    for name, first, last, file in (
        ("scotland.threshold.social_services", date(2026, 1, 1), None, "thresholds.csv"),
        ("pcr2015.threshold.light_touch", date(2026, 1, 1), None, "thresholds.csv"),
        ("care_home.national.nursing", date(2014, 4, 1), date(2017, 4, 1), "care_home_rates.csv"),
        ("prices.gdp_deflator", date(2026, 4, 1), None, "price_indices.csv"),
    ):
        assert found[name, first, last] == file
    for name, first, _last in found:
        with pytest.raises(NotInForce):
            dated(name, on=first)
    held_now = {name for name, rows in every_dated().items() if rows[-1].ends_before is None}
    assert not any(last is None and name in held_now for name, _first, last in found)
