"""What the region is calibrated on and from where, beside what it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from carewright_engine.tables.practice.land import COUNCILS
from carewright_engine.tables.practice.published import SCOTLAND_MID_2020
from carewright_engine.tables.practice.region import PracticeRegion, register_file

# Sources, with the section of the reference notes that quotes the figure.
NOTES_2024: Final = "CI 2024 (5.5)"  # Care Inspectorate: adult services, register of July 2024
REGISTER_2022: Final = "CI 2022"  # Care Inspectorate: register of 31 March 2022
NRS: Final = "NRS 2020"  # National Records of Scotland: mid-2020 estimates
PHS_HOME_CARE: Final = "PHS 2021 (5.2)"  # Public Health Scotland: home care, January to March 2021
PHS_CARE_HOMES: Final = "PHS 2021 (5.3)"  # Public Health Scotland: care homes, the same quarter
PHS_SUPPORTED: Final = "PHS 2022 (5.3)"  # Public Health Scotland: people supported in 2021/22
SHARE: Final = sum(council.people for council in COUNCILS) / SCOTLAND_MID_2020


@dataclass(frozen=True, slots=True)
class Calibrated:
    """One quantity: what was published and where, what the region has, how far it may stray."""

    name: str
    published: float
    source: str
    generated: float
    within: float

    @property
    def holds(self) -> bool:
        """Whether the region is within the stated distance of the nation."""
        return abs(self.generated - self.published) <= self.within


def calibration(region: PracticeRegion) -> tuple[Calibrated, ...]:
    """Every calibrated quantity of a region."""
    return tuple([*_of_people(region), *_of_services(region), *_of_homes(region),
                  *_of_home_care(region), *_of_activity(region)])  # fmt: skip


def running(region: PracticeRegion, year: int = 2022) -> pl.DataFrame:
    """The services of a register that run, numbers as numbers; placeholders are left as given."""
    numbers = ("Registered_Places", "NumberStaff", "MinGrade")
    frame = region.frames[register_file(year)].filter(
        pl.col("ServiceStatus").fill_null("").is_in(["Active", "Proposing to Cancel", ""])
    )
    return frame.with_columns(pl.col(c).cast(pl.Float64, strict=False) for c in numbers)


def _percent(frame: pl.DataFrame, condition: pl.Expr) -> float:
    return 100 * float(frame.select(condition.fill_null(value=False).mean()).item())


def _of_people(region: PracticeRegion) -> Iterator[Calibrated]:
    name = "population/practice_pop_mid2020_by_datazone_sex_single_year.csv.gz"
    everyone = region.frames[name].filter(pl.col("sex") == "All")
    total = float(everyone["total_population"].sum())
    for youngest, published in ((65, 19.3), (75, 8.6), (85, 2.35)):
        columns = [str(age) for age in range(youngest, 90)] + ["90+"]
        people = float(everyone.select(pl.sum_horizontal(columns).sum()).item())
        yield Calibrated(
            f"people aged {youngest} and over, %", published, NRS, 100 * people / total, 0.4
        )
    mean = total / everyone.height
    yield Calibrated("people in a data zone", 5_466_000 / 6976, NRS, mean, 10)


def _of_services(region: PracticeRegion) -> Iterator[Calibrated]:
    rows = running(region)
    for kind, subtype, published in (
        ("Care Home Service", "Older People", 799),
        ("Support Service", "Care at Home", 1092),
        ("Housing Support Service", None, 1057),
        ("Child Minding", None, 3746),
    ):
        found = rows.filter(pl.col("CareService") == kind)
        found = found.filter(pl.col("Subtype") == subtype) if subtype else found
        label = subtype or kind
        yield Calibrated(
            f"{label}, services for its people", published * SHARE, REGISTER_2022, found.height, 2
        )
    early = pl.col("CareService").is_in(["Child Minding", "Day Care of Children"])
    everything = region.frames[register_file(2022)]
    yield Calibrated(
        "childminders and nurseries, % of rows",
        100 * 7396 / 11708,
        REGISTER_2022,
        _percent(everything, early),
        3,
    )
    homes = everything.filter(pl.col("CareService") == "Care Home Service")
    children = pl.col("Subtype") == "Children & Young People"
    yield Calibrated(
        "homes for children, % of homes",
        100 * 336 / 1388,
        REGISTER_2022,
        _percent(homes, children),
        3,
    )


def _of_homes(region: PracticeRegion) -> Iterator[Calibrated]:
    homes = running(region).filter(pl.col("Subtype") == "Older People")
    sector = pl.col("ServiceType")
    shares = (("Private", 589), ("Voluntary or Not for Profit", 68))
    for name, number in shares:
        yield Calibrated(
            f"homes for older people: {name.lower()}, %",
            100 * number / 767,
            NOTES_2024,
            _percent(homes, sector == name),
            4,
        )
    public = sector.is_in(["Local Authority", "Health Board"])
    yield Calibrated(
        "homes for older people: publicly run, %",
        100 * 110 / 767,
        NOTES_2024,
        _percent(homes, public),
        4,
    )
    yield from _sizes(homes)
    yield from _grades("homes for older people", homes, {3: 34.6, 4: 54.6, 5: 8.1}, 3.5)
    upheld = pl.col("Complnt_upheld_or_partially_2122").cast(pl.Float64, strict=False) > 0
    yield Calibrated(
        "homes with a complaint upheld, %", 24.9, NOTES_2024, _percent(homes, upheld), 3.5
    )


def _sizes(homes: pl.DataFrame) -> Iterator[Calibrated]:
    places = homes["Registered_Places"]
    mean = float(places.sum()) / homes.height
    yield Calibrated("places a home", 36_553 / 767, NOTES_2024, mean, 4)
    private = homes.filter(pl.col("ServiceType") == "Private")["Registered_Places"]
    for name, at, published in (("lower quartile", 0.25, 33.0), ("median", 0.5, 48.0),
                                ("upper quartile", 0.75, 63.0)):  # fmt: skip
        yield Calibrated(
            f"places of private homes, {name}", published, NOTES_2024, _quantile(private, at), 4.5
        )
    per_place = homes.filter(pl.col("NumberStaff") > 0.1).select(
        pl.col("NumberStaff") / pl.col("Registered_Places")
    )
    for name, at, published in (("lower quartile", 0.25, 0.68), ("median", 0.5, 0.84),
                                ("upper quartile", 0.75, 1.01)):  # fmt: skip
        generated = _quantile(per_place.to_series(), at)
        yield Calibrated(f"staff a place, {name}", published, NOTES_2024, generated, 0.1)


def _quantile(values: pl.Series, at: float) -> float:
    found = values.quantile(at, "linear")
    return float("nan") if found is None else float(found)


def _grades(
    name: str, rows: pl.DataFrame, published: dict[int, float], within: float
) -> Iterator[Calibrated]:
    graded = rows.filter(pl.col("MinGrade").is_not_null())
    for grade, share in published.items():
        generated = _percent(graded, pl.col("MinGrade") == grade)
        yield Calibrated(f"{name}: lowest grade {grade}, %", share, NOTES_2024, generated, within)


def _of_home_care(region: PracticeRegion) -> Iterator[Calibrated]:
    rows = running(region).filter(pl.col("Subtype") == "Care at Home")
    share = 100 / 1092
    for name, published, source, condition in (
        ("staff 0.1, %", 25.0, NOTES_2024, pl.col("NumberStaff") == 0.1),
        ("staff 0.01, %", 164 * share, REGISTER_2022, pl.col("NumberStaff") == 0.01),
        ("0 places, %", 673 * share, REGISTER_2022, pl.col("Registered_Places") == 0),
        ("combined, %", 675 * share, REGISTER_2022, pl.col("Combined_Service_") == "Yes"),
    ):
        yield Calibrated(f"care at home: {name}", published, source, _percent(rows, condition), 5)
    private = rows.filter((pl.col("ServiceType") == "Private") & (pl.col("NumberStaff") > 0.1))
    for name, at, published_staff, within in (
        ("median", 0.5, 8.0, 2.5),
        ("upper quartile", 0.75, 23.0, 7.0),
    ):
        generated = _quantile(private["NumberStaff"], at)
        yield Calibrated(
            f"care at home: private staff, {name}", published_staff, NOTES_2024, generated, within
        )
    yield from _grades("care at home", rows, {3: 16.7, 4: 50.6, 5: 29.5}, 3.5)


def _of_activity(region: PracticeRegion) -> Iterator[Calibrated]:
    home_care = region.frames["asc_stats/practice_care_at_home_phs.csv.gz"].filter(
        pl.col("Financial Quarter") == "Jan-Mar 2021", pl.col("Measure") == "Number of People"
    )
    care_homes = region.frames["phs/phs_carehome_trend.csv"].filter(
        pl.col("financial_quarter") == "2020/21 Q4",
        pl.col("stay_type") == "All Stays",
        pl.col("measure") == "Number of People",
    )
    bands = (("65-74", 65, 74, 18.3, 7.0), ("75-84", 75, 84, 62.1, 31.3),
             ("85+", 85, 90, 179.3, 127.2))  # fmt: skip
    for label, youngest, oldest, home, residential in bands:
        people = _people(region, youngest, oldest)
        band = f"{label} years"
        served = float(home_care.filter(pl.col("Age Group") == band)["Value"].sum())
        living = care_homes.filter(pl.col("age_group") == band)["value"]
        resident = float(living.cast(pl.Float64, strict=False).sum())
        yield Calibrated(
            f"home care, people per 1,000 aged {label}",
            home, PHS_HOME_CARE, 1000 * served / people, 0.04 * home,
        )  # fmt: skip
        yield Calibrated(
            f"care homes, people per 1,000 aged {label}",
            residential, PHS_CARE_HOMES, 1000 * resident / people, 0.04 * residential + 0.2,
        )  # fmt: skip
    supported = region.frames["phs/phs_people_supported_services_2021-22.csv"].filter(
        pl.col("financial_year") == "2021/22",
        pl.col("age_group") == "All Ages",
        pl.col("service_group") == "Community Alarms / Telecare",
    )
    per_1000 = 1000 * float(supported["nclient"].sum()) / _people(region, 0, 90)
    yield Calibrated(
        "alarms and telecare, people per 1,000", 108_950 / 5466, PHS_SUPPORTED, per_1000, 1.0
    )


def _people(region: PracticeRegion, youngest: int, oldest: int) -> float:
    name = "population/practice_pop_mid2020_by_council_sex_single_year.csv"
    columns = [str(age) if age < 90 else "90+" for age in range(youngest, oldest + 1)]
    everyone = region.frames[name].filter(pl.col("sex") == "All")
    return float(everyone.select(pl.sum_horizontal(columns).sum()).item())


def as_table(quantities: Sequence[Calibrated]) -> str:
    """The quantities as lines of text, for documentation."""
    lines = ["| quantity | published | region | source |", "|---|---|---|---|"]
    lines += [
        f"| {q.name} | {_short(q.published)} | {_short(q.generated)} | {q.source} |"
        for q in quantities
    ]
    return "\n".join(lines)


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
