"""People using care, as the health service's statistics body publishes them: rounded to five."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import polars as pl

from carewright_engine.tables.practice.draws import apportion
from carewright_engine.tables.practice.land import COUNCILS
from carewright_engine.tables.practice.people import NATION_PER_100_000, People
from carewright_engine.tables.practice.published import SCOTLAND_MID_2020
from carewright_engine.tables.practice.zones import Land

BANDS: Final = {
    "0-17 years": (0, 17),
    "18-64 years": (18, 64),
    "65-74 years": (65, 74),
    "75-84 years": (75, 84),
    "85+ years": (85, 90),
}
# Home care, January to March 2021: people per 1,000, and hours a week each.
HOME_CARE_RATES: Final = (0.1, 3.8, 18.3, 62.1, 179.3)
HOME_CARE_HOURS: Final = (15.0, 23.5, 11.0, 9.0, 9.1)
CENSUS_WEEK: Final = 59_960 / 67_835  # people in the census week, of those in its quarter
IN_A_YEAR: Final = 92_910 / 67_835  # people at any time in 2020/21, of those in its last quarter
# Care homes, January to March 2021: people per 1,000, and how many stayed for short or long.
CARE_HOME_RATES: Final = (0.1, 1.1, 7.0, 31.3, 127.2)
CARE_HOME_QUARTERS: Final = (
    ("2017/18 Q4", 1.06), ("2018/19 Q4", 1.04), ("2019/20 Q4", 1.03), ("2020/21 Q2", 1.01),
    ("2020/21 Q4", 1.0), ("2021/22 Q4", 1.01),
)  # fmt: skip
STAYS: Final = {
    "All Stays": 1.0,
    "Long Stay": 32_730 / 35_045,
    "Short Stay / Respite": 2_990 / 35_045,
}
# People supported in 2021/22 by age band, all Scotland.
SUPPORTED: Final = {
    "Care Home": (40, 4745, 4925, 13580, 21535),
    "Care at Home": (385, 16225, 13725, 27460, 30760),
    "Community Alarms / Telecare": (690, 14690, 16780, 36275, 39805),
    "Day Care": (40, 3670, 565, 985, 1025),
    "Meals": (0, 535, 835, 1860, 2395),
    "Social Worker": (2905, 35890, 18220, 35780, 41540),
}
# Bed days a month lost to delayed discharge in 2021/22, all Scotland.
DELAYED: Final = {
    "18-74": (15_215, {"Code 9 AWI": 2978, "Code 9 Non-AWI": 2388,
                       "Health and Social Care Reasons": 9519,
                       "Patient and Family Related Reasons": 330}),
    "75plus": (29_810, {"Code 9 AWI": 5901, "Code 9 Non-AWI": 1788,
                        "Health and Social Care Reasons": 21307,
                        "Patient and Family Related Reasons": 814}),
}  # fmt: skip
# Councils differ: home care to people aged 75 to 84 runs from 35 to 106 per 1,000.
AGAINST_THE_REGION: Final = {"Elmshire": 0.94, "Oakshire": 1.18, "Strathalder": 0.95}
NOT_SUBMITTED: Final = ("Census Week", "2017/18", "Oakshire")  # zeros that are no zeros
HELD_BACK_BELOW: Final = 5


def people_by_band(land: Land, people: People) -> dict[str, list[int]]:
    """People of each age band in each council."""
    return {
        council.name: [
            int(people.between(*ages)[land.of(council.name)].sum()) for ages in BANDS.values()
        ]
        for council in COUNCILS
    }


def _factors(populations: dict[str, list[int]], rates: tuple[float, ...]) -> dict[str, float]:
    """How far each council stands from the nation's rates, such that the region is at them."""
    expected = {
        name: sum(rate * number for rate, number in zip(rates, numbers, strict=True))
        for name, numbers in populations.items()
    }
    skewed = sum(AGAINST_THE_REGION[name] * value for name, value in expected.items())
    level = sum(expected.values()) / skewed
    return {name: AGAINST_THE_REGION[name] * level for name in populations}


def care_at_home(populations: dict[str, list[int]]) -> pl.DataFrame:
    """Home care by council, age and period: people, hours and people per 1,000."""
    columns = ("Time Period", "Financial Quarter", "Location", "Age Group", "Measure", "Value")
    rows = [
        (*period, council, band, measure, value)
        for council, numbers in populations.items()
        for period, scale, weeks in _home_care_periods()
        for band, measure, value in _home_care(populations, council, numbers, scale, weeks)
    ]
    frame = pl.DataFrame(rows, schema=list(columns), orient="row")
    missing = pl.lit(value=True)
    for column, value in zip(columns, NOT_SUBMITTED, strict=False):
        missing = missing & (pl.col(column) == value)
    return frame.with_columns(Value=pl.when(missing).then(0.0).otherwise(pl.col("Value")))


def _home_care_periods() -> Iterator[tuple[tuple[str, str], float, float]]:
    for year in range(2018, 2023):
        drift = 1 + 0.006 * (2021 - year)
        yield ("Financial Quarter", f"Jan-Mar {year}"), drift, 13.0
        named = f"{year - 1}/{year - 2000}"
        yield ("Census Week", named), drift * CENSUS_WEEK, 1.0
        if year > 2018:
            yield ("Financial Year", named), drift * IN_A_YEAR, 38.0


def _home_care(
    populations: dict[str, list[int]],
    council: str,
    numbers: list[int],
    scale: float,
    weeks: float,
) -> Iterator[tuple[str, str, float]]:
    factor = _factors(populations, HOME_CARE_RATES)[council] * scale
    served = [
        factor * rate * number / 1000 for rate, number in zip(HOME_CARE_RATES, numbers, strict=True)
    ]
    hours = [people * each * weeks for people, each in zip(served, HOME_CARE_HOURS, strict=True)]
    whole = [("All Ages", sum(numbers), sum(served), sum(hours))]
    bands = list(zip(BANDS, numbers, served, hours, strict=True))
    for band, population, people, time in [*whole, *bands]:
        yield band, "Rate per 1,000 People", round(1000 * people / population, 1)
        yield band, "Number of People", to_five(people)
        yield band, "Number of Hours", to_five(time)


def to_five(value: float) -> float:
    """The publisher rounds to the nearest five."""
    return float(5 * round(value / 5))


def care_homes(populations: dict[str, list[int]]) -> pl.DataFrame:
    """People in care homes by council, age, length of stay and quarter; small numbers are NA."""
    columns = (
        "financial_quarter",
        "sending_location",
        "age_group",
        "stay_type",
        "measure",
        "value",
    )
    rows = []
    for council, numbers in populations.items():
        factor = _factors(populations, CARE_HOME_RATES)[council]
        for quarter, drift in CARE_HOME_QUARTERS:
            people = [
                factor * drift * rate * number / 1000
                for rate, number in zip(CARE_HOME_RATES, numbers, strict=True)
            ]
            totals = [("All Ages", sum(numbers), sum(people))]
            for band, population, stays in [*totals, *zip(BANDS, numbers, people, strict=True)]:
                for stay, share in STAYS.items():
                    count = stays * share
                    held_back = 0 < count < HELD_BACK_BELOW
                    rate = "NA" if held_back else f"{round(1000 * count / population, 1):g}"
                    number = "NA" if held_back else f"{to_five(count):g}"
                    place = (quarter, council, band, stay)
                    rows.append((*place, "Rate per 1,000 People", rate))
                    rows.append((*place, "Number of People", number))
    return pl.DataFrame(rows, schema=list(columns), orient="row")


def people_supported(populations: dict[str, list[int]]) -> pl.DataFrame:
    """People by the services they had in a year; some had several."""
    nation = _nation_by_band()
    rows = []
    for year, drift in (("2020/21", 1.02), ("2021/22", 1.0)):
        for council, numbers in populations.items():
            for service, counts in SUPPORTED.items():
                rates = tuple(
                    1000 * count / number for count, number in zip(counts, nation, strict=True)
                )
                factor = _factors(populations, rates)[council] * drift
                people = [
                    to_five(factor * rate * number / 1000)
                    for rate, number in zip(rates, numbers, strict=True)
                ]
                rows.append((year, council, "All Ages", service, int(sum(people))))
                rows += [
                    (year, council, band, service, int(number))
                    for band, number in zip(BANDS, people, strict=True)
                ]
    columns = ["financial_year", "sending_location", "age_group", "service_group", "nclient"]
    return pl.DataFrame(rows, schema=columns, orient="row")


def _nation_by_band() -> list[float]:
    """Scotland's people by age band; the band from 15 to 19 is cut at 18 by its years."""
    five_years = [sum(pair) for pair in zip(*NATION_PER_100_000.values(), strict=True)]
    children = sum(five_years[:3]) + 0.6 * five_years[3]
    adults = 0.4 * five_years[3] + sum(five_years[4:13])
    older = [sum(five_years[13:15]), sum(five_years[15:17]), sum(five_years[17:])]
    return [SCOTLAND_MID_2020 * number / 100_000 for number in (children, adults, *older)]


def delayed_discharges(rng: np.random.Generator, populations: dict[str, list[int]]) -> pl.DataFrame:
    """Bed days lost by month, age and reason, and beds taken on an average day."""
    nation = _nation_by_band()
    rows: list[tuple[str, str, str, str, int, int]] = []
    for council in COUNCILS:
        for at in range(24):
            month = f"{2020 + (at + 3) // 12}-{(at + 3) % 12 + 1:02d}-01"
            wobble = float(rng.normal(1.0, 0.08)) * (0.8 + 0.01 * at)
            rows += _delayed_in(council.code, month, wobble, populations[council.name], nation)
    columns = [
        "ltla_code", "date", "age_group", "delay_reason", "num_delayed_bed_days",
        "average_daily_delayed_beds",
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=columns, orient="row")


def _delayed_in(
    code: str, month: str, wobble: float, numbers: list[int], nation: list[float]
) -> Iterator[tuple[str, str, str, str, int, int]]:
    older, all_older = sum(numbers[3:]), sum(nation[3:])
    younger, all_younger = sum(numbers[1:3]), sum(nation[1:3])
    days = {
        "18-74": round(DELAYED["18-74"][0] * wobble * younger / all_younger),
        "75plus": round(DELAYED["75plus"][0] * wobble * older / all_older),
    }
    by_reason = {
        band: dict(
            zip(DELAYED[band][1], apportion(list(DELAYED[band][1].values()), total), strict=True)
        )
        for band, total in days.items()
    }
    for reason in DELAYED["75plus"][1]:
        both = [by_reason[band][reason] for band in days]
        for band, total in zip(("18-74", "75plus", "18plus"), [*both, sum(both)], strict=True):
            yield code, month, band, reason, total, round(total / 30)
    for band, total in {**days, "18plus": sum(days.values())}.items():
        yield code, month, band, "All Delay Reasons", total, round(total / 30)
